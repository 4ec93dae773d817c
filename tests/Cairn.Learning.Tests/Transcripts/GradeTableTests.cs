using Cairn.Learning.Transcripts;
using CsCheck;

namespace Cairn.Learning.Tests.Transcripts;

public sealed class GradeTableTests
{
    private static readonly GradeTable Usual = new(
    [
        new(3.5m, null) { Letter = "A", PercentLow = 90, PercentHigh = 100, Points = 4, WeightedPoints = 5 },
        new(2.5m, 3.5m) { IsToInside = false, Letter = "B", PercentLow = 80, PercentHigh = 89, Points = 3, WeightedPoints = 4 },
        new(1.5m, 2.5m) { IsToInside = false, Letter = "C", PercentLow = 70, PercentHigh = 79, Points = 2, WeightedPoints = 3 },
    ]);

    [Theory]
    [InlineData(0, "1,2", 2)]
    [InlineData(1, "2.2,2.3", 2.3)]
    [InlineData(2, "3,3,4", 3.33)]
    [InlineData(2, "3,4,4", 3.67)]
    [InlineData(2, "3.01,3", 3.01)]
    [InlineData(3, "3,3,4", 3.333)]
    public void The_mean_is_rounded_half_away_from_zero_once(int decimals, string levels, decimal mean) =>
        (Usual with { Decimals = decimals }).MeanOf(Levels(levels)).ShouldBe(mean);

    [Fact]
    public void Every_mean_of_the_scale_is_in_a_band_or_in_a_gap_and_never_in_both() => Gen.Select(Tables, Gen.Int[0, 100]).Sample((table, step) =>
    {
        var mean = step / 20m;
        if (decimal.Round(mean, table.Decimals) != mean || mean < table.Lowest || mean > table.Highest) return;

        (table.GapAt(mean) is not null).ShouldBe(!table.Bands.Any(one => one.Covers(mean)), $"{mean} in {GradeTableText.Of(table)}");
    }, iter: 2000, threads: 1);

    [Fact]
    public void A_table_comes_back_from_its_text() => Tables.Sample(table =>
    {
        var text = GradeTableText.Of(table);
        var back = GradeTableText.Parse(text);

        GradeTableText.Of(back).ShouldBe(text);
        back.Bands.SequenceEqual(table.Bands).ShouldBeTrue(text);
        (back.Decimals, back.Lowest, back.Highest).ShouldBe((table.Decimals, table.Lowest, table.Highest));
    }, iter: 500, threads: 1);

