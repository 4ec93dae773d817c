using System.Globalization;
using Cairn.Learning.Mastery;

namespace Cairn.Learning.Transcripts;

/// <summary>
/// A table as text and back: how it is kept and compared. The first line is rounding and scale, such as "mean decimals=2 scale=0..4"; each other one a band, such
/// as "[3.26, 3.74] percent=93..96" or "(3.5, ) letter=A majority=4 none=2". Brackets hold their end, parentheses do not. Equal tables have equal texts.
/// </summary>
public static class GradeTableText
{
    /// <summary>The text of a table.</summary>
    public static string Of(GradeTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var first = $"mean decimals={table.Decimals.ToString(CultureInfo.InvariantCulture)} scale={ArithmeticLine.Print(table.Lowest)}..{ArithmeticLine.Print(table.Highest)}";
        return string.Join('\n', [first, .. table.Bands.Select(Of)]);
    }

    /// <summary>The ends of a band, such as "[3.26, 3.74]" or "(3.5, )".</summary>
    public static string Ends(GradeBand band)
    {
        ArgumentNullException.ThrowIfNull(band);
        return $"{(band is { From: not null, IsFromInside: true } ? '[' : '(')}{Print(band.From)}, {Print(band.To)}{(band is { To: not null, IsToInside: true } ? ']' : ')')}";
    }

    /// <summary>The table of a text. Throws <see cref="FormatException"/> where it is none, with the line.</summary>
    public static GradeTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || !lines[0].StartsWith("mean ", StringComparison.Ordinal)) throw new FormatException("The first line begins with mean.");
        var first = Pairs(lines[0][5..], lines[0]);
        var (lowest, highest) = Range(first.GetValueOrDefault("scale", "1..4"), lines[0]);
        return new GradeTable([.. lines.Skip(1).Select(Band)])
        {
            Decimals = (int)(Number(first.GetValueOrDefault("decimals", "2"), lines[0]) ?? 2), Lowest = lowest ?? 1, Highest = highest ?? 4,
        };
    }

    private static string Of(GradeBand band) => string.Join(' ', [
        Ends(band),
        .. Say("letter", Uri.EscapeDataString(band.Letter)),
        .. Say("percent", band.PercentLow is { } low ? low == band.PercentHigh ? Print(low) : $"{Print(low)}..{Print(band.PercentHigh)}" : ""),
        .. Say("points", Print(band.Points)), .. Say("weighted", Print(band.WeightedPoints)),
        .. Say("majority", Print(band.MajorityAt)), .. Say("none", Print(band.NoneAtOrBelow)),
        .. Say("credit", band.EarnsCredit switch { true => "yes", false => "no", _ => "" })]);

    private static IEnumerable<string> Say(string name, string value) => value.Length == 0 ? [] : [$"{name}={value}"];

    private static GradeBand Band(string line)
    {
        var end = line.IndexOfAny([']', ')']);
        if (end < 0 || line[0] is not ('[' or '(')) throw new FormatException($"A band begins with its ends: {line}");
        var ends = line[1..end].Split(',');
        if (ends.Length != 2) throw new FormatException($"A band has two ends: {line}");
        var said = Pairs(line[(end + 1)..], line);
        var (low, high) = said.TryGetValue("percent", out var percent) ? Range(percent, line) : (null, null);
        var (from, to) = (Number(ends[0], line), Number(ends[1], line));
        return new GradeBand(from, to)
        {
            // An open end is neither in nor out: equal bands are equal.
            IsFromInside = from is null || line[0] == '[', IsToInside = to is null || line[end] == ']',
            Letter = Uri.UnescapeDataString(said.GetValueOrDefault("letter", "")), PercentLow = low, PercentHigh = high,
            Points = Number(said.GetValueOrDefault("points", ""), line), WeightedPoints = Number(said.GetValueOrDefault("weighted", ""), line),
            MajorityAt = Number(said.GetValueOrDefault("majority", ""), line), NoneAtOrBelow = Number(said.GetValueOrDefault("none", ""), line),
            EarnsCredit = said.GetValueOrDefault("credit") switch { null => null, "yes" => true, "no" => false, _ => throw new FormatException($"credit is yes or no: {line}") },
        };
    }

    private static Dictionary<string, string> Pairs(string words, string line)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Split('=', 2) is not [var name, var value] || !pairs.TryAdd(name, value)) throw new FormatException($"'{word}' is not name=value, or said twice: {line}");
        return pairs;
    }

    private static (decimal? Low, decimal? High) Range(string text, string line) => text.Split("..") switch
    {
        [var one] => (Number(one, line), Number(one, line)),
        [var low, var high] => (Number(low, line), Number(high, line)),
        _ => throw new FormatException($"'{text}' is no range: {line}"),
    };

    private static decimal? Number(string text, string line) => text.Trim() is { Length: > 0 } said
        ? decimal.TryParse(said, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{said}' is no number: {line}")
        : null;

    private static string Print(decimal? number) => number is { } one ? ArithmeticLine.Print(one) : "";
}
