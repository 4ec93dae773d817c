using System.Runtime.InteropServices;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Standings;

/// <summary>Brings a learner's standing up to its facts: everything, or only the competencies that were touched, with the same bytes.</summary>
internal static class Concluding
{
    /// <summary>Concludes everything of a learner; returns how many rows changed.</summary>
    public static int Whole(Db db, LearnerId learner, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var record = Records.Whole(db, learner);
        return frameworks.Count(framework => Take(db, learner, framework, Pack(record, framework), Standing.NewestFact(record, framework.Content, AsOf.Everything)));
    }

    /// <summary>Concludes some competencies of a learner; returns how many rows changed.</summary>
    public static int Some(Db db, LearnerId learner, IReadOnlySet<CompetencyId> competencies, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var changed = 0;
        foreach (var framework in frameworks)
        {
            var touched = framework.Content.Competencies.Where(one => competencies.Contains(one.Id) && framework.Content.Counts(one.Id)).ToList();
            if (touched.Count == 0) continue;
            if (db.Standings.Find(learner, framework.Content.Framework.Id) is not { } row || row.FrameworkNumber != framework.Content.Version.Number)
            {
                changed += Whole(db, learner, [framework]);
                continue;
            }

            var record = Records.Of(db, learner, touched.Select(one => one.Id));
            var newest = touched.Aggregate(row.AsOf, (latest, one) => record.NewestOf(one.Id, AsOf.Everything) is { } at && !(at <= latest) ? at : latest);
            if (Take(db, learner, framework, Merge(row.Cells, record, touched, framework), newest)) changed++;
        }

        return changed;
    }

    /// <summary>The packed cells of a whole record.</summary>
    public static byte[] Pack(LearnerRecord record, FrameworkInForce framework)
    {
        var cells = Standing.From(record, framework.Content, framework.Rules, AsOf.Everything)
            .Select(one => new Cell(framework.Content.Find(one.Competency)!.Number, one)).ToArray();
        return MemoryMarshal.AsBytes(cells.AsSpan()).ToArray();
    }

    private static byte[] Merge(byte[] before, LearnerRecord record, List<Competency> touched, FrameworkInForce framework)
    {
        var kept = Cell.Read(before).ToArray().ToLookup(cell => cell.Number);
        var again = touched.ToDictionary(one => one.Number);
        var cells = new List<Cell>();
        foreach (var competency in framework.Content.Competencies.Where(one => framework.Content.Counts(one.Id)))
            cells.AddRange(again.ContainsKey(competency.Number)
                ? Standing.Of(competency, record, framework.Content, framework.Rules, AsOf.Everything).Select(one => new Cell(competency.Number, one))
                : kept[competency.Number]);
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(cells)).ToArray();
    }

    private static bool Take(Db db, LearnerId learner, FrameworkInForce framework, byte[] cells, DateTime? newest)
    {
        var row = db.Standings.Find(learner, framework.Content.Framework.Id);
        // A learner of one source has nothing in the frameworks of another: no row says so.
        if (row is null && cells.Length == 0 && newest is null) return false;
        if (row is null) db.Add(row = new StandingRow(learner, framework.Content.Framework.Id));
        return row.Take(framework.Content.Version.Number, newest, cells);
    }
}
