namespace Cairn.Learning.Evidence;

/// <summary>That a piece of evidence was captured, by whom, and under which key of their device: a fact. One capture may be a piece of
/// many learners; the same key of the same person never makes a second one.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Key">The key that the device gave it.</param>
/// <param name="By">Who captured it: an educator, or the learner.</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record Capture(EvidenceId Evidence, Guid Key, PersonId By, DateTime RecordedAt)
{
    /// <summary>The piece that a capture is to one learner: the same however often it is sent.</summary>
    /// <param name="by">Who captured it.</param>
    /// <param name="key">The key that their device gave it.</param>
    /// <param name="learner">Whose piece.</param>
    public static EvidenceId PieceOf(PersonId by, Guid key, LearnerId learner) => new(NamedId.Of("capture", by.Value.ToString("N"), key.ToString("N"), learner.Value.ToString("N")));

    /// <summary>What all the learners of one capture did together.</summary>
    /// <param name="by">Who captured it.</param>
    /// <param name="key">The key that their device gave it.</param>
    public static ExperienceId ExperienceOf(PersonId by, Guid key) => new(NamedId.Of("capture", by.Value.ToString("N"), key.ToString("N")));
}

/// <summary>The file that was sent, where another is kept: of pictures the place and the time they were taken at are cut out. A payload, as files are.</summary>
/// <param name="Evidence">The piece.</param>
/// <param name="Position">The file's place among those of the piece, from 1.</param>
/// <param name="Hash">SHA-256 of the bytes that were sent, 64 small hexadecimal digits.</param>
/// <param name="Length">How many bytes those were.</param>
public sealed record SentOriginal(EvidenceId Evidence, int Position, string Hash, long Length);
