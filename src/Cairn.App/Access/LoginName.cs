using System.Globalization;
using System.Text;

namespace Cairn.App.Access;

/// <summary>Why a name cannot be one that somebody signs in by.</summary>
internal enum LoginNameFault
{
    None,
    Empty,

    /// <summary>Longer than <see cref="LoginName.Longest"/> characters.</summary>
    TooLong,

    /// <summary>NUL, line ends, marks that turn the direction of writing, and whatever else nobody sees; halves of characters.</summary>
    Unseen,

    /// <summary>A blank inside or around it.</summary>
    Blank,

    /// <summary>Letters of several scripts, such as a Cyrillic а among Latin letters.</summary>
    MixedScripts,
}

/// <summary>
/// Names that people sign in by. Two of them are one where they read the same: whatever their case, and however their accents are
/// stored (NFC or NFD), and full-width or not. Two that only look the same are told by <see cref="Look"/>.
/// </summary>
internal static class LoginName
{
    public const int Longest = 128;

    /// <summary>What a name is compared and looked up by. Any text has one, so that a typed name can be counted before it is judged.</summary>
    public static string Key(string name)
    {
        var text = Whole(name.Length > Longest * 4 ? name[..(Longest * 4)] : name);
        // Upper case first: the letters that have several small forms, such as σ and ς, become one.
        return text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>May somebody be given this name?</summary>
    public static LoginNameFault Fault(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return LoginNameFault.Empty;
        if (name.Length > Longest) return LoginNameFault.TooLong;
        if (name != Whole(name) || name.EnumerateRunes().Any(IsUnseen)) return LoginNameFault.Unseen;
        if (name.Any(char.IsWhiteSpace)) return LoginNameFault.Blank;
        return ScriptsOf(name).Count > 1 ? LoginNameFault.MixedScripts : LoginNameFault.None;
    }

    /// <summary>How a name looks: equal for names that a reader takes for each other, such as paypal in Latin and in Cyrillic letters,
    /// 0 and o, 1 and l, rn and m. Who makes an account refuses a name that looks like another one's.</summary>
    public static string Look(string name)
    {
        var look = new StringBuilder();
        foreach (var one in Key(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (Rune.GetUnicodeCategory(one) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control))
                look.Append(LookAlikes.Of(one));
        return look.ToString().Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal).Replace("cl", "d", StringComparison.Ordinal);
    }

    /// <summary>Do two different names look the same?</summary>
    public static bool IsTakenFor(string name, string other) => Key(name) != Key(other) && Look(name) == Look(other);

    private static HashSet<string> ScriptsOf(string name)
    {
        var scripts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            if (Rune.IsLetter(one) && LookAlikes.ScriptOf(one) is { } script) scripts.Add(script);
        return scripts;
    }

    private static bool IsUnseen(Rune one) => Rune.GetUnicodeCategory(one) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        // Fillers of Hangul and the blank of Braille are letters and signs by their category, and nothing by their look.
        || one.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x17B4 or 0x17B5 or 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Half of a surrogate pair would make Normalize throw.
    private static string Whole(string name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var one in name.EnumerateRunes()) whole.Append(one.ToString());
        return whole.ToString();
    }
}
