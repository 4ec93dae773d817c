using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>A device that an educator opened for a group: it holds a token of 256 bits until the group's hours are over.</summary>
internal sealed class ClassDevice(Visit visit, IHttpContextAccessor accessor)
{
    private const string Name = Sessions.Cookie + "-class";

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The device, while it is open and its group meets; null for every other.</summary>
    public OpenedDevice? Find() => visit.Served.District is not null && Http.Request.Cookies[Cookie] is { Length: > 0 and < 100 } token && BadgeRows.Opened(visit.Db, Sessions.HashBytes(token), visit.Today, visit.Now) is { } device
        && EndsAt(device.Group) is not null ? device : null;

    /// <summary>When the group's hours end that go on now, UTC; null outside of them.</summary>
    public DateTime? EndsAt(GroupId group)
    {
        var local = visit.Local(visit.Now);
        var (day, minute) = (local.DayOfWeek, (local.Hour * 60) + local.Minute);
        var now = visit.Db.GroupHours.AsNoTracking().Where(one => one.Group == group).ToList().Where(one => one.Day == day && one.From <= minute && minute < one.Until).ToList();
        if (now.Count == 0) return null;
        // To the minute, on the clock of the wall: minutes that are left, whatever the day's length.
        return visit.Now.AddMinutes(now.Max(one => one.Until) - minute).AddSeconds(-local.Second);
    }

    /// <summary>Opens this device within a turn.</summary>
    public static string Open(WriteTurn turn, GroupId group, EducatorId by, DateTime until)
    {
        var token = Sessions.NewToken();
        turn.Db.Add(new OpenedDevice(Guid.CreateVersion7(), Sessions.HashBytes(token), group, by, turn.Now, until));
        return token;
    }

    public void Keep(string token, DateTime until) => Http.Response.Cookies.Append(Cookie, token, Options(until));

    private string Cookie => Http.Request.IsHttps ? "__Host-" + Name : Name;

    private CookieOptions Options(DateTime until) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Http.Request.IsHttps, Path = "/", IsEssential = true, Expires = new DateTimeOffset(until, TimeSpan.Zero) };
}
