using System.Text;

namespace Cairn.App.Access;

/// <summary>Letters that a reader takes for another, and which script a letter is of. The table holds the letters of the scripts
/// that are written beside Latin in schools (after Unicode's technical standard 39), not all of Unicode.</summary>
internal static class LookAlikes
{
    // Each Latin letter, with what is taken for it.
    private static readonly (char Latin, string Others)[] Table =
    [
        ('a', "аɑα"), ('b', "ЬьвƄʙ"), ('c', "сϲⅽᴄ"), ('d', "ԁɗⅾ"), ('e', "еєҽℯε"), ('f', "ƒſẝ"), ('g', "ɡցɢ"), ('h', "һհнʜ"), ('i', "іıɩιӏ1l|ļ!ⅼǀ"),
        ('j', "јϳ"), ('k', "кκҟĸ"), ('m', "мⅿᴍ"), ('n', "пηոռ"), ('o', "оοօσ0о௦ᴏ"), ('p', "рρϸ"), ('q', "ԛգզ"), ('r', "гᴦя"), ('s', "ѕꜱ5"),
        ('t', "тτ"), ('u', "υսцᴜ"), ('v', "νѵᴠ"), ('w', "ԝѡωшա"), ('x', "хχ×ⅹ"), ('y', "уүγу"), ('z', "ᴢʐ2з"), ('-', "‐‑‒–—−_"), ('.', "․·"), ('\'', "’‘ʼ′"),
    ];

    private static readonly (int From, int To, string Script)[] Scripts =
    [
        (0x0041, 0x024F, "Latin"), (0x0250, 0x02AF, "Latin"), (0x1D00, 0x1DBF, "Latin"), (0x1E00, 0x1EFF, "Latin"), (0x2C60, 0x2C7F, "Latin"), (0xA720, 0xA7FF, "Latin"),
        (0x0370, 0x03FF, "Greek"), (0x1F00, 0x1FFF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x1C80, 0x1C8F, "Cyrillic"), (0x2DE0, 0x2DFF, "Cyrillic"), (0xA640, 0xA69F, "Cyrillic"),
        (0x0530, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"), (0x0600, 0x06FF, "Arabic"), (0x0750, 0x077F, "Arabic"), (0x08A0, 0x08FF, "Arabic"), (0x0900, 0x097F, "Devanagari"),
        (0x0E00, 0x0E7F, "Thai"), (0x10A0, 0x10FF, "Georgian"), (0x1C90, 0x1CBF, "Georgian"), (0x13A0, 0x13FF, "Cherokee"), (0xAB70, 0xABBF, "Cherokee"), (0x1200, 0x137F, "Ethiopic"),
        // Japanese is written with three scripts at once, and Korean with two: together they count as one.
        (0x3040, 0x30FF, "Han"), (0x31F0, 0x31FF, "Han"), (0x3400, 0x4DBF, "Han"), (0x4E00, 0x9FFF, "Han"), (0xAC00, 0xD7A3, "Han"), (0x1100, 0x11FF, "Han"), (0x20000, 0x2FA1F, "Han"),
    ];

    private static readonly Dictionary<int, string> Looks = Table.SelectMany(one => one.Others.EnumerateRunes().Select(other => (other.Value, Latin: one.Latin.ToString())))
        .DistinctBy(one => one.Value).ToDictionary(one => one.Value, one => one.Latin);

    /// <summary>The letter that this one is taken for; itself where it is taken for none.</summary>
    public static string Of(Rune one) => Looks.GetValueOrDefault(one.Value) ?? one.ToString();

    /// <summary>The script of a letter; null for one that stands in no script of the table.</summary>
    public static string? ScriptOf(Rune one) => Array.Find(Scripts, script => one.Value >= script.From && one.Value <= script.To).Script;
}
