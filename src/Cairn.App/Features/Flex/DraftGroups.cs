using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>Groups for one slot or several of a week, across rooms: suggested, changed by hand, suggested again around what was set, and booked in one go.</summary>
public partial class DraftGroups
{
    private const string Route = "/flex/{slot:guid}/draft";

    /// <summary>The most learners of one draft.</summary>
    internal const int Most = 400;

    /// <summary>The most seats of one draft: learners at a time each.</summary>
    internal const int MostSeats = 1000;

    /// <summary>The slot of the address.</summary>
    [Parameter, EditorRequired] public FlexSlot Slot { get; set; } = null!;

    /// <summary>All slots of the draft, by day and time.</summary>
    [Parameter] public IReadOnlyList<FlexSlot> Slots { get; set; } = [];

    /// <summary>Slots that could be planned with it.</summary>
    [Parameter] public IReadOnlyList<FlexSlot> Beside { get; set; } = [];

    /// <summary>Rooms of the school that can take part.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Rooms { get; set; } = [];

    /// <summary>Those that do.</summary>
    [Parameter] public IReadOnlyList<GroupId> Chosen { get; set; } = [];

    /// <summary>The slots' offers.</summary>
    [Parameter] public IReadOnlyList<FlexOfferLine> Offers { get; set; } = [];

    /// <summary>Who would go where and when, by name; none before rooms are chosen.</summary>
    [Parameter] public IReadOnlyList<DraftRow> Rows { get; set; } = [];

    /// <summary>How many whom the reader does not plan for are booked already, by offer.</summary>
    [Parameter] public IReadOnlyDictionary<FlexOfferId, int> Others { get; set; } = new Dictionary<FlexOfferId, int>();

    /// <summary>Rules that cannot hold with what is offered: who, and why.</summary>
    [Parameter] public IReadOnlyList<(GroupingClashKind Kind, IReadOnlyList<Learner> Learners, FlexSlot Slot)> Clashes { get; set; } = [];