    [Theory]
    [InlineData("A b|c=d\n[1, 2]")]
    [InlineData("§ 5 % ä")]
    public void A_letter_with_odd_signs_comes_back(string letter) =>
        GradeTableText.Parse(GradeTableText.Of(new([new(1, 2) { Letter = letter }]))).Bands[0].Letter.ShouldBe(letter);

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2] letter=A")]
    [InlineData("mean decimals=2\n1, 2 letter=A")]
    [InlineData("mean decimals=2\n[1, 2, 3]")]
    [InlineData("mean decimals=2\n[one, 2]")]
    [InlineData("mean decimals=2\n[1, 2] letter")]
    [InlineData("mean decimals=2\n[1, 2] letter=A letter=B")]
    [InlineData("mean decimals=2\n[1, 2] percent=1..2..3")]
    [InlineData("mean decimals=2\n[1, 2] credit=perhaps")]
    public void What_is_no_table_is_refused(string text) => Should.Throw<FormatException>(() => GradeTableText.Parse(text));

    [Fact]
    public void A_higher_level_never_makes_a_sound_table_worse() => Gen.Select(Gen.Int[1, 4].List[1, 8], Gen.Int[0, 7]).Sample((levels, at) =>
    {
        var before = levels.ConvertAll(one => (decimal)one);
        var after = before.ToList();
        after[at % after.Count] = Math.Min(4, after[at % after.Count] + 1);

        GradeOrder.Compare(ReportingGrade.From(Usual, before, false), ReportingGrade.From(Usual, after, false)).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0);
    }, iter: 500, threads: 1);

    [Fact]
    public void The_order_of_levels_does_not_matter() => Gen.Int[1, 4].List[1, 8].Sample(levels =>
        ReportingGrade.From(Usual, [.. levels.Select(one => (decimal)one)], false).Value.ShouldBe(ReportingGrade.From(Usual, [.. levels.Select(one => (decimal)one).Reverse()], false).Value), iter: 200, threads: 1);

    [Fact]
    public void Why_this_grade_is_told_to_the_digit()
    {
        var grade = ReportingGrade.From(Usual, [3, 4, 4], isWeighted: true);

        grade.Steps.Select(one => one.Kind).ShouldBe([GradeStepKind.Levels, GradeStepKind.Mean, GradeStepKind.Rounded, GradeStepKind.Band]);
        (grade.Steps[0].Formula, grade.Steps[1].Formula, grade.Steps[2].Result, grade.Steps[3].Formula).ShouldBe(("3, 4, 4", "(3 + 4 + 4) / 3", 3.67m, "[3.5, )"));
        (grade.Letter, grade.Points, grade.WeightedPoints).ShouldBe(("A", 4, 5));
    }

    [Fact]
    public void Without_a_level_there_is_no_grade_and_it_is_said()
    {
        var grade = ReportingGrade.From(Usual, [], isWeighted: false);

        (grade.IsDefined, grade.Value).ShouldBe((false, null));
        grade.Gaps.ShouldBe([GradeGap.NoLevel]);
        grade.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void The_gap_that_a_mean_falls_into_is_named() =>
        ReportingGrade.From(PublishedConversions.Rutland.Table, [3, 3, 3, 3.4m], false).Steps[^1].ShouldBe(new GradeStep(GradeStepKind.Band, "[3.01, 3.25]", 3.1m, false));

    public static TheoryData<string, GradeTableFaultKind> Faulty => new()
    {
        { "mean decimals=2 scale=1..4", GradeTableFaultKind.NoBand },
        { "mean decimals=7 scale=1..4\n[1, 2] letter=A", GradeTableFaultKind.Decimals },
        { "mean decimals=2 scale=4..1\n[1, 2] letter=A", GradeTableFaultKind.Scale },
        { "mean decimals=2 scale=1..400\n[1, 2] letter=A", GradeTableFaultKind.Scale },
        { "mean decimals=2 scale=1..4\n[3, 2] letter=A", GradeTableFaultKind.Empty },
        { "mean decimals=2 scale=1..4\n(2, 2.01) letter=A", GradeTableFaultKind.Empty },
        { "mean decimals=2 scale=1..4\n[2.005, 3] letter=A", GradeTableFaultKind.Finer },
        { "mean decimals=2 scale=1..4\n[1, 9999999999999] letter=A", GradeTableFaultKind.Finer },
        { "mean decimals=2 scale=1..4\n[2, 3] letter=A\n[3, 4] letter=B", GradeTableFaultKind.Overlap },
        { "mean decimals=2 scale=1..4\n[2, 3] percent=90..80", GradeTableFaultKind.Percent },
        { "mean decimals=2 scale=1..4\n[2, 3] percent=90..180", GradeTableFaultKind.Percent },
        { "mean decimals=2 scale=1..4\n[2, 3] points=-1", GradeTableFaultKind.Points },
        { "mean decimals=2 scale=1..4\n[2, 3] letter=ABCDEFGHIJKLMNOPQRSTUV", GradeTableFaultKind.Letter },
        { "mean decimals=2 scale=1..4\n[2, 3] letter=A%0AB", GradeTableFaultKind.Letter },
        { "mean decimals=2 scale=1..4\n[2, 3]", GradeTableFaultKind.Silent },
        { "mean decimals=2 scale=1..4\n[2, 3] letter=A majority=7", GradeTableFaultKind.Condition },
        { "mean decimals=2 scale=1..4\n[3, 4] points=2\n[2, 2.99] points=3", GradeTableFaultKind.Falls },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_wrong_with_a_table_is_named(string text, GradeTableFaultKind kind) => GradeTableCheck.Of(GradeTableText.Parse(text)).Select(one => one.Kind).ShouldContain(kind);

    [Fact]
    public void Bands_may_overlap_where_the_first_has_conditions()
    {
        var table = GradeTableText.Parse("mean decimals=2 scale=1..4\n[3.5, ] letter=A majority=4\n[3.5, ] letter=A-\n[2, 3.49] letter=B");

        GradeTableCheck.Of(table).ShouldBeEmpty();
        ReportingGrade.From(table, [4, 4, 3], false).Letter.ShouldBe("A");
        ReportingGrade.From(table, [3.6m], false).Letter.ShouldBe("A-");
    }

    [Theory]
    [InlineData("A", 4)]
    [InlineData("a", 4)]
    [InlineData(" B ", 3)]
    [InlineData("85", 3)]
    [InlineData("85 %", 3)]
    [InlineData("100", 4)]
    [InlineData("89.5", null)]
    [InlineData("D", null)]
    [InlineData("", null)]
    [InlineData("-85", null)]
    public void A_grade_goes_back_to_the_lowest_level_that_it_stands_for(string grade, int? level) => GradeInverse.LevelOf(Usual, [1, 2, 3, 4], grade).ShouldBe(level);

    [Fact]
    public void Where_no_single_level_is_a_grade_the_highest_below_it_is_taken() => GradeInverse.LevelOf(PublishedConversions.YamhillCarlton.Table, [1, 2, 3, 4], "B").ShouldBe(3);

    [Fact]
    public void Every_level_that_a_table_grades_comes_back_no_higher_than_it_was() => Gen.Int[1, 4].Sample(level =>
    {
        foreach (var table in PublishedConversions.All.Select(one => one.Table).Append(Usual))
            if (ReportingGrade.From(table, [level], false) is { Letter.Length: > 0 } grade)
                GradeInverse.LevelOf(table, [1, 2, 3, 4], grade.Letter)!.Value.ShouldBeLessThanOrEqualTo(level);
    }, iter: 20, threads: 1);

    private static Gen<GradeTable> Tables { get; } = Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 20], Gen.Bool, Gen.Bool, Gen.OneOfConst("", "A", "B+", "Not yet"), Gen.Int[0, 100], Gen.Bool, Gen.Int[0, 8],
            (from, width, isFromIn, isToIn, letter, percent, hasPercent, points) => new GradeBand(from / 10m, (from + width) / 10m)
            {
                IsFromInside = isFromIn, IsToInside = isToIn, Letter = letter, PercentLow = hasPercent ? percent : null, PercentHigh = hasPercent ? Math.Min(100, percent + 5) : null,
                Points = points > 4 ? null : points, MajorityAt = points == 3 ? 4 : null, EarnsCredit = points switch { 1 => true, 2 => false, _ => null },
            }).List[0, 5], Gen.Int[0, 3], (bands, decimals) => new GradeTable(bands) { Decimals = decimals, Lowest = 0, Highest = 5 });

    private static IReadOnlyList<decimal> Levels(string levels) => [.. levels.Split(',').Select(one => decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture))];
}
