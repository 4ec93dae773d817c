using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Storage.Flex;

namespace Cairn.App.Features.Flex;

/// <summary>A draft of groups as it was sent: where each learner is to go, who is locked, and what had been suggested. Nothing of it is stored.</summary>
internal sealed record DraftForm(IReadOnlyList<GroupId> Rooms, int Seen, IReadOnlyList<FlexSeat> Seats, IReadOnlySet<LearnerId> Locked)
{
    private const string At = "at-";
    private const string Lock = "lock-";

    /// <summary>Reads it; what makes no sense is not there.</summary>
    public static async Task<(Typed Typed, DraftForm Form)> Read(HttpContext http, Ui.Words.Words words)
    {
        var typed = await Typed.Read(http, words);
        var form = await SentForm.Of(http.Request);
        var was = (typed["was"].Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(one => one.Split('=')).Where(one => one.Length == 2).DistinctBy(one => one[0], StringComparer.Ordinal).ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);
        var (seats, locked) = (new List<FlexSeat>(), new HashSet<LearnerId>());
        foreach (var (name, value) in form.Where(one => one.Key.StartsWith(At, StringComparison.Ordinal)).Select(one => (one.Key[At.Length..], one.Value.ToString())))
        {
            if (!Guid.TryParse(name, out var id)) continue;
            seats.Add(new FlexSeat(new LearnerId(id), Guid.TryParse(value, out var offer) ? new FlexOfferId(offer) : null));
            // Whoever was moved by hand stays where they were put.
            if (typed.IsOn(Lock + name) || (was.TryGetValue(name, out var before) && before != value)) locked.Add(new LearnerId(id));
        }

        return (typed, new DraftForm([.. RoomsOf(form["group"])], typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0, seats, locked));
    }

    public static IEnumerable<GroupId> RoomsOf(Microsoft.Extensions.Primitives.StringValues sent) => sent.Select(one => Guid.TryParse(one, out var id) ? id : Guid.Empty).Where(one => one != Guid.Empty).Distinct().Select(one => new GroupId(one));

    public static string NameOfSeat(LearnerId learner) => $"{At}{learner.Value:N}";

    public static string NameOfLock(LearnerId learner) => $"{Lock}{learner.Value:N}";

    /// <summary>What the page suggests, so that what a person changes is known when it comes back.</summary>
    public static string WasOf(IEnumerable<DraftRow> rows) => string.Join(';', rows.Select(one => $"{one.Learner.Id.Value:N}={one.Offer?.Value:N}"));
}