    /// <summary>What stands in the way, in words; null for nothing.</summary>
    [Parameter] public string? Fault { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Send).For(Who.Educators);
    }

    private static RazorComponentResult<DraftGroups>? Show(Guid slot, Visit visit, Words words, HttpContext http) => FlexDoor.Find(visit, slot) is { } found
        ? Suggested(visit, words, http, found, [.. DraftForm.RoomsOf(http.Request.Query["group"])], [.. DraftForm.SlotsOf(http.Request.Query["with"])], new Dictionary<(FlexSlotId, LearnerId), FlexOfferId?>(), new HashSet<(FlexSlotId, LearnerId)>()) : null;

    private static async Task<IResult?> Send(Guid slot, Visit visit, Words words, HttpContext http)
    {
        if (FlexDoor.Find(visit, slot) is not { } found) return null;
        // A seat and a lock for each.
        if (http.Request.HasFormContentType) http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueCountLimit = (2 * MostSeats) + 200, ValueLengthLimit = 1 << 20 }));
        var (typed, form) = await DraftForm.Read(http, words, found.Id);
        var seats = form.Plans.SelectMany(plan => plan.Seats.DistinctBy(one => one.Learner).Select(one => (At: (plan.Slot, one.Learner), one.Offer))).ToDictionary(one => one.At, one => one.Offer);
        if (typed["do"] != "book") return Suggested(visit, words, http, found, form.Rooms, form.With, seats.Where(one => form.Locked.Contains(one.Key)).ToDictionary(), form.Locked);
        var batch = Guid.CreateVersion7();
        var slots = FlexTimes.Together(visit.Db, found, form.With);
        var isSent = seats.Count is > 0 and <= MostSeats && form.Plans.All(plan => slots.Any(one => one.Id == plan.Slot));
        var fault = isSent ? await visit.Write(turn => FlexBookings.Book(turn, FlexDoor.In(turn, visit), form.Plans, batch)) : new FlexFault(FlexFaultKind.Stale);
        if (fault is null) return Results.Redirect($"{FlexDoor.PathOf(found.Id)}?booked={batch:N}");
        if (fault.Kind == FlexFaultKind.NotYours) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        // What was planned stays as it was; what others booked meanwhile is shown, and from now on it was seen.
        var learners = Learners(visit, found, form.Rooms);
        return Page(visit, http, FlexDoor.Find(visit, slot)!, form.With, form.Rooms, [.. slots.SelectMany(at => learners.Select(one => new DraftRow(at.Id, one, seats.GetValueOrDefault((at.Id, one.Id)), form.Locked.Contains((at.Id, one.Id)))))],
            Said(visit, words, form, learners, fault));
    }

    private static RazorComponentResult<DraftGroups> Suggested(
        Visit visit, Words words, HttpContext http, FlexSlot slot, IReadOnlyList<GroupId> rooms, IReadOnlyList<FlexSlotId> with, IReadOnlyDictionary<(FlexSlotId Slot, LearnerId Learner), FlexOfferId?> set, IReadOnlySet<(FlexSlotId, LearnerId)> locked)
    {
        var (learners, slots) = (Learners(visit, slot, rooms), FlexTimes.Together(visit.Db, slot, with));
        var most = Math.Min(Most, MostSeats / slots.Count);
        if (learners.Count == 0 || learners.Count > most) return Page(visit, http, slot, with, rooms, [], learners.Count > most ? words["flex.draft.tooMany", ("most", most), ("count", learners.Count)] : rooms.Count > 0 ? words["flex.draft.nobody"] : null);
        var (ids, offers) = (learners.Select(one => one.Id).ToHashSet(), slots.SelectMany(at => FlexSlots.OffersOf(visit.Db, at).Select(one => (at.Id, one.Offer.Id))).ToHashSet());
        var kept = set.Where(one => ids.Contains(one.Key.Learner) && slots.Any(at => at.Id == one.Key.Slot) && (one.Value is not { } offer || offers.Contains((one.Key.Slot, offer)))).ToDictionary();
        var groups = Regrouping.From(FlexAsks.Of(visit.Db, visit.Scope, visit.Frameworks, slots, learners, kept, visit.Now));
        var (seats, left) = (groups.Placements.ToDictionary(one => (one.Slot, one.Learner)), groups.Out.ToDictionary(one => (one.Slot, one.Learner), one => one.Why));
        return Page(visit, http, slot, with, rooms, [.. slots.SelectMany(at => FlexTimes.Elsewhere(visit.Db, at) is var elsewhere ? learners.Select(one => seats.TryGetValue((at.Id, one.Id), out var seat)
            ? new DraftRow(at.Id, one, seat.Offer, seat.IsFixed) { Kind = seat.Kind, Place = seat.Place }
            : new DraftRow(at.Id, one, null, locked.Contains((at.Id, one.Id))) { Why = left.TryGetValue((at.Id, one.Id), out var why) ? why : null, IsElsewhere = elsewhere.Contains(one.Id) }) : [])]);
    }

    // Somebody who is in two of the rooms takes part once.
    private static IReadOnlyList<Learner> Learners(Visit visit, FlexSlot slot, IReadOnlyList<GroupId> rooms)
    {
        var known = RoomsAt(visit, slot).Select(one => one.Id).ToHashSet();
        return [.. rooms.Where(known.Contains).SelectMany(room => visit.Scope.PlannedBy(visit.Scope.LearnersOf(room))).DistinctBy(one => one.Id).OrderBy(one => one.FullName, StringComparer.CurrentCulture)];
    }

    private static IEnumerable<LearningGroup> RoomsAt(Visit visit, FlexSlot slot) => visit.Scope.Groups().Where(one => one.Organization == slot.Organization && one.EndedAt is null);

    private static string Said(Visit visit, Words words, DraftForm form, IReadOnlyList<Learner> learners, FlexFault fault)
    {
        if (fault.Row < 0 || form.Plans.FirstOrDefault(one => one.Slot == fault.Slot) is not { } plan || FlexDoor.Find(visit, fault.Slot.Value) is not { } slot) return words["flex.fault.Stale"];
        var (learner, offer) = plan.Seats[fault.Row];
        // Whom one does not plan for is not named: the row says which.
        return words[$"flex.fault.{fault.Kind}", ("row", fault.Row + 1), ("name", learners.FirstOrDefault(one => one.Id == learner)?.FullName ?? words["flex.fault.row", ("row", fault.Row + 1)]),
            ("what", FlexSlots.OffersOf(visit.Db, slot).FirstOrDefault(one => one.Offer.Id == offer) is { } line ? $"{FlexDoor.TitleOf(visit.Frameworks, line.Offer)}, {line.Offer.Room}" : "")];
    }

    private static RazorComponentResult<DraftGroups> Page(Visit visit, HttpContext http, FlexSlot slot, IReadOnlyList<FlexSlotId> with, IReadOnlyList<GroupId> rooms, IReadOnlyList<DraftRow> rows, string? fault = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var (ids, slots) = (rows.Select(one => one.Learner.Id).ToHashSet(), FlexTimes.Together(visit.Db, slot, with));
        return new(new
        {
            Slot = slot, Slots = slots, Beside = FlexTimes.Beside(visit.Db, slot), Rooms = (IReadOnlyList<LearningGroup>)[.. RoomsAt(visit, slot)], Chosen = rooms, Rows = rows, Fault = fault,
            Clashes = (IReadOnlyList<(GroupingClashKind, IReadOnlyList<Learner>, FlexSlot)>)[.. rows.Count == 0 ? [] : slots.SelectMany(at => GroupingRules.ClashesIn(visit.Db, visit.Scope, FlexSlots.OffersOf(visit.Db, at), ids).Select(one => (one.Kind, one.Learners, at)))],
            Offers = (IReadOnlyList<FlexOfferLine>)[.. slots.SelectMany(one => FlexSlots.OffersOf(visit.Db, one))],
            Others = (IReadOnlyDictionary<FlexOfferId, int>)slots.SelectMany(one => FlexBookings.Of(visit.Db, one).Values).Where(one => !ids.Contains(one.Learner)).CountBy(one => one.Offer!.Value).ToDictionary(),
        }) { PreventStreamingRendering = true };
    }
}
