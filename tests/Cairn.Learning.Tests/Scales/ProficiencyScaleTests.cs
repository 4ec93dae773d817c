using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Scales;

public sealed class ProficiencyScaleTests
{
    private static readonly ProficiencyScale Halves = new ScaleBuilder().Level(3, 2.5m).Level(1).Level(2, 1.75m).Level(4, 3.5m).Line(3).Build();

    [Theory]
    [InlineData("1.74", 1)]
    [InlineData("1.75", 2)]
    [InlineData("2.49", 2)]
    [InlineData("2.5", 3)]
    [InlineData("3.5", 4)]
    [InlineData("99", 4)]
    public void The_level_of_a_value_is_the_highest_whose_from_is_not_above_it(string value, int level) =>
        Halves.LevelOf(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).Number.ShouldBe(level);

    [Theory]
    [InlineData(0.99)]
    [InlineData(-3)]
    public void A_value_below_the_lowest_from_is_at_the_lowest_level(double value) => Halves.LevelOf((decimal)value).ShouldBe(Halves.Lowest);

    [Fact]
    public void Levels_stand_lowest_first_whatever_order_they_came_in()
    {
        Halves.Levels.Select(level => level.Number).ShouldBe([1, 2, 3, 4]);
        (Halves.Lowest.Number, Halves.Highest.Number, Halves.Name, Halves.Id).ShouldBe((1m, 4m, "Scale", ScaleBuilder.Id));
    }

    [Fact]
    public void Proficient_is_at_or_above_the_line() => Halves.Levels.Where(Halves.IsProficient).Select(level => level.Number).ShouldBe([3, 4]);

    [Fact]
    public void A_number_off_the_scale_has_no_level()
    {
        Halves.WithNumber(2)!.Label.ShouldBe("Level 2");
        Halves.WithNumber(2.5m).ShouldBeNull();
    }

    [Fact]
    public void The_levels_of_a_continuum_are_its_stages()
    {
        var stages = ProficiencyScale.OfStages(ScaleBuilder.Id, "Stages", 3);
        stages.Levels.Select(level => (level.Number, level.From)).ShouldBe([(1m, 1m), (2m, 2m), (3m, 3m)]);
        stages.LevelOf(2.9m).Number.ShouldBe(2);
    }

    [Fact]
    public void A_scale_without_levels_is_refused() =>
        Should.Throw<ArgumentException>(() => new ProficiencyScale(ScaleBuilder.Id, "None", 1, [])).Message.ShouldContain("at least one");

    [Theory]
    [InlineData(2, 2, 2, 3)]
    [InlineData(1, 2, 2, 2)]
    [InlineData(1, 3, 2, 2)]
    public void Levels_that_do_not_rise_in_number_and_in_from_are_refused(int first, int firstFrom, int second, int secondFrom) =>
        Should.Throw<ArgumentException>(() => new ScaleBuilder().Level(first, firstFrom).Level(second, secondFrom).Line(2).Build()).Message.ShouldContain("rise");

    [Fact]
    public void A_line_between_the_levels_is_refused() =>
        Should.Throw<ArgumentException>(() => new ScaleBuilder().Level(1).Level(2).Line(1.5m).Build()).Message.ShouldContain("line");
}
