using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Is the clock behind what was recorded by it? Facts would then be stamped one microsecond after another until it has caught up.</summary>
internal static class ClockLook
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    public static CheckupFinding? Of(DataFolder folder, District district, TimeProvider clock)
    {
        DateTime newest;
        try
        {
            using var db = district.Open();
            newest = db.Head.AsNoTracking().Single().LastRecordedAt;
        }
        catch (Exception wrong) when (wrong is System.Data.Common.DbException or InvalidOperationException)
        {
            // The findings about the database say why.
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var ahead = newest - now;
        if (ahead <= Most && ClockJump.Of(folder) is { } jump && now - jump.At < Remembered)
            return new CheckupFinding("clock", true, string.Create(CultureInfo.InvariantCulture, $"it jumped by {jump.Seconds:0} s at {jump.At:yyyy-MM-dd HH:mm:ss} UTC, or the machine slept"), "keep the clock set by the network: timedatectl set-ntp true. A server should not sleep") { IsNote = true };
        return new CheckupFinding("clock", ahead <= Most, ahead <= Most ? $"{now:yyyy-MM-dd HH:mm:ss} UTC, not behind the newest fact" : $"{now:yyyy-MM-dd HH:mm:ss} UTC, and the newest fact is of {newest:yyyy-MM-dd HH:mm:ss}: the clock was put back",
            "set the clock and keep it set by the network: timedatectl set-ntp true. Until it has passed the newest fact, facts are stamped right behind that one");
    }
}
