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
