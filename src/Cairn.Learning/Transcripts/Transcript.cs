using Cairn.Learning.Credits;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Transcripts;

/// <summary>Why an award is on no transcript.</summary>
public enum NotPrinted
{
    /// <summary>It was taken out of force.</summary>
    Reversed = 1,

    /// <summary>It was taken for granted for a while, and that ran out.</summary>
    RanOut = 2,
}

/// <summary>
/// Both transcripts of a learner: one conclusion from the facts in force on a day, so that the two never disagree. Every award that counts is one line by courses
/// and in one area; the totals of both are the same sum. It reads no clock, and the same facts give the same sheet.
/// </summary>
public sealed record Transcript
{
    private Transcript(TranscriptSheet sheet, GradeAverage averages, IReadOnlyList<(CreditAwardId Award, NotPrinted Why)> left) => (Sheet, Averages, LeftOut) = (sheet, averages, left);

    /// <summary>All that is printed.</summary>
    public TranscriptSheet Sheet { get; }

    /// <summary>The averages, and what is not in them.</summary>
    public GradeAverage Averages { get; }

    /// <summary>Awards that are not printed, and why.</summary>
    public IReadOnlyList<(CreditAwardId Award, NotPrinted Why)> LeftOut { get; }

    /// <summary>Concludes both transcripts.</summary>
    public static Transcript From(TranscriptFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var counted = facts.Credit.On(facts.On);
        var grades = counted.ToDictionary(one => one.Award.Id, one => AwardGrade.From(one.Award, one.Parts, facts.Conversions));
        var averages = GradeAverage.From([.. counted.Select(one => grades[one.Award.Id].Line)]);
        var names = facts.Areas.ToDictionary(one => one.Area, one => one.Title);
        var sheet = new TranscriptSheet(facts.Person, facts.On)
        {
            Areas = [.. AreasOf(facts, counted)],
            Lines = [.. counted.Select(one => LineOf(one, grades[one.Award.Id], averages, names))],
            Hundredths = facts.Credit.HundredthsOn(facts.On),
            Provisional = facts.Credit.ProvisionalOn(facts.On),
            Average = averages.Unweighted.Value,
            Weighted = averages.Weighted.Value,
            Honors = averages.Honors,
            Diploma = facts.Diploma,
            Works = facts.Works,
            Scales = [.. facts.Scales.Where(scale => facts.Competencies.Any(one => one.Scale == scale.Id && one is { IsProficient: true, Level: not null })).Select(LevelsOf)],
            Rules = facts.Rules,
            Conversions = [.. grades.Values.Select(one => one.Conversion).OfType<GradeConversion>().DistinctBy(one => one.Id)
                .OrderBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Number).ThenBy(one => one.Id.Value).Select(ConversionOf)],
            Profile = facts.Profile is { } said ? new(said.Number, said.Title, said.About, said.HowCredit, said.Signer, said.Contact, said.SchoolCode) : null,
        };
        return new(sheet, averages, [.. facts.Credit.All.Where(one => !one.IsCounted(facts.On)).Select(one => (one.Award.Id, one.IsInForce ? NotPrinted.RanOut : NotPrinted.Reversed))]);
    }

    private static IEnumerable<SheetArea> AreasOf(TranscriptFacts facts, IReadOnlyList<CreditHeld> counted)
    {
        var known = facts.Areas.Select(one => one.Area).ToHashSet();
        var credit = counted.ToLookup(one => one.Award.Area is { } area && known.Contains(area) ? (AreaId?)area : null);
        foreach (var area in facts.Areas)
        {
            var shown = facts.Competencies.Where(one => one.Area == area.Area && one.IsProficient).ToList();
            if (shown.Count == 0 && !credit[area.Area].Any()) continue;
            yield return AreaOf(area.Title, area.Scale, [.. shown.Select(one => CompetencyOf(one, facts.Scales))], area.Competencies, [.. credit[area.Area]]);
        }

        // What belongs to no area that is printed still counts, and is seen to.
        if (credit[null].Any()) yield return AreaOf("", null, [], 0, [.. credit[null]]);
    }

    private static SheetArea AreaOf(string title, ProficiencyScale? scale, IReadOnlyList<SheetCompetency> shown, int of, IReadOnlyList<CreditHeld> credit)
    {
        List<decimal> levels = [.. shown.Where(one => one.Level is not null).Select(one => one.Level!.Number)];
        var level = scale is null || levels.Count == 0 ? null : Level(scale, scale.LevelOf(Math.Round(levels.Sum() / levels.Count, 2, MidpointRounding.AwayFromZero)));
        // What is taken for granted proves nothing.
        var proofs = shown.Select(one => one.Latest).Concat(credit.Where(one => !one.IsProvisional).Select(one => (DateOnly?)one.Award.EarnedOn));
        return new(title, level, shown, of, credit.Where(one => !one.IsProvisional).Sum(one => one.Award.Hundredths), credit.Where(one => one.IsProvisional).Sum(one => one.Award.Hundredths), proofs.Max());
    }

    private static SheetCompetency CompetencyOf(CompetencyStanding one, IReadOnlyList<ProficiencyScale> scales)
    {
        var scale = scales.FirstOrDefault(each => each.Id == one.Scale);
        var level = one.Level is not { } number ? null : scale?.WithNumber(number) is { } found ? Level(scale, found) : new SheetLevel(number, one.Label, 0, 0) { IsProficient = one.IsProficient };
        return new(one.Code, one.Title, one.Statement, level, one.Stage, one.Latest);
    }

    private static SheetLine LineOf(CreditHeld held, AwardGrade graded, GradeAverage averages, IReadOnlyDictionary<AreaId, string> areas)
    {
        var (award, grade) = (held.Award, graded.Grade);
        return new SheetLine(award.Id.Value, held.Text?.Title ?? "", held.Text?.Code ?? "", award.Area is { } area ? areas.GetValueOrDefault(area, "") : "", award.Hundredths, award.EarnedOn, award.Source)
        {
            Origin = held.Text?.Origin ?? "",
            Level = award.Level,
            Grade = held.Text is { Grade.Length: > 0 } text ? text.Grade : grade?.Letter ?? "",
            Percent = PercentOf(grade?.PercentLow, grade?.PercentHigh),
            Points = grade?.Points,
            WeightedPoints = grade?.WeightedPoints,
            IsWeighted = award.IsWeighted,
            LeftOut = averages.Unweighted.LeftOut.Where(one => one.Award == award.Id).Select(one => (LeftOut?)one.Why).FirstOrDefault(),
            ProvisionalUntil = award.ProvisionalUntil,
            // The hours are of the whole policy: a part of its credit is that part of them. Of another school's course its own transcript says them, and what list it is on.
            SeatHours = award.Source != CreditSource.Transfer && held.Policy is { SeatHours: { } hours, Hundredths: > 0 } policy ? (int)Math.Round((decimal)hours * award.Hundredths / policy.Hundredths, MidpointRounding.AwayFromZero) : null,
            IsNcaa = award.Source != CreditSource.Transfer && held.Policy is { IsNcaaApproved: true } listed && listed.CourseTitle == held.Text?.Title,
        };
    }

    private static SheetConversion ConversionOf(GradeConversion one) => new(one.Code, one.Number, one.Title, one.Legend, [.. one.Rules.Bands.Select(BandOf)]);

    private static SheetBand BandOf(GradeBand band) => new(band.From, band.IsFromInside, band.To, band.IsToInside, band.Letter, PercentOf(band.PercentLow, band.PercentHigh), band.Points);

    private static string PercentOf(decimal? low, decimal? high) => low is null ? "" : low == high || high is null ? ArithmeticLine.Print(low.Value) : $"{ArithmeticLine.Print(low.Value)}-{ArithmeticLine.Print(high.Value)}";

    private static IReadOnlyList<SheetLevel> LevelsOf(ProficiencyScale scale) => [.. scale.Levels.Select(one => Level(scale, one))];

    private static SheetLevel Level(ProficiencyScale scale, ProficiencyLevel level) =>
        new(level.Number, level.Label, scale.Levels.Index().First(one => one.Item.Number == level.Number).Index + 1, scale.Levels.Count) { IsProficient = scale.IsProficient(level) };
}
