using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;

namespace Cairn.Storage;

/// <summary>
/// New facts of one learner that are stored together or not at all. Their RecordedAt is set when they are stored: no two
/// facts of a district share it, and it only rises.
/// </summary>
/// <param name="Learner">Whose record.</param>
public sealed record Recording(LearnerId Learner)
{
    /// <summary>New pieces of evidence.</summary>
    public IReadOnlyList<PieceOfEvidence> Evidence { get; init; } = [];

    /// <summary>Their words.</summary>
    public IReadOnlyList<EvidenceText> EvidenceTexts { get; init; } = [];

    /// <summary>Their artifacts.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>Their files.</summary>
    public IReadOnlyList<ArtifactFile> ArtifactFiles { get; init; } = [];

    /// <summary>What they claim to show; judgments say it too, and are not repeated here.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>New judgments.</summary>
    public IReadOnlyList<Judgment> Judgments { get; init; } = [];

    /// <summary>Their reasons.</summary>
    public IReadOnlyList<JudgmentText> JudgmentTexts { get; init; } = [];

    /// <summary>New entries into stages.</summary>
    public IReadOnlyList<StageEntry> StageEntries { get; init; } = [];

    /// <summary>New overrides.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>Their reasons.</summary>
    public IReadOnlyList<OverrideText> OverrideTexts { get; init; } = [];

    /// <summary>New retractions.</summary>
    public IReadOnlyList<Retraction> Retractions { get; init; } = [];

    /// <summary>Everything, in the order it is stored, with RecordedAt taken from <paramref name="next"/>.</summary>
    internal IEnumerable<object> Stamped(Func<DateTime> next) =>
    [
        .. Evidence.Select(one => one with { RecordedAt = next() }), .. StageEntries.Select(one => one with { RecordedAt = next() }),
        .. Judgments.Select(one => one with { RecordedAt = next() }), .. Overrides.Select(one => one with { RecordedAt = next() }),
        .. Retractions.Select(one => one with { RecordedAt = next() }), .. EvidenceTexts, .. Artifacts, .. ArtifactFiles, .. JudgmentTexts, .. OverrideTexts,
    ];
}
