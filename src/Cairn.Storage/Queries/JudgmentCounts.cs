using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>How many judgments hang on parts of a framework: counts, without a name. What changes a framework is told by them.</summary>
public static class JudgmentCounts
{
    /// <summary>Judgments by the id of the competency or target they were made on; a competency's count holds those of its targets.</summary>
    public static IReadOnlyDictionary<Guid, int> Of(Db db, IReadOnlyCollection<FrameworkChange> changes)
    {
        ArgumentNullException.ThrowIfNull(db);
        var competencies = changes.Select(one => one.Competency).OfType<CompetencyId>().Distinct().ToList();
        var counts = new Dictionary<Guid, int>();
        foreach (var some in competencies.Chunk(500))
            foreach (var row in db.Judgments.AsNoTracking().Where(one => some.Contains(one.Competency)).GroupBy(one => new { one.Competency, one.Target })
                         .Select(group => new { group.Key.Competency, group.Key.Target, Count = group.Count() }).ToList())
            {
                counts[row.Competency.Value] = counts.GetValueOrDefault(row.Competency.Value) + row.Count;
                if (row.Target is { } target) counts[target.Value] = counts.GetValueOrDefault(target.Value) + row.Count;
            }

        return counts;
    }

    /// <summary>Judgments of one competency or target.</summary>
    public static int Of(Db db, Guid part)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (competency, target) = (new CompetencyId(part), new TargetId(part));
        return db.Judgments.Count(one => one.Competency == competency || one.Target == target);
    }
}
