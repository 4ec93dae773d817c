namespace Cairn.House.Tests;

internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own, and what to do about them.</summary>
    public static void ShouldBeNone(this IEnumerable<string> faults, string mend)
    {
        var found = faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (found.Count > 0)
            throw new ShouldAssertException($"{found.Count} against the rules of the house:\n  {string.Join("\n  ", found)}\nMend: {mend}");
    }
}
