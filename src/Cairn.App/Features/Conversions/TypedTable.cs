using System.Globalization;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.Mastery;
using Cairn.Learning.Transcripts;

namespace Cairn.App.Features.Conversions;

/// <summary>A table out of a form with a row a band, and back. An end that is not in the band is typed with its sign: ">3.5" or "&lt;2".</summary>
internal static class TypedTable
{
    private static readonly string[] Parts = ["from", "to", "letter", "low", "high", "points", "weighted", "majority", "none", "credit"];

    /// <summary>How many rows a form shows: those that hold something, and two more.</summary>
    public static int Rows(Typed typed) => Math.Clamp(2 + Enumerable.Range(1, GradeTable.MostBands).LastOrDefault(row => IsFilled(typed, row)), 4, GradeTable.MostBands);

    /// <summary>The fields of a table.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(GradeTable table)
    {
        yield return ("decimals", table.Decimals);
        yield return ("lowest", Print(table.Lowest));
        yield return ("highest", Print(table.Highest));
        foreach (var (i, band) in table.Bands.Index())
        {
            var row = i + 1;
            yield return ($"from-{row}", band.From is { } from ? (band.IsFromInside ? "" : ">") + Print(from) : "");
            yield return ($"to-{row}", band.To is { } to ? (band.IsToInside ? "" : "<") + Print(to) : "");
            yield return ($"letter-{row}", band.Letter);
            yield return ($"low-{row}", Print(band.PercentLow));
            yield return ($"high-{row}", Print(band.PercentHigh));
            yield return ($"points-{row}", Print(band.Points));
            yield return ($"weighted-{row}", Print(band.WeightedPoints));
            yield return ($"majority-{row}", Print(band.MajorityAt));
            yield return ($"none-{row}", Print(band.NoneAtOrBelow));
            yield return ($"credit-{row}", band.EarnsCredit switch { true => "yes", false => "no", _ => "" });
        }
    }

    /// <summary>Reads it, and says at its row what is wrong.</summary>
    public static GradeTable Read(Typed typed, Words words)
    {
        var rows = Enumerable.Range(1, GradeTable.MostBands).Where(row => IsFilled(typed, row)).ToList();
        var table = new GradeTable([.. rows.Select(row => Band(typed, row, words))])
        {
            Decimals = typed.Whole("decimals", 0, GradeTable.MostDecimals), Lowest = Needed(typed, "lowest", words), Highest = Needed(typed, "highest", words),
        };
        if (!typed.IsGood) return table;
        foreach (var fault in GradeTableCheck.Of(table)) typed.Refuse(FieldOf(fault, rows), words[$"conversion.fault.{fault.Kind}"]);
        return table;
    }

    private static GradeBand Band(Typed typed, int row, Words words)
    {
        var (from, isFromOut) = End(typed, $"from-{row}", '>', words);
        var (to, isToOut) = End(typed, $"to-{row}", '<', words);
        var low = Number(typed, $"low-{row}", words);
        return new GradeBand(from, to)
        {
            IsFromInside = !isFromOut, IsToInside = !isToOut, Letter = typed.Text($"letter-{row}", GradeTableCheck.LongestLetter), PercentLow = low ?? Number(typed, $"high-{row}", words),
            PercentHigh = Number(typed, $"high-{row}", words) ?? low, Points = Number(typed, $"points-{row}", words), WeightedPoints = Number(typed, $"weighted-{row}", words),
            MajorityAt = Number(typed, $"majority-{row}", words), NoneAtOrBelow = Number(typed, $"none-{row}", words), EarnsCredit = typed[$"credit-{row}"] switch { "yes" => true, "no" => false, _ => null },
        };
    }

    private static (decimal? End, bool IsOut) End(Typed typed, string name, char outside, Words words)
    {
        var text = typed[name];
        var isOut = text.StartsWith(outside);
        return (Number(typed, name, words, isOut ? text[1..] : text), isOut);
    }

    private static decimal Needed(Typed typed, string name, Words words)
    {
        if (typed[name].Length == 0) typed.Refuse(name, words["form.needed"]);
        return Number(typed, name, words) ?? 0;
    }

    private static decimal? Number(Typed typed, string name, Words words, string? text = null)
    {
        var said = (text ?? typed[name]).Trim().Replace(',', '.');
        if (said.Length == 0) return null;
        if (said.Length < 12 && decimal.TryParse(said, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 1000) return number;
        typed.Refuse(name, words["conversion.fault.number"]);
        return null;
    }

    private static bool IsFilled(Typed typed, int row) => Array.Exists(Parts, part => typed[$"{part}-{row}"].Length > 0);

    private static string FieldOf(GradeTableFault fault, List<int> rows) => fault.Band is not { } band
        ? fault.Kind switch { GradeTableFaultKind.Decimals => "decimals", GradeTableFaultKind.Scale => "highest", _ => "from-1" }
        : $"{fault.Kind switch { GradeTableFaultKind.Percent => "low", GradeTableFaultKind.Points => "points", GradeTableFaultKind.Letter or GradeTableFaultKind.Silent => "letter", GradeTableFaultKind.Condition => "majority", _ => "from" }}-{rows[band]}";

    private static string Print(decimal? number) => number is { } one ? ArithmeticLine.Print(one) : "";
}
