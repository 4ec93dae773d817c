using Cairn.Storage.Districts;

namespace Cairn.App.Access.Proofs;

/// <summary>
/// Codes on paper, which a family types: twelve letters of 60 bits. So few are kept by the slow hash of passwords, and its salt is made of the
/// folder's key: whoever copies the database can try none, and whoever has the key too tries a few a second (docs/decisions/0030).
/// </summary>
internal static class PaperCodes
{
    private const int Letters = 12;
    private const int SaltLength = 16;
    private const int LongestTyped = 100;

    /// <summary>A new code, in groups.</summary>
    public static string New() => Base32.NewForPaper(Letters);

    /// <summary>A code as it is kept, 32 bytes: the same for the same code in one district, so that it is found by it. It takes as long as a password.</summary>
    /// <param name="typed">The code, as it was printed or typed.</param>
    /// <param name="secrets">The secrets of the folder.</param>
    /// <param name="district">The district's name.</param>
    public static byte[] Hash(string typed, Secrets secrets, string district) =>
        PasswordHash.OfCode(typed.Length < LongestTyped ? Base32.Read(typed) : "", secrets.Derive($"paper code/{district}", SaltLength));
}
