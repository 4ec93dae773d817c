using Cairn.App.Access;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

internal sealed record JournalPageJson(IReadOnlyList<JournalEntryJson> Entries, long? Next);

internal sealed record JournalEntryJson(
    long Index, DateTime At, string Actor, Guid? Person, Guid? OnBehalfOf, string Act, string? Kind, Guid? Row, Guid? Learner, string? Where, string? Purpose, string Leaf);

/// <summary>GET /journal: who did what, the oldest first, for a system that follows it. Words stay here, and so do network addresses.
/// It is the whole district's: whoever is held to a school finds nothing.</summary>
internal static class ReadJournal
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/journal", Read).Needs(ClientScope.JournalRead);

    private static async Task<ApiAnswer> Read(HttpContext http, ApiCaller caller, Disclosure disclosure)
    {
        var asked = AskedQuery.Of(http, "after", "limit");
        var (after, limit) = (asked.Place("after") ?? -1, asked.Limit());
        if (!asked.IsGood) return asked.Refusal;
        if (!MayReadAll(caller.Actor!)) return ApiAnswer.Of(Problems.NotFound());
        var page = JournalFeed.After(caller.Visit.Db, after, limit);
        await disclosure.TellJournal(caller.District, caller.Acting);
        return ApiAnswer.Of(new JournalPageJson([.. page.Select(Of)], page.Count < limit ? null : page[^1].Entry.Index), ApiJson.Default.JournalPageJson);
    }

    private static bool MayReadAll(Actor actor) => actor.Kind == ActorKind.Client
        ? actor.School is null : actor.LeadsDistrict || (actor.ReachesEverybody && (actor.Has(GrantedRole.Auditor) || actor.Has(GrantedRole.PrivacyOfficer)));

    private static JournalEntryJson Of(JournalFeedLine one) => new(
        one.Entry.Index, one.Occasion.At, Word.Of(one.Occasion.Actor), Id(one.Occasion.Person), Id(one.Occasion.OnBehalfOf), Word.Of(one.Entry.Act), one.Kind is { } kind ? Word.Of(kind) : null,
        Id(one.Entry.Row), one.Entry.Learner?.Value, Text(one.Occasion.Where), Text(one.Occasion.Purpose), Convert.ToHexStringLower(one.Entry.Leaf));

    private static Guid? Id(Guid id) => id == Guid.Empty ? null : id;

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
