using Cairn.Learning.Plans;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class ForecastTests
{
    [Fact]
    public void From_fewer_than_three_nothing_is_said()
    {
        var forecast = Forecast.From(Pace.From(2, 4, 2, 10), 5);

        (forecast.HasOne, forecast.Likely, forecast.Surer).ShouldBe((false, null, null));
    }

    [Fact]
    public void Beyond_three_school_years_only_that_it_is_far_is_said()
    {
        var forecast = Forecast.From(Pace.From(0.1, 4, 3, 100), 500);

        (forecast.HasOne, forecast.Likely).ShouldBe((true, null));
    }

    [Fact]
    public void Weeks_are_whole_and_the_surer_number_is_never_the_smaller() => Gen.Select(Gen.Int[3, 40], Gen.Int[1, 40], Gen.Int[0, 30]).Sample((shown, weeks, left) =>
    {
        var pace = Pace.From(2, 4, shown, weeks);
        var forecast = Forecast.From(pace, left);

        if (forecast.Surer is { } surer) forecast.Likely!.Value.ShouldBeLessThanOrEqualTo(surer);
        if (forecast.Likely is { } likely) ((double)likely).ShouldBeInRange(pace.WeeksToShow(left, 0.5)!.Value, pace.WeeksToShow(left, 0.5)!.Value + 1);
        if (left == 0) forecast.Likely.ShouldBe(0);
    }, iter: 200, threads: 1);
}
