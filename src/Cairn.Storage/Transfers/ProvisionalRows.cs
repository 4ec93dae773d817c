using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
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
    /// <param name="learner">Of one learner; null for all.</param>
    public static IReadOnlyList<ProvisionalOf> ToSettle(Db db, Scope scope, LearnerId? learner = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var lines = db.PriorLines.AsNoTracking().Where(one => one.State == PriorLineState.Accepted && one.Until != null && (learner == null || one.Learner == learner)).ToList();
        if (lines.Count == 0) return [];
        var transcripts = lines.Select(one => one.Transcript).Distinct().ToList();
        var origins = db.PriorTranscripts.AsNoTracking().Where(one => transcripts.Contains(one.Id)).ToDictionary(one => one.Id, one => one.Origin);
        List<ProvisionalOf> found = [];
        foreach (var some in lines.GroupBy(one => one.Learner))
        {
            if (!PriorRows.Writes(scope, some.Key) || scope.Find(some.Key) is not { } whose) continue;
            var ids = some.Select(one => one.Id).ToList();
            var taken = db.ProvisionalLevels.AsNoTracking().Where(one => one.Learner == some.Key && ids.Contains(one.Line)).ToList();
            var record = Records.Of(db, some.Key, [.. taken.Select(one => one.Competency).Distinct()]);
            found.AddRange(some.Select(line => new ProvisionalOf(whose, origins.GetValueOrDefault(line.Transcript, ""), line, ProvisionalLine.From(
                [.. taken.Where(one => one.Line == line.Id).GroupBy(one => (one.Competency, one.Stage)).Select(same => ProvisionalStanding.From(same.MaxBy(one => one.RecordedAt)!, record, scope.Today))], line.Until!.Value, scope.Today))));
        }

        return [.. found.OrderBy(one => one.Standing.State is ProvisionalState.Provisional).ThenBy(one => one.Line.Until).ThenBy(one => one.Learner.FullName, StringComparer.CurrentCulture).ThenBy(one => one.Line.Position)];
    }
}
