namespace Cairn.Learning.Scales;

/// <summary>What a judge may say that is no level, and never a number.</summary>
public enum NonScore
{
    /// <summary>Had the chance and did not address it.</summary>
    Missed = 1,

    /// <summary>Too little to see.</summary>
    InsufficientEvidence = 2,

    /// <summary>Nobody was asked to look.</summary>
    NotAssessed = 3,
}

/// <summary>A non-score as a scale offers it.</summary>
/// <param name="Code">What it means.</param>
/// <param name="Label">Its word; empty for the usual one of the reader's language.</param>
/// <param name="IsOffered">May judges say it on this scale? What was said before stays.</param>
public sealed record NonScoreLabel(NonScore Code, string Label, bool IsOffered)
{
    /// <summary>All of them, in the usual words.</summary>
    public static IReadOnlyList<NonScoreLabel> Usual { get; } = [.. Enum.GetValues<NonScore>().Select(code => new NonScoreLabel(code, "", true))];
}
