using Cairn.App.Ui.Words;
using Cairn.Learning.Credits;
using Cairn.Learning.Transcripts;

namespace Cairn.App.Features.Transcripts;

/// <summary>What a sheet says, in a reader's words. Numbers are those of the record: whoever holds the paper beside the screen reads the same.</summary>
internal static class SheetWords
{
    /// <summary>Hundredths of a credit as credit, with both digits: 18.75, 4.00.</summary>
    public static string Credit(int hundredths, Words words) => (hundredths / 100m).ToString("0.00", words.Culture);

    /// <summary>Points and averages, with both digits.</summary>
    public static string Points(decimal? points, Words words) => points is { } some ? some.ToString("0.00", words.Culture) : "";

    /// <summary>The step of colour and stones, 1 to 4: the place on the scale.</summary>
    public static int Step(SheetLevel level) => level.Of > 1 ? 1 + (int)Math.Round((level.Rank - 1) * 3m / (level.Of - 1), MidpointRounding.AwayFromZero) : level.IsProficient ? 3 : 2;

    /// <summary>A level as it is printed: its number and its word.</summary>
    public static string Level(SheetLevel level, Words words) => level.Label.Length == 0 ? words.Number(level.Number) : $"{words.Number(level.Number)} {level.Label}";

    /// <summary>The stage that levels are of, or from which to which; empty where there is no continuum.</summary>
    public static string Stages(IEnumerable<SheetCompetency> shown, Words words) => shown.Select(one => one.Stage).OfType<int>().Order().ToList() is { Count: > 0 } stages
        ? words["transcript.stage", ("from", stages[0]), ("to", stages[^1]), ("same", stages[0] == stages[^1] ? "yes" : "no")] : "";

    /// <summary>What a line needs to be said beside its grade: where it is from, until when it is taken for granted, that it is weighted or has no grade.</summary>
    public static IEnumerable<string> Marks(SheetLine line, Words words)
    {
        if (line.Source is CreditSource.Transfer or CreditSource.Equivalency or CreditSource.Agreement or CreditSource.ExamAndArtifact || line.Origin.Length > 0)
            yield return words[$"transcript.source.{line.Source}", ("origin", line.Origin), ("from", line.Origin.Length > 0 ? "named" : "none")];
        if (line.ProvisionalUntil is { } until) yield return words["transcript.provisional", ("date", words.Date(until))];
        if (line.LeftOut == LeftOut.NoGrade) yield return words["transcript.noGrade"];
        if (line.IsWeighted) yield return words["transcript.weighted"];
        if (line.IsNcaa) yield return words["transcript.ncaa"];
        if (line.SeatHours is { } hours) yield return words["transcript.hours", ("hours", hours)];
    }

    /// <summary>A row of a table from levels to grades, such as "from 3 to below 3.5: B, 85-92%, 3 points".</summary>
    public static string Band(SheetBand band, Words words)
    {
        string?[] ends = [band.From is { } from ? words[band.IsFromInside ? "transcript.band.from" : "transcript.band.above", ("mean", from)] : null,
            band.To is { } to ? words[(band.From is null, band.IsToInside) switch { (true, true) => "transcript.band.only.to", (true, false) => "transcript.band.only.below", (false, true) => "transcript.band.to", _ => "transcript.band.below" }, ("mean", to)] : null];
        string?[] says = [band.Letter.Length > 0 ? band.Letter : null, band.Percent.Length > 0 ? words["transcript.percent", ("percent", band.Percent)] : null, band.Points is { } points ? words["transcript.band.points", ("points", points)] : null];
        return $"{string.Join(' ', ends.OfType<string>())}: {string.Join(", ", says.OfType<string>())}";
    }

    /// <summary>The first sentence: what has been earned, and of what.</summary>
    public static string Answer(TranscriptSheet sheet, Words words)
    {
        var (name, earned) = (sheet.Person.Called, Credit(sheet.Hundredths, words));
        if (sheet.Diploma is not { } diploma) return words["transcript.answer", ("name", name), ("credits", earned)];
        if (diploma.AwardedOn is { } on) return words["transcript.answer.awarded", ("name", name), ("credits", earned), ("diploma", diploma.Title), ("date", words.Date(on))];
        // An edition of before it was counted says how much was asked, and not how much of it is there: what was earned in all may be more than counts.
        return diploma is { Asked: { } asked, Counted: { } counted }
            ? words["transcript.answer.asked", ("name", name), ("met", diploma.Met), ("of", diploma.Of), ("credits", earned), ("asked", Credit(asked, words)), ("counted", Credit(counted, words))]
            : words["transcript.answer.diploma", ("name", name), ("met", diploma.Met), ("of", diploma.Of), ("credits", earned)];
    }
}
