using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>A line that is taken for granted, with its learner and what became of it.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Origin">The other school.</param>
/// <param name="Line">The line.</param>
/// <param name="Standing">What became of its levels.</param>
public sealed record ProvisionalOf(Learner Learner, string Origin, PriorLine Line, ProvisionalLine Standing);

/// <summary>Levels that are taken for granted because of another school's transcript. They enter no determination: each page that shows one says what it is.</summary>
public static class ProvisionalRows
{
    /// <summary>What is taken for granted of a learner, settled or not, by competency; for everybody who reads the record.</summary>
    public static IReadOnlyList<ProvisionalStanding> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return [];
        var taken = db.ProvisionalLevels.AsNoTracking().Where(one => one.Learner == learner).ToList();
        if (taken.Count == 0) return [];
        // What was taken back with its line stands no more.
        var gone = db.PriorLines.AsNoTracking().Where(one => one.Learner == learner && (one.State != PriorLineState.Accepted || one.Until == null)).Select(one => one.Id).ToHashSet();
        var record = Records.Of(db, learner, [.. taken.Select(one => one.Competency).Distinct()]);
        return [.. taken.Where(one => !gone.Contains(one.Line)).GroupBy(one => (one.Competency, one.Stage)).Select(some => some.MaxBy(one => one.RecordedAt)!)
            .Select(one => ProvisionalStanding.From(one, record, scope.Today)).OrderBy(one => one.Taken.Competency.Value).ThenBy(one => one.Taken.Stage)];
    }

    /// <summary>What is taken for granted of a learner in one competency and is not settled by work: the newest of each stage.</summary>
    public static IReadOnlyList<ProvisionalStanding> OpenIn(Db db, Scope scope, LearnerId learner, CompetencyId competency) =>
        [.. Of(db, scope, learner).Where(one => one.Taken.Competency == competency && one.State is ProvisionalState.Provisional)];

    /// <summary>Accepted lines that somebody has to look at, the soonest to expire first: all whose credit is still provisional, of the learners that the asker keeps the record of.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    public static IReadOnlyList<ProvisionalOf> ToSettle(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Read(db, scope, Open(db), [.. scope.RecordsKept.Where(one => db.PriorLines.Any(line => line.Learner == one.Id && line.State == PriorLineState.Accepted && line.Until != null))]);
    }

    /// <summary>The same of one learner.</summary>
    public static IReadOnlyList<ProvisionalOf> ToSettle(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return PriorRows.Writes(scope, learner) && scope.Find(learner) is { } found ? Read(db, scope, Open(db).Where(one => one.Learner == learner), [found]) : [];
    }

    private static IQueryable<PriorLine> Open(Db db) => db.PriorLines.AsNoTracking().Where(one => one.State == PriorLineState.Accepted && one.Until != null);

    // A few queries for all of them: what each needs of the record is what was judged since the first level was taken for granted.
    private static IReadOnlyList<ProvisionalOf> Read(Db db, Scope scope, IQueryable<PriorLine> open, IReadOnlyList<Learner> learners)
    {
        var whose = learners.ToDictionary(one => one.Id);
        var lines = open.ToList().Where(one => whose.ContainsKey(one.Learner)).ToList();
        if (lines.Count == 0) return [];
        List<LearnerId> of = [.. lines.Select(one => one.Learner).Distinct()];
        var origins = db.PriorTranscripts.AsNoTracking().Where(one => of.Contains(one.Learner)).ToDictionary(one => one.Id, one => one.Origin);
        var taken = db.ProvisionalLevels.AsNoTracking().Where(one => of.Contains(one.Learner)).ToLookup(one => one.Line);
        var records = RecordsOf(db, of, [.. lines.SelectMany(one => taken[one.Id])]);
        ProvisionalOf Told(PriorLine line) => new(whose[line.Learner], origins.GetValueOrDefault(line.Transcript, ""), line, ProvisionalLine.From(
            [.. taken[line.Id].GroupBy(one => (one.Competency, one.Stage)).Select(same => ProvisionalStanding.From(same.MaxBy(one => one.RecordedAt)!, records[line.Learner], scope.Today))], line.Until!.Value, scope.Today));
        return [.. lines.Select(Told).OrderBy(one => one.Standing.State is ProvisionalState.Provisional).ThenBy(one => one.Line.Until).ThenBy(one => one.Learner.FullName, StringComparer.CurrentCulture).ThenBy(one => one.Line.Position)];
    }

    private static Dictionary<LearnerId, LearnerRecord> RecordsOf(Db db, List<LearnerId> of, List<ProvisionalLevel> taken)
    {
        if (taken.Count == 0) return of.ToDictionary(one => one, one => new LearnerRecord(one, [], []));
        var (since, competencies) = (taken.Min(one => one.RecordedAt), taken.Select(one => one.Competency).Distinct().ToList());
        var judgments = db.Judgments.AsNoTracking().Where(one => of.Contains(one.Learner) && competencies.Contains(one.Competency) && one.RecordedAt > since).ToLookup(one => one.Learner);
        var retractions = db.Retractions.AsNoTracking().Where(one => of.Contains(one.Learner) && one.RecordedAt > since).ToLookup(one => one.Learner);
        return of.ToDictionary(one => one, one => new LearnerRecord(one, [], judgments[one], retractions[one]));
    }
}
