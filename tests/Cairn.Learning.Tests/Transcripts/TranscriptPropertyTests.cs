using Cairn.Learning.Credits;
using Cairn.Learning.Transcripts;
using CsCheck;
using static Cairn.Learning.Tests.Transcripts.TranscriptBuilder;

namespace Cairn.Learning.Tests.Transcripts;

/// <summary>Whatever was awarded, taken back, run out and converted: both transcripts say the same, and it is what the facts say.</summary>
public sealed class TranscriptPropertyTests
{
    private static readonly Gen<CreditAward> Awards =
        from number in Gen.Int[1, 30_000]
        from hundredths in Gen.Int[1, 400]
        from area in Gen.OneOfConst<AreaId?>(Maths, Arts, null, new AreaId(new Guid(9, 9, 9, new byte[8])))
        from level in Gen.OneOfConst<decimal?>(null, 2, 3, 3.33m, 3.5m, 4)
        from source in Gen.Enum<CreditSource>()
        from ago in Gen.Int[0, 2000]
        from until in Gen.OneOfConst<int?>(null, null, null, -1, 0, 30)
        from isGraded in Gen.Bool
        from isWeighted in Gen.Bool
        select Award(number, hundredths, area, level, source, Day.AddDays(-ago)) with
        {
            ProvisionalUntil = until is { } days ? Day.AddDays(days) : null, Grading = isGraded ? GradingOption.Graded : GradingOption.NoGrade, IsWeighted = isWeighted,
        };

    private static readonly Gen<(List<CreditAward> All, List<CreditReversal> Back, List<CompetencyStanding> Shown)> Cases =
        from all in Awards.List[0, 40]
        from back in Gen.Int[0, 3].List[40]
        from shown in Gen.Select(Gen.OneOfConst(Maths, Arts), Gen.Int[1, 4], Gen.Int[0, 20]).List[0, 12]
        let distinct = all.DistinctBy(one => one.Id).ToList()
        select (distinct, distinct.Where((_, i) => back[i] == 0).Select(Reverse).ToList(), shown.DistinctBy(one => one.Item3).Select(one => Shown(one.Item1, one.Item2, $"C.{one.Item3}")).ToList());

    [Fact]
    public void Every_credit_that_counts_is_one_line_by_courses_and_in_one_area_and_all_sums_are_the_same() => Cases.Sample(given =>
    {
        var counts = given.All.FindAll(one => given.Back.TrueForAll(back => back.Award != one.Id) && !(one.ProvisionalUntil < Day));
        var sheet = Transcript.From(Facts(given.All, given.Back) with { Competencies = given.Shown }).Sheet;

        return sheet.Lines.Select(one => one.Award).Order().SequenceEqual(counts.Select(one => one.Id.Value).Order())
            && sheet.Lines.All(line => counts.Single(one => one.Id.Value == line.Award).Hundredths == line.Hundredths)
            && sheet.Hundredths == counts.Where(one => one.ProvisionalUntil is null).Sum(one => one.Hundredths)
            && sheet.Provisional == counts.Where(one => one.ProvisionalUntil is not null).Sum(one => one.Hundredths)
            && sheet.Areas.Sum(one => one.Hundredths) == sheet.Hundredths && sheet.Areas.Sum(one => one.Provisional) == sheet.Provisional
            && sheet.Areas.SelectMany(one => one.Shown).Count() == given.Shown.Count(one => one.IsProficient)
            && sheet.Areas.All(area => area.Title.Length == 0 || sheet.Lines.Where(one => one.Area == area.Title && one.ProvisionalUntil is null).Sum(one => one.Hundredths) == area.Hundredths);
    });

    [Fact]
    public void The_order_in_which_facts_come_changes_no_letter() => Gen.Select(Cases, Gen.Int).Sample((given, seed) =>
    {
        var mixed = given.All.OrderBy(one => HashCode.Combine(one.Id, seed)).ToList();
        return Print(Transcript.From(Facts(given.All, given.Back)).Sheet) == Print(Transcript.From(Facts(mixed, Enumerable.Reverse(given.Back))).Sheet);
    });

    [Fact]
    public void A_table_that_is_adopted_later_moves_nothing_of_before_its_day() => Cases.Sample(given =>
    {
        var facts = Facts(given.All, given.Back);
        var later = facts with { Conversions = [.. facts.Conversions, Letters(2, Day.AddDays(1), "mean decimals=0 scale=1..4\n[1, 4] letter=Z points=0")] };
        return Print(Transcript.From(facts).Sheet) == Print(Transcript.From(later).Sheet);
    });

    [Fact]
    public void The_average_is_that_of_the_lines_that_are_printed_and_honors_are_its_fixed_cuts() => Cases.Sample(given =>
    {
        var sheet = Transcript.From(Facts(given.All, given.Back)).Sheet;
        var graded = sheet.Lines.Where(one => one.LeftOut is null).ToList();
        decimal? mean = graded.Count == 0 ? null : decimal.Round(graded.Sum(one => one.Points!.Value * one.Hundredths) / graded.Sum(one => one.Hundredths), 2, MidpointRounding.AwayFromZero);
        return sheet.Average == mean && sheet.Honors == (mean is { } value ? HonorsCut.Of(value) : Honors.None) && graded.TrueForAll(one => one.ProvisionalUntil is null && one.Source != CreditSource.Transfer);
    });
}
