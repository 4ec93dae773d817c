namespace Cairn.Learning;

/// <summary>What every moment in the record has in common: UTC, in whole microseconds, as both engines keep it.</summary>
public static class Instant
{
    /// <summary>A moment cut to whole microseconds. Throws <see cref="ArgumentException"/> when it is not UTC.</summary>
    public static DateTime Utc(DateTime moment) =>
        moment.Kind != DateTimeKind.Utc
            ? throw new ArgumentException("A moment of the record is UTC.", nameof(moment))
            : new DateTime(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
