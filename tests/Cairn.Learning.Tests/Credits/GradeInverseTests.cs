using Cairn.Learning.Credits;
using Cairn.Learning.Scales;
using CsCheck;

namespace Cairn.Learning.Tests.Credits;

/// <summary>Grades of other schools read backwards through a conversion.</summary>
public sealed class GradeInverseTests
{
    // Yamhill-Carlton: A above 3.5, B 3.01-3.5, C 2.51-3.0; with percents as Rutland has them, and a gap between them.
    private static readonly GradeMeaning[] Table =
    [
        new("A", 93, 96, 3.51m, 4m, true), new("B", 80, 89, 3.01m, 3.5m, true), new("C", 70, 79, 2.51m, 3m, true), new("NY", null, null, 1m, 2.5m, false),
    ];

    private static readonly ProficiencyScale Scale = new(new ScaleId(Builders.Some.Id(9)), "", 3, [.. Enumerable.Range(1, 4).Select(one => new ProficiencyLevel(one, one, ""))]);

    [Theory]
    [InlineData("A", GradeReading.Letter, "3.76", 4)]
    [InlineData(" b ", GradeReading.Letter, "3.26", 3)]
    [InlineData("B+", GradeReading.LetterAlone, "3.26", 3)]
    [InlineData("C−", GradeReading.LetterAlone, "2.76", 3)]
    [InlineData("94", GradeReading.Percent, "3.76", 4)]
    [InlineData("85.5 %", GradeReading.Percent, "3.26", 3)]
    public void A_grade_that_the_table_has_means_the_level_nearest_to_the_middle_of_its_band(string grade, GradeReading reading, string value, int level)
    {
        var inverse = GradeInverse.From(grade, Table);

        inverse.Reading.ShouldBe(reading);
        inverse.Value.ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
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
        var inverse = GradeInverse.From(grade, Table);

        inverse.Reading.ShouldBe(reading);
        inverse.Value.ShouldBeNull();
        inverse.LevelOn(Scale).ShouldBeNull();
        inverse.EarnsCredit.ShouldBe(earns);
    }

    [Fact]
    public void A_letter_that_the_table_has_means_what_the_table_says_whatever_it_means_elsewhere()
    {
        var inverse = GradeInverse.From("P", [new("P", null, null, 2m, 3m, true)]);

        inverse.Reading.ShouldBe(GradeReading.Letter);
        GradeInverse.From("NY", Table).EarnsCredit.ShouldBeFalse();
    }

    [Fact]
    public void Of_two_levels_as_near_the_lower_is_taken_for_granted() =>
        GradeInverse.From("X", [new("X", null, null, 2m, 3m, true)]).LevelOn(Scale)!.Number.ShouldBe(2);

    [Fact]
    public void A_value_off_the_scale_is_no_level_of_it()
    {
        GradeInverse.From("X", [new("X", null, null, 5m, 6m, true)]).LevelOn(Scale).ShouldBeNull();
        GradeInverse.From("X", [new("X", null, null, 0m, 1m, true)]).LevelOn(Scale).ShouldBeNull();
    }

    [Fact]
    public void A_higher_band_never_means_a_lower_level() =>
        Gen.Decimal[1, 4].Array[4].Sample(cuts =>
        {
            Array.Sort(cuts);
            GradeMeaning[] table = [new("A", null, null, cuts[2], cuts[3], true), new("B", null, null, cuts[0], cuts[1], true)];
            GradeInverse.From("A", table).LevelOn(Scale)!.Number.ShouldBeGreaterThanOrEqualTo(GradeInverse.From("B", table).LevelOn(Scale)!.Number);
        });

    [Fact]
    public void Whatever_is_typed_as_a_grade_is_read() =>
        Gen.String[0, 12].Sample(typed =>
        {
            var inverse = GradeInverse.From(typed, Table);
            (inverse.Meaning is null || inverse.Reading is GradeReading.Letter or GradeReading.LetterAlone or GradeReading.Percent).ShouldBeTrue();
        });
}
