using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>What a source has put into a district before: what its next import is compared with. For the operator only.</summary>
public sealed class ImportedRows
{
    private ImportedRows(Db db, string source)
    {
        Learners = db.Learners.AsNoTracking().Where(one => one.Source == source).ToList();
        Others = db.Learners.AsNoTracking().Where(one => one.Source != source).Select(one => one.Username).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Evidence = db.Evidence.AsNoTracking().Where(one => one.Source == source).ToList();
        Texts = db.EvidenceTexts.AsNoTracking().Where(one => db.Evidence.Any(piece => piece.Id == one.Evidence && piece.Source == source)).ToDictionary(one => one.Evidence);
        Artifacts = db.Artifacts.AsNoTracking().Where(one => db.Evidence.Any(piece => piece.Id == one.Evidence && piece.Source == source)).ToLookup(one => one.Evidence);
        Entries = db.StageEntries.AsNoTracking().Where(one => one.Source == source).ToList();
        Judgments = db.Judgments.AsNoTracking().Where(one => one.Evidence != null && db.Evidence.Any(piece => piece.Id == one.Evidence && piece.Source == source)).ToList();
        var retractions = db.Retractions.AsNoTracking().Select(one => new { one.Fact, one.By }).ToList();
        Retracted = retractions.Where(one => one.By.Value == Guid.Empty).Select(one => one.Fact).ToHashSet();
        TakenBack = retractions.Where(one => one.By.Value != Guid.Empty).Select(one => one.Fact).ToHashSet();
    }

    /// <summary>Learners that the source keeps.</summary>
    public IReadOnlyList<Learner> Learners { get; }

    /// <summary>Usernames of learners that somebody else keeps.</summary>
    public IReadOnlySet<string> Others { get; }

    /// <summary>Its pieces of evidence, retracted or not.</summary>
    public IReadOnlyList<PieceOfEvidence> Evidence { get; }

    /// <summary>Their words.</summary>
    public IReadOnlyDictionary<EvidenceId, EvidenceText> Texts { get; }

    /// <summary>Their artifacts.</summary>
    public ILookup<EvidenceId, Artifact> Artifacts { get; }

    /// <summary>Its stage entries, retracted or not.</summary>
    public IReadOnlyList<StageEntry> Entries { get; }

    /// <summary>Judgments of its evidence, retracted or not.</summary>
    public IReadOnlyList<Judgment> Judgments { get; }

    /// <summary>Ids of facts that an import retracted.</summary>
    public IReadOnlySet<Guid> Retracted { get; }

    /// <summary>Ids of facts that a person retracted.</summary>
    public IReadOnlySet<Guid> TakenBack { get; }

    /// <summary>Does anything that a source brought stand in the district: somebody who is here, or a group that goes on?</summary>
    public static bool StandIn(Db db, string source)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Learners.Any(one => one.Source == source && one.EndedAt == null) || db.Educators.Any(one => one.Source == source && one.EndedAt == null)
            || db.Groups.Any(one => one.Source == source && one.EndedAt == null);
    }

    /// <summary>Reads them.</summary>
    public static ImportedRows Of(Db db, string source) => new(db, source);
}
