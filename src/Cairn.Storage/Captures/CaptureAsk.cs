using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Storage.Files;

namespace Cairn.Storage.Captures;

/// <summary>Why a capture is not taken.</summary>
public enum CaptureFault
{
    /// <summary>It is.</summary>
    None = 0,

    /// <summary>One of the learners is not there for whoever captured.</summary>
    NotFound = 1,

    /// <summary>Whoever captured sees one of the learners, and plans nothing with them.</summary>
    NotAllowed = 2,

    /// <summary>It says that it was shown in the future.</summary>
    InFuture = 3,

    /// <summary>It says that it was shown before a learner was here.</summary>
    BeforeEnrollment = 4,

    /// <summary>It was shown so long ago that one person's word is not enough.</summary>
    TooLongAgo = 5,

    /// <summary>It speaks to a competency or target that is not in use.</summary>
    NoCompetency = 6,
}

/// <summary>What somebody captured, as they sent it.</summary>
/// <param name="Key">The key that their device gave it.</param>
/// <param name="Kind">How learning was shown.</param>
/// <param name="Title">What it is; empty for nothing.</param>
/// <param name="Words">What they wrote.</param>
/// <param name="Learners">Whose it is: of each it becomes a piece.</param>
/// <param name="Claims">What it speaks to; at which stage, each learner's own record says.</param>
/// <param name="DemonstratedOn">When it was shown, UTC; null for now.</param>
/// <param name="Link">An absolute http or https address; empty for none.</param>
public sealed record CaptureAsk(
    Guid Key, EvidenceKind Kind, string Title, string Words, IReadOnlyList<LearnerId> Learners, IReadOnlyList<(CompetencyId Competency, TargetId? Target)> Claims, DateTime? DemonstratedOn, string Link)
{
    /// <summary>The project that it is a piece of: all the learners are in its team; null for none.</summary>
    public ProjectId? Project { get; init; }
}

/// <summary>A file of a capture that is in the store.</summary>
/// <param name="Kept">What is kept.</param>
/// <param name="Sent">What was sent: the same, but of pictures whose place and time were cut out.</param>
/// <param name="Type">What it is by its content.</param>
/// <param name="Name">Its name, made safe.</param>
public sealed record CapturedFile(StoredFile Kept, StoredFile Sent, string Type, string Name)
{
    /// <summary>What is seen in it, in the words of who captured it; empty where nobody said.</summary>
    public string Words { get; init; } = "";
}
