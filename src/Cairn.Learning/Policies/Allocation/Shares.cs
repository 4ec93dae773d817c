namespace Cairn.Learning.Policies.Allocation;

/// <summary>What each leaf of a pool is given, and what that costs.</summary>
/// <param name="Cost">What is missing and how many are met, see <see cref="Allocation.Cost"/>.</param>
/// <param name="Given">By leaf, what it is given of each achievement that it accepts; null for one that does not count.</param>
internal sealed record Shares(long Cost, long[]?[] Given);

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
}
