using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>A line of another school's transcript as it is typed or brought in.</summary>
/// <param name="Title">The course title.</param>
/// <param name="Code">The course code; empty for none.</param>
/// <param name="Grade">The grade; empty for none.</param>
/// <param name="Hundredths">The credit, in hundredths of a credit, 0 or more.</param>
/// <param name="EndedOn">The last day of the course; null where nobody says.</param>
public sealed record TypedPrior(string Title, string Code, string Grade, int Hundredths, DateOnly? EndedOn)
{
    /// <summary>A line that stands in the record, as it was typed.</summary>
    public static TypedPrior Of(PriorLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(line.Title, line.Code, line.Grade, line.Hundredths, line.EndedOn);
    }

    /// <summary>Is it the same course at one school: the same title, code and last day? Where no day is said, of the same grade and credit too.</summary>
    public bool IsSameAs(TypedPrior other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CourseName.AreAlike(Title, other.Title) && CourseName.Bare(Code) == CourseName.Bare(other.Code) && EndedOn == other.EndedOn
            && (EndedOn is not null || (Hundredths == other.Hundredths && string.Equals(Grade.Trim(), other.Grade.Trim(), StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>A transcript of another school with its lines.</summary>
/// <param name="Transcript">The transcript.</param>
/// <param name="Lines">Its lines, in order.</param>
public sealed record PriorOf(PriorTranscript Transcript, IReadOnlyList<PriorLine> Lines);

/// <summary>Transcripts of other schools: written by who keeps the official record, read by who awards credit too.</summary>
public static class PriorRows
{
    /// <summary>The most lines of one transcript.</summary>
    public const int MostLines = 80;

    /// <summary>May the actor enter a learner's old transcript and decide about it?</summary>
    public static bool Writes(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Actor.IsEducator && scope.May(learner, Rights.Certify);
    }

    /// <summary>A learner's transcripts of other schools, the newest first, without those that were a mistake; none for who awards no credit here.</summary>
    public static IReadOnlyList<PriorOf> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator || !(scope.May(learner, Rights.Certify) || scope.May(learner, Rights.AwardCredit))) return [];
        var lines = db.PriorLines.AsNoTracking().Where(one => one.Learner == learner).ToList().ToLookup(one => one.Transcript);
        return [.. db.PriorTranscripts.AsNoTracking().Where(one => one.Learner == learner && one.EndedAt == null).ToList().OrderByDescending(one => one.EnteredAt)
            .Select(one => new PriorOf(one, [.. lines[one.Id].OrderBy(line => line.Position)]))];
    }

    /// <summary>One line with its transcript; null where the actor does not decide about it.</summary>
    public static (PriorTranscript Transcript, PriorLine Line)? LineOf(Db db, Scope scope, LearnerId learner, PriorLineId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!Writes(scope, learner) || db.PriorLines.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } line) return null;
        return db.PriorTranscripts.AsNoTracking().FirstOrDefault(one => one.Id == line.Transcript && one.EndedAt == null) is { } transcript ? (transcript, line) : null;
    }

    /// <summary>Lines of a learner that are of a school and stand, declined ones aside: what a transcript of it may not bring again.</summary>
    public static IReadOnlyList<PriorLine> Standing(Db db, Scope scope, LearnerId learner, string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return [.. Of(db, scope, learner).Where(one => CourseName.AreAlike(one.Transcript.Origin, origin)).SelectMany(one => one.Lines).Where(one => one.State == PriorLineState.Open || one is { State: PriorLineState.Accepted } and ({ Award: not null } or { Until: not null }))];
    }

    /// <summary>Enters a transcript with its lines; null where the actor may not. A form that is sent twice makes one.</summary>
    /// <exception cref="ArgumentException">There is no line, or there are more than <see cref="MostLines"/>.</exception>
    public static PriorTranscriptId? Enter(WriteTurn turn, Scope scope, LearnerId learner, string origin, IReadOnlyList<TypedPrior> lines, PriorTranscriptId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count is 0 or > MostLines) throw new ArgumentException("A transcript has from 1 to 80 lines.", nameof(lines));
        if (!Writes(scope, learner)) return null;
        if (turn.Db.PriorTranscripts.Any(one => one.Id == id)) return turn.Db.PriorTranscripts.Any(one => one.Id == id && one.Learner == learner) ? id : null;
        turn.Db.Add(new PriorTranscript(id, learner, origin, new PersonId(scope.Actor.Person), turn.Now));
        foreach (var (place, one) in lines.Index())
            turn.Db.Add(new PriorLine(new PriorLineId(Guid.CreateVersion7()), id, learner, place + 1, one.Title, one.Code, one.Grade, one.Hundredths).Ended(one.EndedOn));
        turn.Db.SaveChanges();
        return id;
    }

    /// <summary>A line counts for nothing here.</summary>
    public static Families.Changed Decline(WriteTurn turn, Scope scope, LearnerId learner, PriorLineId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!Writes(scope, learner) || turn.Db.PriorLines.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { } found) return Families.Changed.NotThere;
        return found.Version != seen ? Families.Changed.Overtaken : Families.Changing.Do(turn, () => found.Decline(new PersonId(scope.Actor.Person), turn.Now));
    }

    /// <summary>The whole transcript was a mistake; too late once a line of it was accepted.</summary>
    public static Families.Changed End(WriteTurn turn, Scope scope, LearnerId learner, PriorTranscriptId id, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!Writes(scope, learner) || turn.Db.PriorTranscripts.FirstOrDefault(one => one.Id == id && one.Learner == learner) is not { EndedAt: null } found) return Families.Changed.NotThere;
        if (found.Version != seen) return Families.Changed.Overtaken;
        if (turn.Db.PriorLines.Any(one => one.Transcript == id && one.State == PriorLineState.Accepted)) return Families.Changed.TooLate;
        return Families.Changing.Do(turn, () => found.End(turn.Now));
    }
}
