using System.Globalization;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Storage.Flex;

namespace Cairn.App.Features.Flex;

/// <summary>A draft of groups as it was sent: where each learner is to go at each time, who is locked, and what had been suggested. Nothing of it is stored.</summary>
internal sealed record DraftForm(IReadOnlyList<GroupId> Rooms, IReadOnlyList<FlexSlotId> With, IReadOnlyList<FlexPlan> Plans, IReadOnlySet<(FlexSlotId Slot, LearnerId Learner)> Locked)
{
    private const string At = "at-";
    private const string Lock = "lock-";

    /// <summary>Reads it; what makes no sense is not there.</summary>
    /// <param name="http">The request.</param>
    /// <param name="words">Words for its faults.</param>
    /// <param name="slot">The slot of the address: its seats name none.</param>
    public static async Task<(Typed Typed, DraftForm Form)> Read(HttpContext http, Ui.Words.Words words, FlexSlotId slot)
    {
        var typed = await Typed.Read(http, words);
        var form = await SentForm.Of(http.Request);
        var was = Pairs(typed["was"]);
        var (seats, locked) = (new Dictionary<FlexSlotId, List<FlexSeat>>(), new HashSet<(FlexSlotId, LearnerId)>());
        foreach (var (name, value) in form.Where(one => one.Key.StartsWith(At, StringComparison.Ordinal)).Select(one => (one.Key[At.Length..], one.Value.ToString())))
        {
            if (Seat(name, slot) is not var (at, id)) continue;
            if (!seats.TryGetValue(at, out var there)) seats[at] = there = [];
            there.Add(new FlexSeat(id, Guid.TryParse(value, out var offer) ? new FlexOfferId(offer) : null));
            // Whoever was moved by hand stays where they were put.
            if (typed.IsOn(Lock + name) || (was.TryGetValue(name, out var before) && before != value)) locked.Add((at, id));
        }

        var seen = SeenOf(typed, slot);
        return (typed, new DraftForm([.. RoomsOf(form["group"])], [.. SlotsOf(form["with"])], [.. seats.Select(one => new FlexPlan(one.Key, seen.GetValueOrDefault(one.Key), one.Value))], locked));
    }

    public static IEnumerable<GroupId> RoomsOf(Microsoft.Extensions.Primitives.StringValues sent) => Ids(sent).Select(one => new GroupId(one));

    public static IEnumerable<FlexSlotId> SlotsOf(Microsoft.Extensions.Primitives.StringValues sent) => Ids(sent).Select(one => new FlexSlotId(one));

    /// <summary>The versions that whoever sends the form had before them: of the slot of the address, and of those beside it.</summary>
    public static Dictionary<FlexSlotId, int> SeenOf(Typed typed, FlexSlotId slot)
    {
        var seen = Pairs(typed["also"]).Where(one => Guid.TryParse(one.Key, out _)).ToDictionary(one => new FlexSlotId(Guid.Parse(one.Key)), one => int.TryParse(one.Value, CultureInfo.InvariantCulture, out var version) ? version : 0);
        seen[slot] = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        return seen;
    }

    /// <summary>The versions of slots, as a hidden field holds them.</summary>
    public static string Also(IEnumerable<(FlexSlotId Slot, int Version)> slots) => string.Join(';', slots.Select(one => $"{one.Slot.Value:N}={one.Version}"));

    public static string NameOfSeat(DraftRow row, FlexSlotId slot) => At + NameOf(row, slot);

    public static string NameOfLock(DraftRow row, FlexSlotId slot) => Lock + NameOf(row, slot);

    /// <summary>What the page suggests, so that what a person changes is known when it comes back.</summary>
    public static string WasOf(IEnumerable<DraftRow> rows, FlexSlotId slot) => string.Join(';', rows.Select(one => $"{NameOf(one, slot)}={one.Offer?.Value:N}"));

    private static string NameOf(DraftRow row, FlexSlotId slot) => row.Slot == slot ? $"{row.Learner.Id.Value:N}" : $"{row.Learner.Id.Value:N}-{row.Slot.Value:N}";

    private static (FlexSlotId Slot, LearnerId Learner)? Seat(string name, FlexSlotId slot) => name.Split('-') switch
    {
        [var one] when Guid.TryParse(one, out var id) => (slot, new LearnerId(id)),
        [var one, var at] when Guid.TryParse(one, out var id) && Guid.TryParse(at, out var other) => (new FlexSlotId(other), new LearnerId(id)),
        _ => null,
    };

    private static Dictionary<string, string> Pairs(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).Where(one => one.Length == 2)
        .DistinctBy(one => one[0], StringComparer.Ordinal).ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);

    private static IEnumerable<Guid> Ids(Microsoft.Extensions.Primitives.StringValues sent) => sent.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).Where(one => one != Guid.Empty).Distinct();
}
