using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Api.Cairn;

/// <summary>Who asks at the API: another system by its token, or a person by their session. Where a token is offered the session counts for nothing.</summary>
internal sealed class ApiCaller(Visit visit, IHttpContextAccessor http)
{
    private (Actor? Actor, ApiClient? Client, bool IsKnown) _who;
    private Scope? _scope;

    private HttpContext Http => http.HttpContext!;

    public Visit Visit => visit;

    public District District => visit.Served.District!;

    /// <summary>The other system; null where a person asks.</summary>
    public ApiClient? Client => Who.Client;

    /// <summary>Who asks; null for nobody who is known.</summary>
    public Actor? Actor => Who.Actor;

    /// <summary>By whom limits and kept answers are counted.</summary>
    public Guid Id => Client?.Id ?? Actor!.Person;

    public Scope Scope => _scope ??= ScopeIn(visit.Db);

    /// <summary>Who acts, for the journal.</summary>
    public Acting Acting => new((Actor!.Viewer ?? Actor).Kind, (Actor.Viewer ?? Actor).Person, $"{Http.Request.Method} {(Http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}")
    {
        Account = Actor.Account, From = Http.Connection.RemoteIpAddress?.ToString() ?? "", OnBehalfOf = Actor.Viewer is null ? Guid.Empty : Actor.Person,
    };

    private (Actor? Actor, ApiClient? Client, bool IsKnown) Who => _who.IsKnown ? _who : _who = Found();

    /// <summary>What the caller may see, through a database of one's own: a turn of the writer sees what is so in that moment.</summary>
    public Scope ScopeIn(Db db) => new(db, Actor!, visit.Today, visit.Now);

    /// <summary>May it do this? A person may do what their relations allow; a system needs the scope as well.</summary>
    public bool Has(string scope) => Client is null || Actor!.IsFor(scope);

    /// <summary>Writes into the journal that a learner's record went to another system. People's looks are told where people look.</summary>
    public async Task TellExport(LearnerId learner, string what)
    {
        if (Client is not null) await District.Writer.Tell(turn => turn.Tell(JournalAct.Exported, learner, new { what }), Acting);
    }

    private (Actor?, ApiClient?, bool) Found()
    {
        if (!BearerToken.IsOffered(Http.Request)) return (visit.Actor is { Kind: not ActorKind.Sponsor } person ? person : null, null, true);
        if (BearerToken.Of(Http.Request) is not { } token || ClientTokens.Find(visit.Db, token, visit.Now) is not { } client) return (null, null, true);
        return (new Actor(ActorKind.Client, client.Id, client.Name) { School = client.School, Scopes = client.Scopes.Split(' ') }, client, true);
    }
}
