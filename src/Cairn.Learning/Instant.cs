namespace Cairn.Learning;

/// <summary>What every moment in the record has in common: UTC, in whole microseconds, as both engines keep it.</summary>
public static class Instant
{
    /// <summary>A moment cut to whole microseconds. Throws <see cref="ArgumentException"/> when it is not UTC.</summary>
    public static DateTime Utc(DateTime moment) =>
        moment.Kind != DateTimeKind.Utc
            ? throw new ArgumentException("A moment of the record is UTC.", nameof(moment))
            : new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    /// <summary>When a day begins in a time zone, UTC: where the clock skips midnight, at the first moment there is; where it strikes twice, at the first.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        return zone.IsAmbiguousTime(start)
            ? DateTime.SpecifyKind(start - zone.GetAmbiguousTimeOffsets(start).Max(), DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(start, zone);
    }
}
