using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>The district that is served; none on an empty data folder.</summary>
internal sealed record Served(DataFolder Folder, District? District, string Title, TimeZoneInfo Zone)
{
    private DistrictTerms _terms = DistrictTerms.None;

    /// <summary>Who acts in a district that is still in the making: whoever runs the machine. Null in every other.</summary>
    public Acting? InTheMaking { get; init; }

    /// <summary>The district's own words; one object as long as they stand.</summary>
    public DistrictTerms Terms
    {
        get
        {
            if (District is null || District.FrameworksNumber is var number && number == _terms.Version) return _terms;
            return _terms = DistrictTerms.Of(District.Terms, number);
        }
    }

    public static Served Of(DataFolder folder, District? district)
    {
        if (district is null) return new Served(folder, null, "", TimeZoneInfo.Utc);
        using var db = district.Open();
        var organization = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District);
        return new Served(folder, district, organization.Name, TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone));
    }
}

/// <summary>One request: who asks, when, and what they may see. Its database is opened on first use.</summary>
internal sealed class Visit(Served served, Sessions sessions, TimeProvider clock, IHttpContextAccessor http) : IDisposable
{
    private Db? _db;
    private bool _isBrief;
    private Scope? _scope;
    private (Session? Session, bool IsKnown) _session;
    private (bool IsKnown, Actor? Actor) _who;

    public Served Served => served;

    /// <summary>Who is signed in, and how; also who has yet to set up a second factor.</summary>
    public Session? Session
    {
        get
        {
            if (!_session.IsKnown) _session = (sessions.Find(SessionCookie.Read(http.HttpContext!.Request), served.District, Today), true);
            return _session.Session;
        }
    }

    /// <summary>Who asks, with the roles that are in force now; nobody while they have yet to set up a second factor.</summary>
    public Actor? Actor => (_who.IsKnown ? _who : _who = (true, Session is { IsUnfinished: false } session ? Known(session.Actor with { Account = session.Account }) : null)).Actor;

    /// <summary>Has anybody an account here, or could they come in by another system?</summary>
    public bool HasAccounts => served.District is not null && (Db.Accounts.AsNoTracking().Any() || Db.SignInProviders.AsNoTracking().Any(one => one.IsActive));

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>The district's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    public Db Db => _db ??= Opened();

    public Scope Scope => _scope ??= new Scope(Db, Actor ?? throw new InvalidOperationException("Nobody is signed in."), Today, Now);

    public IReadOnlyList<FrameworkInForce> Frameworks => served.District!.Frameworks;

    /// <summary>Who acts in this request, through which door and from where: what the journal says of all that is written in it. Where somebody
    /// looks at what another sees, both are named.</summary>
    public Acting Acting => served.InTheMaking ?? new Acting(Acts?.Kind ?? ActorKind.Anyone, Acts?.Person ?? Guid.Empty, Door)
    {
        Account = Acts?.Account ?? Guid.Empty, From = http.HttpContext!.Connection.RemoteIpAddress?.ToString() ?? "", OnBehalfOf = Actor is { Viewer: not null } seen ? seen.Person : Guid.Empty,
    };

    // Who has yet to set up a second factor does that, at least, in their own name.
    private Actor? Acts => Actor is { } actor ? actor.Viewer ?? actor : Session is { } session ? session.Actor with { Account = session.Account } : null;

    // The route as it is declared: an address would say whose page it was.
    private string Door => $"{http.HttpContext!.Request.Method} {Running.RequestWatch.RouteOf(http.HttpContext)}";

    /// <summary>Whose records were shown in this request to somebody whom the family should know of.</summary>
    public IReadOnlyList<LearnerId> ShownToOutsider => _scope?.ShownToOutsider() ?? [];

    /// <summary>Writes in the name of whoever asks; completes once it is durable.</summary>
    /// <param name="work">The work, in a turn of its own.</param>
    /// <param name="why">Why, in their own words; it can be erased.</param>
    /// <param name="purpose">The legitimate interest, in a word.</param>
    public Task<T> Write<T>(Func<WriteTurn, T> work, string why = "", string purpose = "") => served.District!.Writer.Alone(work, Acting with { Why = why, Purpose = purpose });

