namespace Cairn.App.Access.Proofs;

/// <summary>Passwords that others gave away: what zxcvbn knows of them (30,000 that were published, words, names, and what is made of those by
/// capitals, digits for letters, rows of keys and dates).</summary>
/// <remarks>D. L. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016.</remarks>
internal static class PublishedPasswords
{
    /// <summary>Below this score (0 to 4) somebody who tries the likely ones first is soon there: some 100 million tries.</summary>
    private const int Least = 2;

    /// <summary>As far as it looks: its work grows with the square of the length, and what follows does not make a password weaker.</summary>
    private const int Longest = 64;

    private static readonly Lock Turn = new();
    private static readonly Lazy<Zxcvbn.Zxcvbn> Known = new(() => new Zxcvbn.Zxcvbn());

    /// <summary>Is it among them, or made of them in a usual way?</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="names">What whoever guesses would try, too.</param>
    public static bool Hold(string password, IReadOnlyCollection<string> names)
    {
        lock (Turn) return Known.Value.EvaluatePassword(password.Length > Longest ? password[..Longest] : password, names).Score < Least;
    }
}
