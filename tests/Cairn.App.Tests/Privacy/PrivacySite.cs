using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Privacy;

/// <summary>The real site over a district with families: two guardians, a learner of age, educators of every rank.</summary>
internal sealed class PrivacySite : IAsyncDisposable
{
    private readonly RunningSite _site;

    private PrivacySite(Family family, RunningSite site, IReadOnlyDictionary<string, Actor> people, StillClock clock) => (Family, _site, People, Clock) = (family, site, people, clock);

    /// <summary>The clock of the site and of its district.</summary>
    public StillClock Clock { get; }

    public Family Family { get; }

    public IReadOnlyDictionary<string, Actor> People { get; }

    /// <summary>10 years old; mother and father care for them.</summary>
    public LearnerId Kid => new(People["kid"].Person);

    /// <summary>18 years old since a month.</summary>
    public LearnerId Grown => new(People["grown"].Person);

    public static async Task<PrivacySite> Make()
    {
        var clock = new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
        var family = await Family.Make(clock);
        var (kid, grown) = (await family.Learner("Kid", new DateOnly(2015, 5, 1)), await family.Learner("Grown", new DateOnly(2008, 2, 28)));
        var people = new Dictionary<string, Actor>(StringComparer.Ordinal)
        {
            ["kid"] = new(ActorKind.Learner, kid.Value, "Kid"), ["grown"] = new(ActorKind.Learner, grown.Value, "Grown"), ["ada"] = new(ActorKind.Learner, family.Ada.Value, "Ada"),
            ["mother"] = new(ActorKind.Guardian, (await family.Guardian("mother", kid)).Value, "Mother"), ["father"] = new(ActorKind.Guardian, (await family.Guardian("father", kid)).Value, "Father"),
            ["parentOfGrown"] = new(ActorKind.Guardian, (await family.Guardian("parent", grown)).Value, "Parent"), ["stranger"] = new(ActorKind.Guardian, (await family.Guardian("stranger", family.Ben)).Value, "Stranger"),
            ["teacher"] = new(ActorKind.Teacher, Family.Okafor.Value, "Ms. Okafor"),
            ["colleague"] = await Educator(family, "colleague"), ["officer"] = await Educator(family, "officer", GrantedRole.PrivacyOfficer), ["leader"] = await Educator(family, "leader", GrantedRole.DistrictLeader),
            ["second"] = await Educator(family, "second", GrantedRole.DistrictLeader), ["principal"] = await Educator(family, "principal", GrantedRole.SchoolLeader, Family.Hill),
        };
        await family.Put(new Teaching(new EducatorId(people["colleague"].Person), Family.Loft, Family.Today.AddDays(-9), null));
        foreach (var one in (LearnerId[])[kid, grown]) await family.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), one, Family.Loft, Family.Today.AddDays(-9), null));
        await family.District.District.Writer.Alone(turn =>
        {
            foreach (var one in turn.Db.Learners) one.BelongsTo(Family.Hill);
            return turn.Db.SaveChanges();
        });
        family.District.Folder.SetMark("{}");
        return new PrivacySite(family, await RunningSite.Start(family.District.Folder, family.District.District, people.Values, clock), people, clock);
    }

    public RunningSite Site => _site;

    public Task<Visitor> As(string who) => _site.As(People[who]);

    /// <summary>Somebody who came in by a password and a code, as in a real district: what they proved grows old.</summary>
    public async Task<Visitor> SignedIn(string who)
    {
        var start = new SessionStart(People[who], Guid.Empty, "password totp", "") { IsProved = true };
        var kind = Read(db => Cairn.Storage.Accounts.Hats.Of(db, start.Actor.Kind, start.Actor.Person, Family.Today))!;
        var token = await _site.Part<Sessions>().Begin(Family.District.District, start with { Actor = kind }, Acting.Operator);
        return new Visitor(_site.Url, ("Cookie", $"{Sessions.Cookie}={token}"));
    }

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await As(who);
        return await visitor.Get(path);
    }

    /// <summary>Posts a form as somebody.</summary>
    public async Task<HttpStatusCode> Post(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await As(who);
        return (await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded")).Status;
    }

    public T Read<T>(Func<Db, T> read)
    {
        using var db = Family.District.Open();
        return read(db);
    }

    /// <summary>Who did it, as the journal says, in the newest entry about rows of a kind.</summary>
    public Guid WhoDid(Type kind) => Read(db =>
    {
        var number = JournalKinds.Of(kind)!.Value.Number;
        return (from entry in db.Journal where entry.Kind == number orderby entry.Index descending join occasion in db.Occasions on entry.Occasion equals occasion.Id select occasion.Person).First();
    });

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await Family.DisposeAsync();
    }

    private static async Task<Actor> Educator(Family family, string name, GrantedRole? role = null, OrganizationId? school = null)
    {
        var id = new EducatorId(Guid.CreateVersion7());
        await family.Put(new Educator(id, name, name, EducatorRole.Teacher));
        if (role is { } granted) await family.Put(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), id, granted, school, null, Family.Today.AddDays(-9), null, default));
        // Which roles somebody has is looked up when they come.
        return new Actor(ActorKind.Teacher, id.Value, name);
    }
}
