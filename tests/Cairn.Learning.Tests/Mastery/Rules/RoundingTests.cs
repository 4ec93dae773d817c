using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery.Rules;

public sealed class RoundingTests
{
    [Fact]
    public void A_half_is_rounded_up() => new Mean().ValueOf(1, 1.01m, 1.01m, 1).ShouldBe(1.01m);

    [Fact]
    public void A_half_below_zero_is_rounded_down() => new BestFit { Decimals = 0 }.ValueOf(3, 0, 0).ShouldBe(-1);

    [Theory]
    [InlineData(0, "2")]
    [InlineData(1, "1.7")]
    [InlineData(10, "1.6666666667")]
    public void A_value_has_the_decimals_that_its_rule_says(int decimals, string value) =>
        new Mean { Decimals = decimals }.ValueOf(1, 2, 2).ShouldBe(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Only_the_end_is_rounded() => new DecayingAverage(50) { Decimals = 0 }.ValueOf(2, 3, 2, 2).ShouldBe(2);

    [Fact]
    public void The_level_is_that_of_the_value_as_it_is_printed()
    {
        var record = new RecordBuilder();
        foreach (var level in new[] { 2.99m, 3m }) record.Judge(level);
        var printed = Determination.From(record.Body(), ScaleBuilder.OneToFour, Some.Version(new Mean()));
        (printed.Value, printed.Level!.Number, printed.IsProficient).ShouldBe((3m, 3m, true));
        var exact = Determination.From(record.Body(), ScaleBuilder.OneToFour, Some.Version(new Mean { Decimals = 3 }));
        (exact.Value, exact.Level!.Number, exact.IsProficient).ShouldBe((2.995m, 2m, false));
    }
}
