using Cairn.Storage.Backups;
using CsCheck;

namespace Cairn.App.Tests.Backups;

public sealed class KeepingTests
{
    private static readonly DateTime Start = new(2026, 1, 1, 7, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<DateTime[]> Made = Gen.Int[0, 60 * 24 * 800].Array[0, 120].Select(minutes => minutes.Select(one => Start.AddMinutes(one)).Distinct().ToArray());

    [Fact]
    public void The_newest_is_kept_and_never_more_than_a_year_needs() => Made.Sample(made =>
    {
        var kept = Keeping.Usual.Of(made);
        if (made.Length > 0) kept.ShouldContain(made.Max());
        kept.Count.ShouldBeLessThanOrEqualTo(7 + 5 + 12 + 1);
    });

    [Fact]
    public void What_was_kept_is_kept_again() => Made.Sample(made =>
    {
        var kept = Keeping.Usual.Of(made);
        if (made.Length > 0) Keeping.Usual.Of([.. kept]).ShouldBe(kept, ignoreOrder: true);
    });

    [Fact]
    public void Night_by_night_over_three_years_a_week_of_days_five_weeks_and_a_year_of_months_are_there()
    {
        List<DateTime> there = [];
        for (var night = 0; night < 3 * 365; night++)
        {
            there.Add(Start.AddDays(night));
            var kept = Keeping.Usual.Of(there);
            there.RemoveAll(one => !kept.Contains(one));
        }

        var last = there.Max();
        foreach (var days in Enumerable.Range(0, 7)) there.ShouldContain(last.AddDays(-days));
        there.Min().ShouldBeLessThan(last.AddMonths(-10));
        there.Select(one => (one.Year, one.Month)).Distinct().Count().ShouldBe(12);
        there.Count.ShouldBeInRange(18, 24);
    }
}
