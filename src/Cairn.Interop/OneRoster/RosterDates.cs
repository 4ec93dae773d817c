using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Interop.Csv;

namespace Cairn.Interop.OneRoster;

/// <summary>A first day and the day after the last one, as they become known.</summary>
internal sealed class RosterSpan
{
    public DateOnly? From { get; set; }

    public DateOnly? End { get; set; }

    /// <summary>The last day: the standard's end is the first day without.</summary>
    public DateOnly? Until => End?.AddDays(-1);

    /// <summary>Does it hold on any day?</summary>
    public bool IsSome => From is null || End is null || From < End;
}

/// <summary>
/// Reads the dates of one file. A date with slashes is day first or month first as the others of its column show; where they do
/// not show it, month first. What was read is said.
/// </summary>
internal sealed partial class RosterDates(TimeZoneInfo zone, FaultList faults)
{
    private static readonly string[] Days = ["yyyyMMdd", "yyyy-M-d", "yyyy/M/d"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] MomentsWithZone = [.. Moments.Select(one => one + "K")];

    private readonly List<(RosterPlace Place, string Column, int One, int Two, int Year, bool IsNeeded, Action<DateOnly> Take)> _open = [];
    private readonly Dictionary<string, (bool DayFirst, bool MonthFirst)> _shown = new(StringComparer.Ordinal);

    /// <summary>Reads a span. A date that cannot be read is an error where <paramref name="isNeeded"/>: else it would open what should be closed.</summary>
    public RosterSpan Span(RosterTable table, string from, string end, bool isNeeded)
    {
        var span = new RosterSpan();
        Read(table, from, isNeeded, day => span.From = day);
        Read(table, end, isNeeded, day => span.End = day);
        return span;
    }

    /// <summary>Reads a date, and hands it over now, or by <see cref="Settle"/>.</summary>
    public void Read(RosterTable table, string column, bool isNeeded, Action<DateOnly> take)
    {
        var text = table[column];
        if (text.Length == 0) return;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var usual)) Take(table, column, isNeeded, usual, take);
        else if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Say(table.Place(column), column, isNeeded, day, take);
        else if (OfMoment(text) is { } date) Say(table.Place(column), column, isNeeded, date, take);
        else if (Slashes().Match(text) is { Success: true } found) TakeSlashes(table, column, isNeeded, found, take);
        else Unreadable(table.Place(column), column, isNeeded);
    }

    /// <summary>The moment of the last change is not kept: an odd one is told once a file.</summary>
    public static void PassOver(RosterTable table)
    {
        var text = table["dateLastModified"];
        if (text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || DateTime.TryParseExact(text, MomentsWithZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return;
        table.OddOnce("dateLastModified", "this is no moment as the standard writes it; it is not needed and left out, here and below", "write it as 2023-05-01T18:25:43.511Z, or leave it empty");
    }

    /// <summary>Decides what could not be decided row by row; called once, when the file is read.</summary>
    public void Settle()
    {
        foreach (var (place, column, one, two, year, isNeeded, take) in _open)
        {
            var (dayFirst, monthFirst) = _shown.GetValueOrDefault(column);
            if (dayFirst && monthFirst) Unreadable(place, column, isNeeded);
            else Say(place, column, isNeeded, dayFirst ? new DateOnly(year, two, one) : new DateOnly(year, one, two), take);
        }

        _open.Clear();
    }

    // Midnight in UTC is how programs write a bare date; any other moment falls on a day of the district's zone.
    private DateOnly? OfMoment(string text)
    {
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return DateOnly.FromDateTime(local);
        if (!DateTimeOffset.TryParseExact(text, MomentsWithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return DateOnly.FromDateTime(moment.TimeOfDay == TimeSpan.Zero ? moment.DateTime : TimeZoneInfo.ConvertTime(moment, zone).DateTime);
    }

    private void TakeSlashes(RosterTable table, string column, bool isNeeded, Match found, Action<DateOnly> take)
    {
        var (one, two, year) = (Number(found, "one"), Number(found, "two"), Number(found, "year"));
        var (isDayFirst, isMonthFirst) = (IsDay(year, two, one), IsDay(year, one, two));
        if (isDayFirst && isMonthFirst && one != two)
        {
            _open.Add((table.Place(column), column, one, two, year, isNeeded, take));
            return;
        }

        var (wasDay, wasMonth) = _shown.GetValueOrDefault(column);
        if (one != two) _shown[column] = (wasDay || isDayFirst, wasMonth || isMonthFirst);
        if (isDayFirst) Say(table.Place(column), column, isNeeded, new DateOnly(year, two, one), take);
        else if (isMonthFirst) Say(table.Place(column), column, isNeeded, new DateOnly(year, one, two), take);
        else Unreadable(table.Place(column), column, isNeeded);
    }

    private void Take(RosterTable table, string column, bool isNeeded, DateOnly day, Action<DateOnly> take)
    {
        if (day.Year is >= 1900 and < 2200) take(day);
        else Unreadable(table.Place(column), column, isNeeded);
    }

    private void Say(RosterPlace place, string column, bool isNeeded, DateOnly day, Action<DateOnly> take)
    {
        if (day.Year is < 1900 or >= 2200)
        {
            Unreadable(place, column, isNeeded);
            return;
        }

        place.Odd(faults, string.Create(CultureInfo.InvariantCulture, $"a date is written as 2023-05-01; this one is read as {day:yyyy-MM-dd}"), "write it so");
        take(day);
    }

    private void Unreadable(RosterPlace place, string column, bool isNeeded)
    {
        if (isNeeded) place.Wrong(faults, $"{column} is a date between 1900 and 2199, written as 2023-05-01", "write it so, or leave it empty");
        else place.Odd(faults, $"{column} is no date that can be read, and is left out", "write it as 2023-05-01");
    }

    private static bool IsDay(int year, int month, int day) => year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Match found, string name) => int.Parse(found.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<one>\d{1,2})[/.-](?<two>\d{1,2})[/.-](?<year>\d{4})( \d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slashes();
}
