using System.Globalization;

namespace Cairn.Storage.Backups;

/// <summary>Which backups are kept: the newest of each of the last so many days, weeks and months that have one.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Weeks">How many weeks, each from Monday.</param>
/// <param name="Months">How many months.</param>
public sealed record Keeping(int Days, int Weeks, int Months)
{
    /// <summary>A week of days, five weeks, and a year of months.</summary>
    public static Keeping Usual { get; } = new(7, 5, 12);

    /// <summary>Those of the moments that are kept. The newest always is.</summary>
    public IReadOnlySet<DateTime> Of(IReadOnlyCollection<DateTime> made) => Newest(made, Days, one => one.Date.Ticks)
        .Concat(Newest(made, Weeks, one => ISOWeek.GetYear(one) * 100L + ISOWeek.GetWeekOfYear(one)))
        .Concat(Newest(made, Months, one => one.Year * 100L + one.Month)).Append(made.DefaultIfEmpty().Max()).ToHashSet();

    private static IEnumerable<DateTime> Newest(IEnumerable<DateTime> made, int most, Func<DateTime, long> span) =>
        made.GroupBy(span).OrderByDescending(one => one.Key).Take(most).Select(one => one.Max());
}
