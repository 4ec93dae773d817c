using Cairn.Learning.Mastery;
using Cairn.Learning.Transcripts;

namespace Cairn.App.Ui.Reasons;

/// <summary>Says tables, grades and how they came about in a reader's words.</summary>
internal sealed class GradeWords(Words.Words words)
{
    /// <summary>A number to three decimals, as the reader writes it.</summary>
    public string Number(decimal number) => number.ToString("0.###", words.Culture);

    /// <summary>For which means a band is, such as "3.26 to 3.74" or "above 3.5".</summary>
    public string Ends(GradeBand band)
    {
        var low = band.From is { } from ? words["grade.ends.low", ("inside", band.IsFromInside), ("at", Number(from))] : "";
        var high = band.To is { } to ? words["grade.ends.high", ("inside", band.IsToInside), ("at", Number(to))] : "";
        return (band.From, band.To) switch
        {
            ({ } one, { } other) when one == other => words["grade.ends.exact", ("at", Number(one))],
            ({ } one, { } other) when band is { IsFromInside: true, IsToInside: true } => words["grade.ends.both", ("from", Number(one)), ("to", Number(other))],
            ({ }, { }) => $"{low}, {high}",
            (null, null) => words["grade.ends.any"],
            _ => low + high,
        };
    }

    /// <summary>Means that no band covers.</summary>
    public string Gap(MeanRange gap) => gap.From == gap.To ? words["grade.ends.exact", ("at", Number(gap.From))] : words["grade.ends.both", ("from", Number(gap.From)), ("to", Number(gap.To))];

    /// <summary>The percent of a band; empty where it says none.</summary>
    public string Percent(GradeBand band) => band.PercentLow is not { } low ? ""
        : words["grade.percent", ("low", Number(low)), ("high", Number(band.PercentHigh ?? low)), ("kind", low == band.PercentHigh ? "one" : "range")];

    /// <summary>Points; empty for none.</summary>
    public string Points(decimal? points) => points is { } one ? Number(one) : "";

    /// <summary>What a band asks beside the mean, in sentences.</summary>
    public IEnumerable<string> Conditions(GradeBand band)
    {
        if (band.MajorityAt is { } at) yield return words["grade.condition.majority", ("at", Number(at))];
        if (band.NoneAtOrBelow is { } low) yield return words["grade.condition.none", ("at", Number(low))];
        if (band.EarnsCredit is { } earns) yield return words[earns ? "grade.credit.yes" : "grade.credit.no"];
    }

    /// <summary>A grade in a few words: the letter, else percent, else points; "not said" where the table says nothing.</summary>
    public string Short(GradeBand? band) => band switch
    {
        null => words["grade.undefined"],
        { Letter.Length: > 0 } => band.Letter,
        { PercentLow: not null } => Percent(band),
        { Points: { } points } => words["grade.points", ("points", Number(points))],
        { WeightedPoints: { } points } => words["grade.points", ("points", Number(points))],
        _ => words["grade.undefined"],
    };

    /// <summary>What a grade says beside its letter: percent, points, credit; "not said" where it says none of them.</summary>
    public string Numbers(ReportingGrade? grade)
    {
        if (grade?.Band is not { } band) return words["grade.notSaid"];
        string[] all = [Percent(band), grade.WeightedPoints is { } points ? words["grade.points", ("points", Number(points))] : "", band.EarnsCredit is { } earns ? words[earns ? "grade.credit.yes" : "grade.credit.no"].TrimEnd('.') : ""];
        return all.Any(one => one.Length > 0) ? string.Join(", ", all.Where(one => one.Length > 0)) : words["grade.notSaid"];
    }

    /// <summary>Why something is undefined, in a sentence.</summary>
    public string Why(ReportingGrade grade, GradeGap gap) => gap == GradeGap.NoBand && grade.Value is { } mean && grade.Table.GapAt(mean) is { } range
        ? words["grade.gap.range", ("mean", Number(mean)), ("range", Gap(range))] : words[$"grade.gap.{gap}", ("mean", grade.Value is { } value ? Number(value) : "")];

    /// <summary>Why something is in no average.</summary>
    public string Why(LeftOut why) => words[$"grade.left.{why}"];

    /// <summary>What a step is about.</summary>
    public string Of(GradeStep step) => words[$"grade.step.{step.Kind}"];

    /// <summary>A step with its numbers and what comes of it. Numbers stand as the table has them, with a point; the ends of a row are said in words.</summary>
    /// <param name="step">The step.</param>
    /// <param name="table">The table it was read from.</param>
    public string Formula(GradeStep step, GradeTable table) => step switch
    {
        { Kind: GradeStepKind.Mean, Result: { } mean } => $"{step.Formula} = {ArithmeticLine.Print(mean)}",
        { Kind: GradeStepKind.Rounded, Result: { } rounded } => words["grade.step.rounded.says", ("mean", step.Formula.Split(' ')[0]), ("decimals", step.Formula.Split(' ')[^1]), ("rounded", ArithmeticLine.Print(rounded))],
        { Kind: GradeStepKind.Majority, Holds: { } isMajority } when step.Formula.Split(' ') is [var count, _, var all, _, var at] => words["grade.step.majority.says", ("count", count), ("all", all), ("at", at), ("holds", isMajority)],
        { Kind: GradeStepKind.NoneBelow, Holds: { } isNone } when step.Formula.Split(' ') is [var count, _, var low] => words["grade.step.none.says", ("count", count), ("at", low), ("holds", isNone)],
        { Holds: { } isIn, Result: { } value } => words["grade.step.band.says", ("value", ArithmeticLine.Print(value)), ("what", Row(step, value, table)), ("holds", isIn)],
        _ => step.Formula,
    };

    private string Row(GradeStep step, decimal value, GradeTable table) => table.Bands.FirstOrDefault(one => GradeTableText.Ends(one) == step.Formula) is { } band ? Ends(band)
        : table.GapAt(value) is { } gap ? Gap(gap) : step.Formula;
}
