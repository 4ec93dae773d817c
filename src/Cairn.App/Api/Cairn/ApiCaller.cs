using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Api.Cairn;

/// <summary>Who asks at the API: another system by its token, or a person by their session. Where a token is offered the session counts for nothing.</summary>
internal sealed class ApiCaller(Visit visit, Refusals refusals, IHttpContextAccessor http)
{
    private (Actor? Actor, ApiClient? Client, ApiClient? Lapsed, bool IsKnown) _who;
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
    public Acting Acting => ActingOf(Actor!);

    private (Actor? Actor, ApiClient? Client, ApiClient? Lapsed, bool IsKnown) Who => _who.IsKnown ? _who : _who = Found();

    /// <summary>What the caller may see, through a database of one's own: a turn of the writer sees what is so in that moment.</summary>
    public Scope ScopeIn(Db db) => new(db, Actor!, visit.Today, visit.Now);

    /// <summary>May it do this? A person may do what their relations allow; a system needs the scope as well.</summary>
    public bool Has(string scope) => Client is null || Actor!.IsFor(scope);

    /// <summary>Writes into the journal that a learner's record went to another system. People's looks are told where people look.</summary>
    public async Task TellExport(LearnerId learner, string what)
    {
        if (Client is not null) await District.Writer.Tell(turn => turn.Tell(JournalAct.Exported, learner, new { what }), Acting);
    }

    /// <summary>Notes that the caller was refused: by what they are known by, so that the journal says it so often and no more.</summary>
    public Task Refused(RefusedWhy why, object? words = null)
    {
        words ??= new { because = why.ToString() };
        if (Actor is not null) return refusals.Note(Http, why, new RefusedOne(Id, Acting, words));
        return Who.Lapsed is { } client ? refusals.Note(Http, why, new RefusedOne(client.Id, ActingOf(ActorOf(client)), words) { Row = (typeof(ApiClient), client.Id) }) : refusals.Note(Http, why);
    }

    /// <summary>Notes that the caller was told to wait.</summary>
    public void HeldBack() => refusals.NoteLater(Http, RefusedWhy.TooMany, new RefusedOne(Id, Acting, ""));

    private Acting ActingOf(Actor actor) => new((actor.Viewer ?? actor).Kind, (actor.Viewer ?? actor).Person, $"{Http.Request.Method} {Running.RequestWatch.RouteOf(Http)}")
    {
        Account = actor.Account, From = Http.Connection.RemoteIpAddress?.ToString() ?? "", OnBehalfOf = actor.Viewer is null ? Guid.Empty : actor.Person,
    };

    private (Actor?, ApiClient?, ApiClient?, bool) Found()
    {
        if (!BearerToken.IsOffered(Http.Request)) return (visit.Actor is { Kind: not ActorKind.Sponsor } person ? person : null, null, null, true);
        if (BearerToken.Of(Http.Request) is not { } token || ClientTokens.Find(visit.Db, token) is not { } client) return (null, null, null, true);
        return ClientTokens.IsWorking(client, visit.Now) ? (ActorOf(client), client, null, true) : (null, null, client, true);
    }

    private static Actor ActorOf(ApiClient client) => new(ActorKind.Client, client.Id, client.Name) { School = client.School, Scopes = client.Scopes.Split(' ') };
}
