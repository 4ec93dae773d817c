using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Is the clock behind what was recorded by it? Facts would then be stamped one microsecond after another until it has caught up.</summary>
internal static class ClockLook
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    public static CheckupFinding? Of(District district, TimeProvider clock)
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
        return new CheckupFinding("clock", ahead <= Most, ahead <= Most ? $"{now:yyyy-MM-dd HH:mm:ss} UTC, not behind the newest fact" : $"{now:yyyy-MM-dd HH:mm:ss} UTC, and the newest fact is of {newest:yyyy-MM-dd HH:mm:ss}: the clock was put back",
            "set the clock and keep it set by the network: timedatectl set-ntp true. Until it has passed the newest fact, facts are stamped right behind that one");
    }
}
