using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Flex;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Flex;

/// <summary>A flex slot with its offers: one more, one away, whether learners may choose, and the last plan taken back.</summary>
public partial class ShowSlot
{
    private const string Route = "/flex/{slot:guid}";
    private const int Longest = 120;

    /// <summary>The slot.</summary>
    [Parameter, EditorRequired] public FlexSlot Slot { get; set; } = null!;

    /// <summary>Its offers.</summary>
    [Parameter] public IReadOnlyList<FlexOfferLine> Offers { get; set; } = [];

    /// <summary>Who can hold one.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Educators { get; set; } = [];

    /// <summary>What it can be for.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Competencies { get; set; } = [];

    /// <summary>The plan that was just booked; empty for none.</summary>
    [Parameter] public Guid Batch { get; set; }

    /// <summary>The slots it was booked in, with their versions.</summary>
    [Parameter] public IReadOnlyList<(FlexSlotId Slot, int Version)> Booked { get; set; } = [];

    /// <summary>What could not be done: the key of its words; null for nothing.</summary>
    [Parameter] public string? Told { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost($"{Route}/open", Open).For(Who.Educators);
        routes.MapPost($"{Route}/offers", Add).For(Who.Educators);
        routes.MapPost($"{Route}/offers/{{offer:guid}}", Remove).For(Who.Educators);
        routes.MapPost($"{Route}/undo", Undo).For(Who.Educators);
    }

    private static RazorComponentResult<ShowSlot>? Show(Guid slot, Visit visit, Words words, HttpContext http, AskedId booked = default) => Page(visit, words, http, slot, Usual(visit, words), booked.Value ?? Guid.Empty);

    private static async Task<IResult?> Open(Guid slot, Visit visit, Words words, HttpContext http)
    {
        var isOpen = (await Typed.Read(http, words)).IsOn("open");
        return await visit.Write(turn => FlexSlots.Open(turn, FlexDoor.In(turn, visit), new FlexSlotId(slot), isOpen)) ? Results.Redirect(FlexDoor.PathOf(new FlexSlotId(slot))) : null;
    }

    private static async Task<IResult?> Add(Guid slot, Visit visit, Words words, HttpContext http)
    {
        if (FlexDoor.Find(visit, slot) is not { } found) return null;
        var typed = await Typed.Read(http, words);
        var competency = typed["competency"].Length == 0 ? (CompetencyId?)null : new CompetencyId(typed.Id("competency"));
        var (least, most) = (typed.Whole("least", 0, FlexOffer.MostSeats), typed.Whole("most", 1, FlexOffer.MostSeats));
        var offer = new FlexOffer(new FlexOfferId(typed.Once($"offer {slot:N}", visit.Actor!.Person)), found.Id, new EducatorId(typed.Id("educator")), typed.Text("room", Longest, isNeeded: true), competency, typed.Text("words", Longest, isNeeded: competency is null), least, most);
        if (most < least) typed.Refuse("most", words["flex.most.least"]);
        if (competency is { } id && visit.Frameworks.All(one => one.Content.Find(id) is null)) typed.Refuse("competency", words["form.choose"]);
        if (FlexSlots.EducatorsAt(visit.Db, found.Organization, visit.Today).All(one => one.Id != offer.Educator)) typed.Refuse("educator", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, words, http, slot, typed);
        var (isDone, taken) = await visit.Write(turn => FlexSlots.Add(turn, FlexDoor.In(turn, visit), offer, visit.Today));
        if (isDone) return Results.Redirect($"{FlexDoor.PathOf(found.Id)}#new-offer");
        if (taken is not null) typed.Refuse(taken.IsRoom ? "room" : "educator", words[taken.IsRoom ? "flex.taken.room" : "flex.taken.educator", ("room", taken.Room), ("name", taken.Educator)]);
        return Page(visit, words, http, slot, typed);
    }

    private static async Task<IResult?> Remove(Guid slot, Guid offer, Visit visit, Words words, HttpContext http)
    {
        if (FlexDoor.Find(visit, slot) is not { } found || FlexSlots.OffersOf(visit.Db, found).All(one => one.Offer.Id.Value != offer)) return null;
        return await visit.Write(turn => FlexSlots.Remove(turn, FlexDoor.In(turn, visit), found.Id, new FlexOfferId(offer))) ? Results.Redirect(FlexDoor.PathOf(found.Id)) : Page(visit, words, http, slot, Usual(visit, words), told: "flex.offer.inUse");
    }

    private static async Task<IResult?> Undo(Guid slot, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        IReadOnlyList<(FlexSlotId, int)> seen = [.. DraftForm.SeenOf(typed, new FlexSlotId(slot)).Select(one => (one.Key, one.Value))];
        var isDone = await visit.Write(turn => FlexBookings.Undo(turn, FlexDoor.In(turn, visit), seen, typed.Id("batch")));
        return isDone ? Results.Redirect(FlexDoor.PathOf(new FlexSlotId(slot))) : Page(visit, words, http, slot, Usual(visit, words), told: "flex.undo.late");
    }

    private static Typed Usual(Visit visit, Words words) => Typed.Of(words, ("educator", visit.Actor!.Person.ToString("N")), ("least", 3), ("most", 12));

    private static RazorComponentResult<ShowSlot>? Page(Visit visit, Words words, HttpContext http, Guid id, Typed typed, Guid batch = default, string? told = null)
    {
        if (FlexDoor.Find(visit, id) is not { } slot) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Slot = slot, Offers = FlexSlots.OffersOf(visit.Db, slot), Batch = batch, Booked = FlexBookings.Booked(visit.Db, visit.Scope, batch), Told = told, Typed = typed,
            Educators = (IReadOnlyList<FieldOption>)[.. FlexSlots.EducatorsAt(visit.Db, slot.Organization, visit.Today).Select(one => new FieldOption($"{one.Id.Value:N}", one.DisplayName))],
            Competencies = (IReadOnlyList<FieldOption>)[new FieldOption("", words["flex.competency.none"]), .. visit.Frameworks.SelectMany(framework => framework.Content.Competencies
                .Where(one => framework.Content.Counts(one.Id) && framework.Content.AreaOf(one).Kind == AreaKind.Learning).Select(one => new FieldOption($"{one.Id.Value:N}", $"{one.Code} {one.Title}")))],
        }) { PreventStreamingRendering = true };
    }
}
