using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Permissions of a learner: what holds, and answers to it.</summary>
public static class ConsentRows
{
    /// <summary>Every answer about a learner, oldest first; none where the asker may not see the learner.</summary>
    public static IReadOnlyList<Consent> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Find(learner) is null ? [] : [.. db.Consents.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)];
    }

    /// <summary>What holds of a permission today.</summary>
    public static ConsentInForce InForce(Db db, Learner learner, ConsentPurpose purpose, EvidenceId? evidence, int? artifact, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(learner);
        var id = learner.Id;
        return ConsentInForce.Of(db.Consents.AsNoTracking().Where(one => one.Learner == id && one.Purpose == purpose).ToList(), purpose, evidence, artifact, RightsHolders.Of(db, learner, today, now), today);
    }

    /// <summary>Records an answer; false where whoever answers does not hold the right now, the piece is not the learner's, or the
    /// same was said already. It is asked in the writer's turn: of two answers at once the second sees the first.</summary>
    public static bool Answer(WriteTurn turn, Actor actor, LearnerId learner, ConsentPurpose purpose, EvidenceId? evidence, int? artifact, bool isGiven, DateOnly? until, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(actor);
        var db = turn.Db;
        if (db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner) is not { } found || !RightsHolders.Has(db, actor, found, today, turn.Now)) return false;
        if (evidence is { } piece && !db.Evidence.Any(one => one.Id == piece && one.Learner == learner)) return false;
        if (artifact is { } place && !(evidence is { } of && db.Artifacts.Any(one => one.Evidence == of && one.Position == place))) return false;
        if (until < today) return false;
        var by = new PersonId(actor.Person);
        var before = db.Consents.AsNoTracking().Where(one => one.Learner == learner && one.Purpose == purpose && one.By == by).ToList()
            .Where(one => one.Evidence == evidence && one.Artifact == artifact).MaxBy(one => one.RecordedAt);
        if (before is not null && before.IsGiven == isGiven && before.Until == until) return false;
        turn.Db.Add(new Consent(new ConsentId(Guid.CreateVersion7()), learner, purpose, evidence, artifact, isGiven, by, isGiven ? until : null, turn.Next()));
        turn.Db.SaveChanges();
        return true;
    }
}

/// <summary>The directory: every list of names that somebody outside the school reads goes through here.</summary>
public static class NamesForOthers
{
    /// <summary>Learners who may be named to others; who opted out is not among them.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="learners">Whom the list would name, already within what its reader may see.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="now">The moment, UTC.</param>
    public static IReadOnlyList<Learner> Of(Db db, IEnumerable<Learner> learners, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        var answers = db.Consents.AsNoTracking().Where(one => one.Purpose == ConsentPurpose.Directory).ToList().ToLookup(one => one.Learner);
        // Whoever never answered is named: nothing is asked of the database about them.
        return [.. learners.Where(one => !answers.Contains(one.Id) || May(db, one, answers[one.Id], today, now))];
    }

    /// <summary>Learners whose families opted out, for whoever leads the district or answers for privacy; none for anybody else.</summary>
    public static IReadOnlyList<Learner> OptedOut(Db db, Scope scope, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator || scope.Actor.Grants.Count == 0) return [];
        var answers = db.Consents.AsNoTracking().Where(one => one.Purpose == ConsentPurpose.Directory).ToList().ToLookup(one => one.Learner);
        var ids = answers.Select(one => one.Key).ToList();
        return [.. scope.Learners.Where(one => ids.Contains(one.Id)).ToList().Where(one => !May(db, one, answers[one.Id], today, now)).OrderBy(one => one.FullName, StringComparer.Ordinal)];
    }

    private static bool May(Db db, Learner learner, IEnumerable<Consent> answers, DateOnly today, DateTime now) =>
        ConsentInForce.Of(answers, ConsentPurpose.Directory, null, null, RightsHolders.Of(db, learner, today, now), today).Permits(ConsentPurpose.Directory);
}
