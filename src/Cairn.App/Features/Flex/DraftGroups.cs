using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>Groups for one slot, across rooms: suggested, changed by hand, suggested again around what was set, and booked in one go.</summary>
public partial class DraftGroups
{
    private const string Route = "/flex/{slot:guid}/draft";

    /// <summary>The most learners of one draft.</summary>
    internal const int Most = 400;

    /// <summary>The slot.</summary>
    [Parameter, EditorRequired] public FlexSlot Slot { get; set; } = null!;

    /// <summary>Rooms of the school that can take part.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Rooms { get; set; } = [];

    /// <summary>Those that do.</summary>
    [Parameter] public IReadOnlyList<GroupId> Chosen { get; set; } = [];

    /// <summary>The slot's offers.</summary>
    [Parameter] public IReadOnlyList<FlexOfferLine> Offers { get; set; } = [];

    /// <summary>Who would go where, by name; none before rooms are chosen.</summary>
    [Parameter] public IReadOnlyList<DraftRow> Rows { get; set; } = [];

    /// <summary>How many whom the reader does not plan for are booked already, by offer.</summary>
    [Parameter] public IReadOnlyDictionary<FlexOfferId, int> Others { get; set; } = new Dictionary<FlexOfferId, int>();

    /// <summary>What stands in the way, in words; null for nothing.</summary>
    [Parameter] public string? Fault { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Send).For(Who.Educators);
    }

    private static RazorComponentResult<DraftGroups>? Show(Guid slot, Visit visit, Words words, HttpContext http) =>
        FlexDoor.Find(visit, slot) is { } found ? Suggested(visit, words, http, found, [.. DraftForm.RoomsOf(http.Request.Query["group"])], new Dictionary<LearnerId, FlexOfferId?>(), new HashSet<LearnerId>()) : null;

    private static async Task<IResult?> Send(Guid slot, Visit visit, Words words, HttpContext http)
    {
        if (FlexDoor.Find(visit, slot) is not { } found) return null;
        var (typed, form) = await DraftForm.Read(http, words);
        if (typed["do"] != "book") return Suggested(visit, words, http, found, form.Rooms, form.Seats.Where(one => form.Locked.Contains(one.Learner)).DistinctBy(one => one.Learner).ToDictionary(one => one.Learner, one => one.Offer), form.Locked);
        var batch = Guid.CreateVersion7();
        var fault = form.Seats.Count is 0 or > Most ? new FlexFault(FlexFaultKind.Stale) : await visit.Write(turn => FlexBookings.Book(turn, FlexDoor.In(turn, visit), found.Id, form.Seen, form.Seats, batch));
        if (fault is null) return Results.Redirect($"{FlexDoor.PathOf(found.Id)}?booked={batch:N}");
        if (fault.Kind == FlexFaultKind.NotYours) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        // What was planned stays as it was; what others booked meanwhile is shown, and from now on it was seen.
        var learners = Learners(visit, found, form.Rooms);
        var at = form.Seats.DistinctBy(one => one.Learner).ToDictionary(one => one.Learner, one => one.Offer);
        IReadOnlyList<DraftRow> rows = [.. learners.Select(one => new DraftRow(one, at.GetValueOrDefault(one.Id), form.Locked.Contains(one.Id)))];
        return Page(visit, http, FlexDoor.Find(visit, slot)!, form.Rooms, rows, Said(visit, words, found, form, learners, fault));
    }

    private static RazorComponentResult<DraftGroups> Suggested(Visit visit, Words words, HttpContext http, FlexSlot slot, IReadOnlyList<GroupId> rooms, IReadOnlyDictionary<LearnerId, FlexOfferId?> set, IReadOnlySet<LearnerId> locked)
    {
        var learners = Learners(visit, slot, rooms);
        if (learners.Count is 0 or > Most) return Page(visit, http, slot, rooms, [], learners.Count > Most ? words["flex.draft.tooMany", ("most", Most), ("count", learners.Count)] : rooms.Count > 0 ? words["flex.draft.nobody"] : null);
        var (ids, offers) = (learners.Select(one => one.Id).ToHashSet(), FlexSlots.OffersOf(visit.Db, slot).Select(one => one.Offer.Id).ToHashSet());
        var kept = set.Where(one => ids.Contains(one.Key) && (one.Value is null || offers.Contains(one.Value.Value))).ToDictionary(one => one.Key, one => one.Value);
        var groups = Regrouping.From(FlexAsks.Of(visit.Db, visit.Scope, visit.Frameworks, slot, learners, kept, visit.Now));
        var (at, left) = (groups.Placements.ToDictionary(one => one.Learner), groups.Out.ToDictionary(one => one.Learner, one => one.Why));
        return Page(visit, http, slot, rooms, [.. learners.Select(one => at.TryGetValue(one.Id, out var seat)
            ? new DraftRow(one, seat.Offer, seat.IsFixed) { Kind = seat.Kind, Place = seat.Place }
            : new DraftRow(one, null, locked.Contains(one.Id)) { Why = left.TryGetValue(one.Id, out var why) ? why : null })]);
    }

    // Somebody who is in two of the rooms takes part once.
    private static IReadOnlyList<Learner> Learners(Visit visit, FlexSlot slot, IReadOnlyList<GroupId> rooms)
    {
        var known = RoomsAt(visit, slot).Select(one => one.Id).ToHashSet();
        return [.. rooms.Where(known.Contains).SelectMany(room => visit.Scope.PlannedBy(visit.Scope.LearnersOf(room))).DistinctBy(one => one.Id).OrderBy(one => one.FullName, StringComparer.CurrentCulture)];
    }

    private static IEnumerable<LearningGroup> RoomsAt(Visit visit, FlexSlot slot) => visit.Scope.Groups().Where(one => one.Organization == slot.Organization && one.EndedAt is null);

    private static string Said(Visit visit, Words words, FlexSlot slot, DraftForm form, IReadOnlyList<Learner> learners, FlexFault fault)
    {
        if (fault.Row < 0) return words[$"flex.fault.{fault.Kind}"];
        var (learner, offer) = form.Seats[fault.Row];
        // Whom one does not plan for is not named: the row says which.
        return words[$"flex.fault.{fault.Kind}", ("row", fault.Row + 1), ("name", learners.FirstOrDefault(one => one.Id == learner)?.FullName ?? words["flex.fault.row", ("row", fault.Row + 1)]),
            ("what", FlexSlots.OffersOf(visit.Db, slot).FirstOrDefault(one => one.Offer.Id == offer) is { } line ? $"{FlexDoor.TitleOf(visit.Frameworks, line.Offer)}, {line.Offer.Room}" : "")];
    }

    private static RazorComponentResult<DraftGroups> Page(Visit visit, HttpContext http, FlexSlot slot, IReadOnlyList<GroupId> rooms, IReadOnlyList<DraftRow> rows, string? fault = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var ids = rows.Select(one => one.Learner.Id).ToHashSet();
        return new(new
        {
            Slot = slot, Rooms = (IReadOnlyList<LearningGroup>)[.. RoomsAt(visit, slot)], Chosen = rooms, Offers = FlexSlots.OffersOf(visit.Db, slot), Rows = rows, Fault = fault,
            Others = (IReadOnlyDictionary<FlexOfferId, int>)FlexBookings.Of(visit.Db, slot).Values.Where(one => !ids.Contains(one.Learner)).CountBy(one => one.Offer!.Value).ToDictionary(),
        }) { PreventStreamingRendering = true };
    }
}
