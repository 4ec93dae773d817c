using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>A week's flex slots, and a new one.</summary>
public partial class ListSlots
{
    private const int LongestName = 80;
    private const int WeeksToCopyFrom = 4;

    /// <summary>The week's Monday.</summary>
    [Parameter] public DateOnly Week { get; set; }

    /// <summary>The week's slots, by day and time.</summary>
    [Parameter] public IReadOnlyList<FlexSlotLine> Slots { get; set; } = [];

    /// <summary>Slots whose offers a new one may begin with, newest first.</summary>
    [Parameter] public IReadOnlyList<FlexSlotLine> Earlier { get; set; } = [];

    /// <summary>Schools where the reader plans.</summary>
    [Parameter] public IReadOnlyList<Organization> Schools { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(FlexDoor.Path, Show).For(Who.Educators);
        routes.MapPost(FlexDoor.Path, Add).For(Who.Educators);
    }

    private static RazorComponentResult<ListSlots> Show(Visit visit, Words words, HttpContext http, string? week = null) => Page(visit, http, MondayOf(DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 2200 ? day : visit.Today), Typed.Of(words, ("day", $"{visit.Today:yyyy-MM-dd}"), ("from", "10:00"), ("until", "10:45"), ("name", words["flex.title"])));

    private static async Task<IResult> Add(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (day, from, until, name) = (typed.PlannedDay("day", visit.Today), Minute(typed, "from", words), Minute(typed, "until", words), typed.Text("name", LongestName, isNeeded: true));
        if (from >= until) typed.Refuse("until", words["flex.until.after"]);
        var school = new OrganizationId(typed.Id("school"));
        if (visit.Scope.SchoolsPlanned().All(one => one.Id != school)) typed.Refuse("school", words["form.choose"]);
        if (day is { } early && early < visit.Today) typed.Refuse("day", words["flex.day.past"]);
        if (!typed.IsGood) return Page(visit, http, MondayOf(day ?? visit.Today), typed);
        var slot = new FlexSlot(new FlexSlotId(typed.Once("slot", visit.Actor!.Person)), school, day!.Value, from, until, name).Open(typed.IsOn("open"));
        var copied = FlexDoor.Find(visit, typed.Id("copy")) is { } source && source.Organization == school ? FlexSlots.OffersOf(visit.Db, source) : [];
        var isDone = await visit.Write(turn =>
        {
            var scope = FlexDoor.In(turn, visit);
            if (!FlexSlots.Add(turn, scope, slot)) return false;
            // Whoever has left since holds nothing.
            // Each copy has its own name, so that a form sent twice copies once.
            foreach (var (one, _, _) in copied)
                FlexSlots.Add(turn, scope, new FlexOffer(new FlexOfferId(NamedId.Of("flex offer", slot.Id.Value.ToString("N"), one.Id.Value.ToString("N"))), slot.Id, one.Educator, one.Room, one.Competency, one.Words, one.Least, one.Most), visit.Today);
            return true;
        });
        return isDone ? Results.Redirect(FlexDoor.PathOf(slot.Id)) : Page(visit, http, MondayOf(slot.Day), typed);
    }

    private static RazorComponentResult<ListSlots> Page(Visit visit, HttpContext http, DateOnly week, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Week = week, Slots = FlexSlots.Between(visit.Db, visit.Scope, week, week.AddDays(6)), Schools = visit.Scope.SchoolsPlanned(), Typed = typed,
            Earlier = (IReadOnlyList<FlexSlotLine>)[.. FlexSlots.Between(visit.Db, visit.Scope, visit.Today.AddDays(-7 * WeeksToCopyFrom), visit.Today.AddDays(7 * WeeksToCopyFrom)).Where(one => one.Offers > 0).Reverse().Take(20)],
        }) { PreventStreamingRendering = true };
    }

    private static int Minute(Typed typed, string name, Words words)
    {
        if (TimeOnly.TryParseExact(typed[name], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return (time.Hour * 60) + time.Minute;
        typed.Refuse(name, words["flex.time.wrong"]);
        return 0;
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
