using Cairn.Learning.Transcripts;

namespace Cairn.Learning.Tests.Transcripts;

/// <summary>The tables of "Conversions as published", to the digit, and what they leave out.</summary>
public sealed class PublishedConversionsTests
{
    [Theory]
    [InlineData(3.26, "", 93, 96)]
    [InlineData(3.5, "", 93, 96)]
    [InlineData(3.74, "", 93, 96)]
    [InlineData(3.00, "A", 90, 92)]
    [InlineData(2.50, "", 80, 89)]
    [InlineData(2.99, "", 80, 89)]
    [InlineData(2.00, "", 70, 79)]
    [InlineData(2.49, "", 70, 79)]
    public void Rutland_says_what_it_published(decimal mean, string letter, int low, int high)
    {
        var grade = ReportingGrade.From(PublishedConversions.Rutland.Table, [mean], isWeighted: false);

        (grade.Letter, grade.PercentLow, grade.PercentHigh, grade.Points, grade.EarnsCredit).ShouldBe((letter, low, high, null, null));
    }

    [Theory]
    [InlineData(1.99)]
    [InlineData(1)]
    [InlineData(0)]
    public void Below_two_Rutland_says_incomplete_and_no_percent(decimal mean)
    {
        var grade = ReportingGrade.From(PublishedConversions.Rutland.Table, [mean], isWeighted: false);

        (grade.Letter, grade.PercentLow).ShouldBe(("Incomplete", null));
        grade.Gaps.ShouldBe([GradeGap.NoPercent, GradeGap.NoPoints]);
    }

    [Theory]
    [InlineData(3.01)]
    [InlineData(3.25)]
    [InlineData(3.75)]
    [InlineData(4)]
    public void What_Rutland_left_out_stays_undefined(decimal mean)
    {
        var grade = ReportingGrade.From(PublishedConversions.Rutland.Table, [mean], isWeighted: false);

        (grade.IsDefined, grade.Letter, grade.PercentLow, grade.Value).ShouldBe((false, "", null, mean));
        grade.Gaps.ShouldBe([GradeGap.NoBand]);
    }

    [Fact]
    public void The_gaps_of_Rutland_are_named() =>
        PublishedConversions.Rutland.Table.Gaps().ShouldBe([new MeanRange(3.01m, 3.25m), new MeanRange(3.75m, 4m)]);

    [Theory]
    [InlineData("4,4,4", "A")]
    [InlineData("4,4,4,3", "A")]
    [InlineData("4,4,3", "A")]
    [InlineData("4,3", "B")]
    [InlineData("3,3,4", "B")]
    [InlineData("3", "C")]
    [InlineData("3,3,3,3,3,3,3,3,3,2,2", "C")]
    public void Yamhill_Carlton_says_what_it_published(string levels, string letter) => Yamhill(levels).Letter.ShouldBe(letter);

    [Theory]
    [InlineData("4,4,4,4,4,4,2")]
    [InlineData("4,4,4,4,4,4,4,4,1")]
    public void Above_three_and_a_half_with_a_one_or_two_Yamhill_Carlton_says_nothing(string levels)
    {
        var grade = Yamhill(levels);

        grade.Value!.Value.ShouldBeGreaterThan(3.5m);
        (grade.IsDefined, grade.Letter).ShouldBe((false, ""));
        grade.Gaps.ShouldBe([GradeGap.Condition]);
        grade.Steps[^1].ShouldBe(new GradeStep(GradeStepKind.NoneBelow, "1 <= 2", null, false));
    }

    [Theory]
    [InlineData("3.6,3.6,3.6")]
    [InlineData("4,4,3.3,3.3")]
    public void Above_three_and_a_half_without_a_majority_of_fours_Yamhill_Carlton_says_nothing(string levels)
    {
        var grade = Yamhill(levels);

        grade.Value!.Value.ShouldBeGreaterThan(3.5m);
        (grade.IsDefined, grade.Gaps[0]).ShouldBe((false, GradeGap.Condition));
    }

    [Theory]
    [InlineData("2,3")]
    [InlineData("1")]
    public void At_or_below_two_and_a_half_Yamhill_Carlton_says_nothing(string levels) => Yamhill(levels).Gaps.ShouldBe([GradeGap.NoBand]);

    [Fact]
    public void Deer_Valley_says_points_and_credit_as_published_and_no_more()
    {
        var table = PublishedConversions.DeerValley.Table;

        var (three, weighted, four, one, two) = (Of(3, false), Of(4, true), Of(4, false), Of(1, false), Of(2, false));

        (three.Points, three.EarnsCredit).ShouldBe((3m, null));
        (weighted.WeightedPoints, weighted.Points).ShouldBe((5m, null));
        (four.Points, four.WeightedPoints).ShouldBe((null, null));
        (one.EarnsCredit, one.Points).ShouldBe((false, null));
        two.IsDefined.ShouldBeFalse();
        Of(3, true).WeightedPoints.ShouldBeNull();
        Of(3, true).Gaps.ShouldContain(GradeGap.NoWeightedPoints);
        Of(3.5m, false).IsDefined.ShouldBeFalse();

        ReportingGrade Of(decimal level, bool isWeighted) => ReportingGrade.From(table, [level], isWeighted);
    }

    [Fact]
    public void Portland_says_that_three_is_85_a_B_and_nothing_else()
    {
        var three = ReportingGrade.From(PublishedConversions.Portland.Table, [3], isWeighted: false);

        (three.Letter, three.PercentLow, three.PercentHigh).ShouldBe(("B", 85, 85));
        ReportingGrade.From(PublishedConversions.Portland.Table, [4], isWeighted: false).IsDefined.ShouldBeFalse();
        ReportingGrade.From(PublishedConversions.Portland.Table, [3, 2], isWeighted: false).IsDefined.ShouldBeFalse();
    }

    [Fact]
    public void The_same_three_is_an_A_a_B_and_at_most_a_C() =>
        new[] { PublishedConversions.Rutland, PublishedConversions.Portland, PublishedConversions.YamhillCarlton }
            .Select(one => ReportingGrade.From(one.Table, [3, 3, 3], isWeighted: false).Letter).ShouldBe(["A", "B", "C"]);

    [Theory]
    [InlineData(3.49, Honors.None)]
    [InlineData(3.50, Honors.CumLaude)]
    [InlineData(3.69, Honors.CumLaude)]
    [InlineData(3.70, Honors.MagnaCumLaude)]
    [InlineData(3.89, Honors.MagnaCumLaude)]
    [InlineData(3.90, Honors.SummaCumLaude)]
    [InlineData(4.00, Honors.SummaCumLaude)]
    public void The_cuts_of_honors_are_inclusive(decimal average, Honors honors) => HonorsCut.Of(average).ShouldBe(honors);

    [Fact]
    public void Every_published_table_is_sound_and_comes_back_from_its_text()
    {
        foreach (var one in PublishedConversions.All)
        {
            GradeTableCheck.Of(one.Table).ShouldBeEmpty(one.Title);
            GradeTableText.Of(GradeTableText.Parse(GradeTableText.Of(one.Table))).ShouldBe(GradeTableText.Of(one.Table));
            GradeTableText.Parse(GradeTableText.Of(one.Table)).Bands.SequenceEqual(one.Table.Bands).ShouldBeTrue(one.Title);
        }
    }

    private static ReportingGrade Yamhill(string levels) => ReportingGrade.From(
        PublishedConversions.YamhillCarlton.Table, [.. levels.Split(',').Select(one => decimal.Parse(one, System.Globalization.CultureInfo.InvariantCulture))], isWeighted: false);
}
