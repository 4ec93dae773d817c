namespace Cairn.App.Access;

/// <summary>How often something may happen.</summary>
/// <param name="Burst">How often at once, 1 or more.</param>
/// <param name="Each">After this long one more is allowed.</param>
internal readonly record struct Rate(int Burst, TimeSpan Each)
{
    /// <summary>After this long of quiet the whole burst is allowed again.</summary>
    public TimeSpan Whole => Each * Burst;
}
