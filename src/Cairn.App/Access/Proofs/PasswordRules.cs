using System.Globalization;
using System.Text;

namespace Cairn.App.Access.Proofs;

/// <summary>Why something cannot be a password.</summary>
internal enum PasswordFault
{
    None,
    TooShort,
    TooLong,

    /// <summary>It holds what no key types.</summary>
    Unreadable,

    /// <summary>Made of what is tried first: published passwords, common words, rows of keys, names, the same again and again.</summary>
    Guessable,
}

/// <summary>What may be a password: long enough, and not among what is tried first. What letters it is made of is its owner's affair, and
/// it never runs out.</summary>
internal static class PasswordRules
{
    /// <summary>Where it is all that is asked for.</summary>
    public const int LeastAlone = 15;

    /// <summary>Where a second factor is asked for too.</summary>
    public const int LeastWithSecond = 8;

    public const int Most = 256;

    /// <summary>How much of a password has to be its owner's own, in characters; words that many use count little.</summary>
    private const int LeastOwn = 6;
    private const int WorthOfWord = 3;
    private const int LeastKinds = 5;

    /// <summary>The least length of an account's password.</summary>
    public static int Least(bool hasSecondFactor) => hasSecondFactor ? LeastWithSecond : LeastAlone;

    /// <summary>Is a password long enough to be all that is asked for?</summary>
    public static bool StandsAlone(string password) => Normal(password).EnumerateRunes().Count() >= LeastAlone;

    /// <summary>One form for what looks the same on every keyboard (Unicode NFKC).</summary>
    public static string Normal(string password)
    {
        var whole = new StringBuilder(password.Length);
        // Half of a surrogate pair would make Normalize throw.
        foreach (var one in password.EnumerateRunes()) whole.Append(one.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Longer than anything that is kept: not worth a look.</summary>
    public static bool IsTooLong(string password) => password.Length > Most * 4;

    /// <summary>What is wrong with a password.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="least">The least length, in characters.</param>
    /// <param name="names">Names that whoever guesses would try: of the person, the login, the district.</param>
    public static PasswordFault Fault(string password, int least, params IEnumerable<string> names)
    {
        if (IsTooLong(password)) return PasswordFault.TooLong;
        var text = Normal(password);
        var length = text.EnumerateRunes().Count();
        if (length < least) return PasswordFault.TooShort;
        if (length > Most) return PasswordFault.TooLong;
        if (text.EnumerateRunes().Any(one => Rune.GetUnicodeCategory(one) is UnicodeCategory.Control or UnicodeCategory.Surrogate)) return PasswordFault.Unreadable;
        return IsGuessable(text, names) ? PasswordFault.Guessable : PasswordFault.None;
    }

    private static bool IsGuessable(string text, IEnumerable<string> names)
    {
        var folded = UsualWords.Folded(text);
        var unit = Unit(folded);
        if (unit.Distinct().Count() < LeastKinds) return true;
        var theirs = names.SelectMany(UsualWords.PartsOf).ToHashSet(StringComparer.Ordinal);
        var (own, words) = UsualWords.Cover(unit, theirs);
        return own + (WorthOfWord * Math.Max(0, words - 1)) < LeastOwn || PublishedPasswords.Hold(text, theirs);
    }

    // What repeats itself is worth what is repeated.
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var isAll = true;
            for (var i = length; i < text.Length && isAll; i++) isAll = text[i] == text[i - length];
            if (isAll) return text[..length];
        }

        return text;
    }
}
