using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Abuse;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Credits;

/// <summary>The real site over a district of two schools: a learner with a family, who teaches and co-teaches them, who counsels them and who keeps the record here and at the other school.</summary>
internal sealed class CreditSite : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly OrganizationId Hill = new(Guid.CreateVersion7());
    private static readonly OrganizationId Lake = new(Guid.CreateVersion7());
    private readonly GroupId _loft = new(Guid.CreateVersion7());
    private readonly GroupId _other = new(Guid.CreateVersion7());
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private RunningSite _site = null!;

    private CreditSite(TestDistrict district) => District = district;

    public TestDistrict District { get; }

    public LearnerId Ada => District.Ada;

    public string Path => $"/learners/{Ada.Value:N}";

    /// <summary>Competencies are shown by the highest level; the line is 4, and each asks for two pieces.</summary>
    public static async Task<CreditSite> Make()
    {
        var made = new CreditSite(await TestDistrict.With(new Highest(), clock: new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc))));
        await made.Put(new Organization(Hill, OrganizationKind.School, "Hill School", "UTC"), new Organization(Lake, OrganizationKind.School, "Lake School", "UTC"));
        await made.Put(new LearningGroup(made._loft, Hill, "The Loft"), new LearningGroup(made._other, Hill, "The Barn"));
        await made.District.District.Writer.Alone(turn =>
        {
            foreach (var one in turn.Db.Learners) one.BelongsTo(Hill).Born(new DateOnly(2010, 5, 1));
            return turn.Db.SaveChanges();
        });
        await made.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), made.Ada, made._loft, Today.AddDays(-100), null), new Enrollment(new EnrollmentId(Guid.CreateVersion7()), made.District.Ben, made._other, Today.AddDays(-100), null));
        var teacher = await made.Educator("teacher", group: made._loft);
        await made.Educator("coTeacher", group: made._loft, role: TeachingRole.CoTeacher);
        await made.Educator("otherTeacher", group: made._other);
        await made.Educator("registrar", GrantedRole.Registrar);
        await made.Educator("ofHill", GrantedRole.Registrar, Hill);
        await made.Educator("ofLake", GrantedRole.Registrar, Lake);
        await made.Educator("leader", GrantedRole.DistrictLeader);
        await made.Put(new CaseloadEntry(await made.Educator("counselor", GrantedRole.Counselor), made.Ada, CaseloadKind.Counselor, Today.AddDays(-9), null));
        // The mother teaches here too, under the name that she has as a guardian.
        await made.Educator("motherWhoTeaches", group: made._loft, username: "mother@private.example");
        await made.Guardian("mother", made.Ada);
        await made.Guardian("stranger", made.District.Ben);
        made._people["ada"] = new Actor(ActorKind.Learner, made.Ada.Value, "Ada");
        made._people["ben"] = new Actor(ActorKind.Learner, made.District.Ben.Value, "Ben");
        made.District.Folder.SetMark("{}");
        made._site = await RunningSite.Start(made.District.Folder, made.District.District, made._people.Values, new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc)));
        return made;
    }

    public Refused Refused => new(_site, District.District);

    public PersonId Person(string who) => new(_people[who].Person);

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await _site.As(_people[who]);
        return await visitor.Get(path);
    }

    public async Task<Answer> Send(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await _site.As(_people[who]);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    public async Task<HttpStatusCode> Post(string who, string path, params (string Name, string Value)[] fields) => (await Send(who, path, fields)).Status;

    public Task<int> Put(params object[] rows) => District.District.Writer.Alone(turn =>
    {
        turn.Db.AddRange(rows);
        return turn.Db.SaveChanges();
    });

    public T Read<T>(Func<Db, T> read)
    {
        using var db = District.Open();
        return read(db);
    }

    public CreditRecord Record(LearnerId? learner = null) => Read(db => CreditRows.RecordOf(db, new Scope(db, Actor.Operator, Today), learner ?? Ada));

    /// <summary>Pieces of a competency at a level, each of an experience of its own.</summary>
    public async Task<EvidenceId> Show(CompetencyId competency, decimal level = 4, int pieces = 2, LearnerId? learner = null)
    {
        EvidenceId last = default;
        for (var i = 0; i < pieces; i++)
        {
            var piece = District.Piece(learner);
            await District.Record(new Recording(piece.Learner) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, "A bowl", "Studio", "", "")], Judgments = [District.Judged(piece, level, competency, stage: null)] });
            last = piece.Id;
        }

        return last;
    }

    /// <summary>A policy of the whole district, half for drawing and half for clay.</summary>
    public async Task<CreditPolicy> Policy(string code = "art-1", CreditMethod method = CreditMethod.CompleteEvidence, Func<CreditPolicy, CreditPolicy>? with = null, params CompetencyId[] of)
    {
        var policy = new CreditPolicy(new CreditPolicyId(Guid.CreateVersion7()), code, 1, $"Studio {code}", District.Framework, method, 100, Today.AddDays(-30), Person("registrar"), default) { CourseTitle = "Visual Arts", CourseCode = "05154", Subject = "arts" };
        if (with is not null) policy = with(policy);
        CompetencyId[] parts = of.Length > 0 ? of : [District.Drawing, District.Clay];
        await District.District.Writer.Alone(turn =>
        {
            turn.Db.Add(policy with { RecordedAt = turn.Next() });
            turn.Db.AddRange(parts.Select((one, i) => new CreditPart(policy.Id, i + 1, one, null, policy.Hundredths / parts.Length, 50, i == 0)));
            return turn.Db.SaveChanges();
        });
        return policy;
    }

    public string Award(CreditPolicy policy) => $"{Path}/credits/policies/{policy.Id.Value:N}";

    /// <summary>The district's day, for what rows ask.</summary>
    public static DistrictDay Day => new(Today, new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc), DateOnly.FromDateTime, day => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    /// <summary>Does something in a turn, as somebody.</summary>
    public Task<T> As<T>(string who, Func<WriteTurn, Scope, T> work) => District.District.Writer.Alone(turn =>
    {
        var known = Cairn.Storage.Queries.KnownActor.Of(turn.Db, _people[who], Today)!;
        return work(turn, new Scope(turn.Db, known, Today, turn.Now));
    });

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await District.DisposeAsync();
    }

    private async Task<EducatorId> Educator(string name, GrantedRole? granted = null, OrganizationId? school = null, GroupId? group = null, TeachingRole role = TeachingRole.Teacher, string? username = null)
    {
        var id = new EducatorId(Guid.CreateVersion7());
        await Put(new Educator(id, username ?? name, $"Name of {name}", EducatorRole.Teacher));
        if (granted is { } one) await Put(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), id, one, school, null, Today.AddDays(-9), null, default));
        if (group is { } of) await Put(new Teaching(id, of, Today.AddDays(-9), null) { Role = role });
        _people[name] = new Actor(ActorKind.Teacher, id.Value, name);
        return id;
    }

    private async Task Guardian(string name, LearnerId of)
    {
        var id = new GuardianId(Guid.CreateVersion7());
        await Put(new Guardian(id, $"{name}@private.example", name));
        await Put(new Guardianship(id, of, Today.AddDays(-100), null));
        _people[name] = new Actor(ActorKind.Guardian, id.Value, name);
    }
}
