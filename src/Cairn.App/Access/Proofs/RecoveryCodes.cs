namespace Cairn.App.Access.Proofs;

/// <summary>Ten codes for who lost the device of the second factor: shown once, each works once. They have 140 bits
/// each, which no hash has to slow down.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Letters = 28;

    /// <summary>New codes, and their hashes as they are kept, one a line.</summary>
    public static (IReadOnlyList<string> Codes, string Kept) Make()
    {
        List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => Base32.NewForPaper(Letters))];
        return (codes, string.Join('\n', codes.Select(Hash)));
    }

    /// <summary>What is left after a code was used; null where it is none of them.</summary>
    public static string? Without(string kept, string typed)
    {
        var lines = kept.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var hash = Hash(typed);
        return lines.Contains(hash, StringComparer.Ordinal) ? string.Join('\n', lines.Where(one => one != hash)) : null;
    }

    public static int Left(string kept) => kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Hash(string code) => Sessions.Hash(Base32.Read(code));
}
