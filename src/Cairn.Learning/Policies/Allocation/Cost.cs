namespace Cairn.Learning.Policies.Allocation;

/// <summary>Least missing first, then most leaves met, as one number.</summary>
internal static class Cost
{
    /// <summary>More than there are leaves.</summary>
    public const long OfMissing = 16_384;

    /// <summary>No way is open.</summary>
    public const long Impossible = long.MaxValue / 4;

    /// <summary>The cost of one leaf.</summary>
    public static long Of(long missing) => missing == 0 ? -1 : missing * OfMissing;

    /// <summary>What is missing.</summary>
    public static long MissingIn(long cost) => (cost + OfMissing - 1) / OfMissing;

    /// <summary>The cost of what is missing, if nothing were met beside it.</summary>
    public static long OfMissingIn(long cost) => MissingIn(cost) * OfMissing;
}
