namespace Cairn.Interop.Csv;

/// <summary>Days as people write them, in the time zone of their district.</summary>
public static class ZonedDay
{
    /// <summary>When a day begins, UTC: where the clock skips midnight, at the first moment there is; where it strikes twice, at the first.</summary>
    /// <param name="day">The day, in years 1 to 9998.</param>
    /// <param name="zone">The time zone.</param>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        return zone.IsAmbiguousTime(start)
            ? DateTime.SpecifyKind(start - zone.GetAmbiguousTimeOffsets(start).Max(), DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(start, zone);
    }
}
