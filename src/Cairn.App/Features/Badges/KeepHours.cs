using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Badges;

/// <summary>Sets the hours of a group: once a day of the week, from one minute to another.</summary>
internal static class KeepHours
{
    private const string Clock = "HH:mm";

    /// <summary>The days of a week, as schools count them.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static void Map(IEndpointRouteBuilder group) => group.MapPost("/hours", Save).AddEndpointFilter(BadgesDoor.Keepers);

    /// <summary>The hours as they stand.</summary>
    public static Typed Stored(Visit visit, Words words, GroupId group) => Typed.Of(words, [.. visit.Db.GroupHours.AsNoTracking().Where(one => one.Group == group).ToList()
        .SelectMany(one => ((string, object?)[])[($"from-{one.Day}", Said(one.From)), ($"until-{one.Day}", Said(Math.Min(one.Until, 1439)))])]);

    private static async Task<IResult> Save(Guid group, Visit visit, Words words, ClassDevice device, HttpContext http)
    {
        var (typed, id) = (await Typed.Read(http, words), new GroupId(group));
        var hours = new List<GroupHours>();
        foreach (var day in Week)
        {
            var (from, until) = (typed[$"from-{day}"], typed[$"until-{day}"]);
            if (from.Length + until.Length == 0) continue;
            if (Minute(from) is { } begins && Minute(until) is { } ends && begins < ends) hours.Add(new GroupHours(id, day, begins, ends));
            else typed.Refuse($"from-{day}", words["badges.hours.wrong.on", ("day", words.Culture.DateTimeFormat.GetDayName(day))]);
        }

        if (!typed.IsGood) return ShowBadges.Page(visit, words, device, group, typed, StatusCodes.Status400BadRequest);
        await visit.Write(turn =>
        {
            var stored = turn.Db.GroupHours.Where(one => one.Group == id).ToList();
            turn.Db.RemoveRange(stored.Where(one => !hours.Contains(one)));
            turn.Db.SaveChanges();
            turn.Db.AddRange(hours.Where(one => !stored.Contains(one)));
            return true;
        });
        return Results.Redirect(BadgesDoor.PathOf(id));
    }

    private static int? Minute(string text) => TimeOnly.TryParseExact(text, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private static string Said(int minute) => new TimeOnly(minute / 60, minute % 60).ToString(Clock, CultureInfo.InvariantCulture);
}
