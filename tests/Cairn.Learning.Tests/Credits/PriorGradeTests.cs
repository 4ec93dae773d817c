using Cairn.Learning.Credits;
using Cairn.Learning.Scales;
using CsCheck;

namespace Cairn.Learning.Tests.Credits;

/// <summary>Grades of other schools read backwards through a conversion.</summary>
public sealed class PriorGradeTests
{
    // As Yamhill-Carlton has letters and Rutland percents, with a gap between them.
    private static readonly GradeMeaning[] Table =
    [
        new("A", 93, 96, true, levels => levels[^1]), new("B", 80, 89, true, _ => 3), new("C", 70, 79, true, _ => 2), new("NY", null, null, false, levels => levels[0]),
    ];

    private static readonly ProficiencyScale Scale = new(new ScaleId(Builders.Some.Id(9)), "", 3, [.. Enumerable.Range(1, 4).Select(one => new ProficiencyLevel(one, one, ""))]);

    [Theory]
    [InlineData("A", GradeReading.Letter, 4)]
    [InlineData(" b ", GradeReading.Letter, 3)]
    [InlineData("B+", GradeReading.LetterAlone, 3)]
    [InlineData("C−", GradeReading.LetterAlone, 2)]
    [InlineData("94", GradeReading.Percent, 4)]
    [InlineData("85.5 %", GradeReading.Percent, 3)]
    public void A_grade_that_the_table_has_means_the_level_that_the_table_says(string grade, GradeReading reading, int level)
    {
        var inverse = PriorGrade.From(grade, Table);

        inverse.Reading.ShouldBe(reading);
        inverse.LevelOn(Scale)!.Number.ShouldBe(level);
        inverse.EarnsCredit.ShouldBeTrue();
    }

    [Theory]
    [InlineData("91", GradeReading.NotCovered, true)]
    [InlineData("97", GradeReading.NotCovered, true)]
    [InlineData("E", GradeReading.NotCovered, true)]
    [InlineData("+", GradeReading.NotCovered, true)]
    [InlineData("", GradeReading.NoGrade, true)]
    [InlineData("  ", GradeReading.NoGrade, true)]
    [InlineData("pass", GradeReading.PassOnly, true)]
    [InlineData("f", GradeReading.NotEarned, false)]
    [InlineData("W", GradeReading.NotEarned, false)]
    public void What_the_table_leaves_out_has_no_level(string grade, GradeReading reading, bool earns)
    {
        var inverse = PriorGrade.From(grade, Table);

        inverse.Reading.ShouldBe(reading);
        inverse.Meaning.ShouldBeNull();
        inverse.LevelOn(Scale).ShouldBeNull();
        inverse.EarnsCredit.ShouldBe(earns);
    }

    [Fact]
    public void A_letter_that_the_table_has_means_what_the_table_says_whatever_it_means_elsewhere()
    {
        var inverse = PriorGrade.From("P", [new("P", null, null, true, _ => 2)]);

        inverse.Reading.ShouldBe(GradeReading.Letter);
        PriorGrade.From("NY", Table).EarnsCredit.ShouldBeFalse();
    }

    [Fact]
    public void A_level_that_is_none_of_the_scale_is_none() => PriorGrade.From("X", [new("X", null, null, true, _ => 9)]).LevelOn(Scale).ShouldBeNull();

    [Fact]
    public void Where_bands_share_a_percent_the_higher_one_stands() =>
        PriorGrade.From("90", [new("A", 90, 100, true, _ => 4), new("B", 80, 90, true, _ => 3)]).Meaning!.Letter.ShouldBe("A");

    [Theory]
    [InlineData("85")]
    [InlineData("85%")]
    [InlineData("85.0")]
    public void A_band_of_one_percent_is_that_percent(string grade) => PriorGrade.From(grade, [new("B", 85, null, true, _ => 3)]).Reading.ShouldBe(GradeReading.Percent);

    [Fact]
    public void Whatever_is_typed_as_a_grade_is_read() =>
        Gen.String[0, 12].Sample(typed =>
        {
            var inverse = PriorGrade.From(typed, Table);
            (inverse.Meaning is null || inverse.Reading is GradeReading.Letter or GradeReading.LetterAlone or GradeReading.Percent).ShouldBeTrue();
        });
}
