namespace Cairn.Learning.Tests;

public sealed class PlannedDaysTests
{
    private static readonly DateOnly Today = new(2026, 2, 28);

    [Theory]
    [InlineData(1990, 5, 1, false)]
    [InlineData(2024, 2, 27, false)]
    [InlineData(2024, 2, 28, true)]
    [InlineData(2026, 2, 28, true)]
    [InlineData(2028, 2, 28, true)]
    [InlineData(2028, 2, 29, false)]
    [InlineData(2190, 5, 1, false)]
    public void Two_years_to_either_side_can_be_meant(int year, int month, int day, bool isNear) => PlannedDays.IsNear(new DateOnly(year, month, day), Today).ShouldBe(isNear);

    [Fact]
    public void At_the_ends_of_the_calendar_nothing_is_thrown() =>
        (PlannedDays.First(DateOnly.MinValue), PlannedDays.Last(DateOnly.MaxValue)).ShouldBe((DateOnly.MinValue, DateOnly.MaxValue));
}
