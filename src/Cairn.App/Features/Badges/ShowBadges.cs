using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Badges;

/// <summary>A group's badges: this device, which others are open, its hours, and who has a badge.</summary>
public partial class ShowBadges
{
    /// <summary>The group.</summary>
    [Parameter, EditorRequired] public LearningGroup Group { get; set; } = null!;

    /// <summary>Its hours as they were typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Its learners.</summary>
    [Parameter] public IReadOnlyList<BadgeHolder> Holders { get; set; } = [];

    /// <summary>Devices that are open, and who opened them.</summary>
    [Parameter] public IReadOnlyList<(OpenedDevice Device, string By)> Devices { get; set; } = [];

    /// <summary>May the reader open a device?</summary>
    [Parameter] public bool MayOpen { get; set; }

    /// <summary>May the reader set hours and make badges?</summary>
    [Parameter] public bool MayKeep { get; set; }

    /// <summary>When the hours end that go on now, on the district's clock; null outside of them.</summary>
    [Parameter] public DateTime? Until { get; set; }

    internal static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/badges", (Guid group, Visit visit, Words words, ClassDevice device) => Page(visit, words, device, group));
        group.MapPost("/badges/end", End).AddEndpointFilter(BadgesDoor.Keepers);
    }

    internal static RazorComponentResult<ShowBadges> Page(Visit visit, Words words, ClassDevice device, Guid group, Typed? typed = null, int status = StatusCodes.Status200OK)
    {
        var (found, id) = (BadgesDoor.Find(visit, group), new GroupId(group));
        var open = visit.Db.OpenedDevices.AsNoTracking().Where(one => one.Group == id && one.EndedAt == null && one.Until > visit.Now).ToList();
        var names = visit.Db.Educators.AsNoTracking().ToList().ToDictionary(one => one.Id, one => one.DisplayName);
        return new(new
        {
            Group = found, Typed = typed ?? KeepHours.Stored(visit, words, id), Holders = InOrder(HoldersOf(visit, id), words), MayOpen = BadgesDoor.PartOf(visit, group) is not null && visit.Actor!.MayWrite,
            MayKeep = BadgesDoor.MayKeep(visit, group) && visit.Actor!.MayWrite, Devices = (IReadOnlyList<(OpenedDevice, string)>)[.. open.OrderBy(one => one.OpenedAt).Select(one => (one, names[one.By]))],
            Until = device.EndsAt(id) is { } until ? visit.Local(until) : (DateTime?)null,
        }) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>The learners of a group whom the reader sees.</summary>
    internal static IReadOnlyList<BadgeHolder> HoldersOf(Visit visit, GroupId group)
    {
        var seen = visit.Scope.LearnersOf(group).Select(one => one.Id).ToHashSet();
        return [.. BadgeRows.Of(visit.Db, group, visit.Today).Where(one => seen.Contains(one.Learner.Id))];
    }

    /// <summary>By name, as the reader's language orders names.</summary>
    internal static IReadOnlyList<BadgeHolder> InOrder(IEnumerable<BadgeHolder> holders, Words words) => [.. holders.OrderBy(one => one.Learner.FullName, StringComparer.Create(words.Culture, ignoreCase: true))];

    private static async Task<IResult?> End(Guid group, Visit visit, HttpContext http, Sessions sessions)
    {
        if (!Guid.TryParse((await SentForm.Of(http.Request))["learner"], out var id) || HoldersOf(visit, new GroupId(group)).All(one => one.Learner.Id.Value != id)) return null;
        await visit.Write(turn => BadgeRows.End(turn, new LearnerId(id)));
        sessions.Forget(one => one.OpenedDevice is not null && one.Actor.Person == id);
        return Results.Redirect(BadgesDoor.PathOf(new GroupId(group)));
    }
}
