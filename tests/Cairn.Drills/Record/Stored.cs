using Cairn.Learning;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Drills.Record;

/// <summary>Every fact of a district with the words beside it, as the database holds them.</summary>
internal sealed class Stored
{
    private readonly HashSet<object> _rows = [];

    private Stored(Db db)
    {
        Take(db.Evidence.AsNoTracking(), one => one.Id.Value, one => one.RecordedAt, one => one with { RecordedAt = default });
        Take(db.StageEntries.AsNoTracking(), one => one.Id.Value, one => one.RecordedAt, one => one with { RecordedAt = default });
        Take(db.Overrides.AsNoTracking(), one => one.Id.Value, one => one.RecordedAt, one => one with { RecordedAt = default });
        Take(db.Retractions.AsNoTracking(), one => one.Id.Value, one => one.RecordedAt, one => one with { RecordedAt = default });
        Take(db.Judgments.AsNoTracking(), one => one.Evidence is null ? one.Id.Value : null, one => one.RecordedAt, one => one with { RecordedAt = default });
        _rows.UnionWith(db.EvidenceTexts.AsNoTracking());
        _rows.UnionWith(db.Artifacts.AsNoTracking());
        _rows.UnionWith(db.JudgmentTexts.AsNoTracking());
        _rows.UnionWith(db.OverrideTexts.AsNoTracking());
        Head = db.Head.AsNoTracking().Single().LastRecordedAt;
    }

    /// <summary>When each recording was stored, by its seed, or by the retraction's id.</summary>
    public Dictionary<Guid, DateTime> Moments { get; } = [];

    /// <summary>When each fact was stored.</summary>
    public List<DateTime> All { get; } = [];

    /// <summary>Where the record says that it ends.</summary>
    public DateTime Head { get; }

    public static Stored In(District district)
    {
        using var db = district.Open();
        using var one = db.Database.BeginTransaction();
        return new Stored(db);
    }

    /// <summary>What is not as the seeds say: rows that a recording lacks, and rows that belong to none.</summary>
    public IEnumerable<string> Halves(IEnumerable<Guid> told)
    {
        var left = new HashSet<object>(_rows);
        var retractions = told.ToDictionary(RetractionOf);
        foreach (var (id, _) in Moments)
        {
            var facts = retractions.TryGetValue(id, out var retracted) ? Sown.Retraction(retracted) : Sown.Of(id);
            foreach (var row in facts.Stamped(() => default))
                if (!left.Remove(row)) yield return $"half: of {id} there is no {row.GetType().Name} as it was written";
        }

        foreach (var row in left) yield return $"astray: {row}";
    }

    /// <summary>The id of the retraction of what a seed recorded.</summary>
    public static Guid RetractionOf(Guid seed) => NamedId.Of("drill", "retraction", $"{seed}");

    private void Take<T>(IQueryable<T> rows, Func<T, Guid?> seed, Func<T, DateTime> moment, Func<T, object> bare)
    {
        foreach (var row in rows)
        {
            _rows.Add(bare(row));
            All.Add(moment(row));
            if (seed(row) is { } id) Moments[id] = moment(row);
        }
    }
}
