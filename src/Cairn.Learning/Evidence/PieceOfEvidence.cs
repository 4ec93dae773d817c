namespace Cairn.Learning.Evidence;

/// <summary>How learning was shown.</summary>
public enum EvidenceKind
{
    /// <summary>A task or studio work.</summary>
    Demonstration,

    /// <summary>Part of a project.</summary>
    Project,

    /// <summary>A conversation or observation, with or without an artifact.</summary>
    Conversation,

    /// <summary>A performance, exhibition or presentation.</summary>
    Performance,

    /// <summary>An exam or test.</summary>
    Exam,

    /// <summary>Learning outside the school.</summary>
    Opportunity,

    /// <summary>An educator's decision about a whole body of evidence.</summary>
    Decision,
}

/// <summary>What shows learning: a fact. Its words and files stand beside it, in <see cref="EvidenceText"/> and <see cref="Artifact"/>.</summary>
/// <param name="Id">The piece's id.</param>
/// <param name="Learner">Who showed it.</param>
/// <param name="Experience">What the learner did; pieces of one experience give one score.</param>
/// <param name="Kind">How it was shown.</param>
/// <param name="Source">Who keeps the row, such as the name of an import; empty when recorded here.</param>
/// <param name="SourceKey">The row's key at its source; empty when recorded here.</param>
/// <param name="DemonstratedOn">When the learner showed it, UTC.</param>
/// <param name="RecordedAt">When it was stored, UTC; no two facts of a district share it.</param>
public sealed record PieceOfEvidence(
    EvidenceId Id, LearnerId Learner, ExperienceId Experience, EvidenceKind Kind, string Source, string SourceKey,
    DateTime DemonstratedOn, DateTime RecordedAt);

/// <summary>The words of a piece of evidence, kept beside the fact so that they can be erased without it.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Title">What the learner made or did.</param>
/// <param name="Experience">The name of the experience.</param>
/// <param name="Context">Where it happened.</param>
/// <param name="Comment">What an educator wrote to the learner; empty when nothing.</param>
public sealed record EvidenceText(EvidenceId Evidence, string Title, string Experience, string Context, string Comment);

/// <summary>A file, link, recording or note inside a piece of evidence; a payload, as its words are.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Position">Its place among the artifacts of the piece, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where it is: an absolute http or https address.</param>
public sealed record Artifact(EvidenceId Evidence, int Position, string Name, string Address);

/// <summary>A file that was brought with a piece of evidence, kept in the district's store; a payload, as artifacts are.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Position">Its place among the files of the piece, from 1.</param>
/// <param name="Hash">SHA-256 of its content, 64 small hexadecimal digits: also its name in the store.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Type">What it is by its content, such as image/jpeg.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">What is to be seen or heard, for who cannot; empty for nothing.</param>
public sealed record ArtifactFile(EvidenceId Evidence, int Position, string Hash, long Length, string Type, string Name, string Words);

/// <summary>"This evidence speaks to that competency or learning target, at that stage."</summary>
/// <param name="Evidence">The piece. One piece may make any number of claims, in any subject, at different stages.</param>
/// <param name="Competency">The competency it speaks to.</param>
/// <param name="Target">The learning target under it, or null for the competency as a whole.</param>
/// <param name="Stage">The stage, or null where the competency has no continuum.</param>
public sealed record Claim(EvidenceId Evidence, CompetencyId Competency, TargetId? Target, int? Stage);