    /// <summary>Writes into the journal, in the name of whoever asks, what no row says; completes once it is durable.</summary>
    /// <param name="tell">Tells it; rows may be changed on the way.</param>
    /// <param name="purpose">The legitimate interest, in a word.</param>
    public Task Tell(Action<WriteTurn> tell, string purpose = "") => served.District!.Writer.Tell(tell, Acting with { Purpose = purpose });

    /// <summary>Records facts in the name of whoever asks; completes once they are durable.</summary>
    public Task Record(Recording facts) => served.District!.Writer.Record(facts, Acting);

    /// <summary>A moment on the district's clock.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, served.Zone);

    /// <summary>The day of a moment on the district's clock.</summary>
    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The last moment of a day on the district's clock, UTC.</summary>
    public DateTime EndOf(DateOnly day) => ZonedDay.StartOf(day.AddDays(1), served.Zone).AddMicroseconds(-1);

    /// <summary>The district's day, for rules that count days.</summary>
    public Cairn.Storage.Plans.DistrictDay DistrictDay => new(Today, Now, Day, day => ZonedDay.StartOf(day, served.Zone));

    /// <summary>What the actor may see, over the database of a turn that writes: asked again there, for a relation may have ended.</summary>
    public Scope ScopeOf(WriteTurn turn) => new(turn.Db, Actor ?? throw new InvalidOperationException("Nobody is signed in."), Today, Now);

    /// <summary>Where who keeps the official record begins: how classes stand to their diplomas.</summary>
    internal const string OfRecords = "/diplomas";

    /// <summary>Where somebody begins who has just come in, and whose roles nobody has read yet.</summary>
    public string BeginOf(Actor said) => HomeOf(KnownActor.Of(Db, said, Today) ?? said);

    /// <summary>Where an actor begins whose roles are known.</summary>
    public static string HomeOf(Actor actor) => actor.Kind switch
    {
        ActorKind.Learner => PathOf(new LearnerId(actor.Person)),
        ActorKind.Sponsor => "/placements",
        ActorKind.Teacher when Audience.KeepsRecords(Audience.Of(actor)) => OfRecords,
        // Who is with no group goes on from there.
        ActorKind.Teacher => "/board",
        ActorKind.Guardian => "/family",
        _ => "/learners",
    };

    public static string PathOf(LearnerId learner) => $"/learners/{learner.Value:N}";

    /// <summary>By its code, and by its id where no address can be made of that.</summary>
    public static string PathOf(LearnerId learner, Competency competency) => PathOf(learner, PartCode.FitsAddress(competency.Code) ? competency.Code : competency.Id.Value.ToString("N"));

    /// <summary>A code's slash stays a slash, because a server never reads %2F as one.</summary>
    public static string PathOf(LearnerId learner, string code) => $"{PathOf(learner)}/competencies/{Uri.EscapeDataString(code).Replace("%2F", "/", StringComparison.Ordinal)}";

    private Actor? Known(Actor? said) =>
        said is null || KnownActor.Of(Db, said, Today) is not { } known ? null : Viewing.Of(http.HttpContext!.Request, Db, known, Today, Now) ?? known;

    /// <summary>From now on no connection is held between two questions: before a request waits for another machine. A server has so many for a
    /// district, and who holds one while they wait would keep out everybody else.</summary>
    public void HoldNothing()
    {
        _isBrief = true;
        _db?.Database.CloseConnection();
    }

    public void Dispose() => _db?.Dispose();

    // Opened once for all the queries of a request where that is a file: each opening sets the connection's PRAGMAs anew. Of a server's
    // connections there are few: who held one while they wait for the writer, or for a password's hash, would keep out everybody else.
    private Db Opened()
    {
        var district = served.District ?? throw new InvalidOperationException("No district is served.");
        var db = district.Open();
        if (!_isBrief && !district.Engine.IsShared) db.Database.OpenConnection();
        return db;
    }
}
