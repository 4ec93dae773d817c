using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage;
using Cairn.Storage.Flex;

namespace Cairn.App.Features.Flex;

/// <summary>Pages of flex time: slots and offers, groups that are suggested and booked, who is kept apart or together, and a learner's own.</summary>
internal static class FlexDoor
{
    public const string Path = "/flex";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListSlots.Map(routes);
        ShowSlot.Map(routes);
        DraftGroups.Map(routes);
        PrintLists.Map(routes);
        KeepRules.Map(routes);
        OwnTime.Map(routes);
    }

    public static string PathOf(FlexSlotId slot) => $"{Path}/{slot.Value:N}";

    public static FlexSlot? Find(Visit visit, Guid slot) => FlexSlots.Find(visit.Db, visit.Scope, new FlexSlotId(slot));

    /// <summary>Who asks, as it is in a turn: relations are looked up anew.</summary>
    public static Scope In(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, visit.Now);

    /// <summary>What an offer is for: the competency's title, else its words.</summary>
    public static string TitleOf(IReadOnlyList<FrameworkInForce> frameworks, FlexOffer offer)
    {
        var title = offer.Competency is { } id ? frameworks.Select(one => one.Content.Find(id)?.Title).FirstOrDefault(one => one is not null) : null;
        return title is null ? offer.Words : offer.Words.Length == 0 ? title : $"{title}: {offer.Words}";
    }
}
