using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Tests.Classroom;

/// <summary>The real site over a district of two schools, each with a registrar; Nia is new at Hill, with a teacher, a counselor and two guardians. One credit policy and one conversion are in force.</summary>
internal sealed class MobilitySite : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly OrganizationId Hill = new(Guid.CreateVersion7());
    private static readonly OrganizationId Brook = new(Guid.CreateVersion7());
    private static readonly GroupId Loft = new(Guid.CreateVersion7());
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private RunningSite _site = null!;

    private MobilitySite(TestDistrict district, StillClock clock) => (District, Clock) = (district, clock);

    public TestDistrict District { get; }

    public StillClock Clock { get; }

    public LearnerId Nia { get; } = new(Guid.CreateVersion7());

    public CreditPolicyId Biology { get; } = new(Guid.CreateVersion7());

    public string TransferIn => $"/learners/{Nia.Value:N}/transfer-in";

    /// <summary>Everybody but the two registrars, the leader and the counselor.</summary>
    public static string[] Others { get; } = ["teacher", "substitute", "auditor", "mother", "nia", "far", "stranger", "classmate"];

    public static async Task<MobilitySite> Make()
    {
        var clock = new StillClock(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
        var made = new MobilitySite(await TestDistrict.With(new MostRecent(), clock: clock), clock);
        await made.Put(new Organization(Hill, OrganizationKind.School, "Hill School", "UTC"), new Organization(Brook, OrganizationKind.School, "Brook School", "UTC"));
        await made.Put(new LearningGroup(Loft, Hill, "The Loft"), new Learner(made.Nia, "nia", "Nia", "Moss").BelongsTo(Hill), new CreditPolicy(made.Biology, "bio", 1, "Biology", made.District.Framework, CreditMethod.CompleteEvidence, 100, new DateOnly(2025, 9, 1), new PersonId(Guid.CreateVersion7()), TestDistrict.Day)
        { CourseTitle = "Biology", CourseCode = "03051", Subject = "science" });
        await made.Put(new CreditPart(made.Biology, 1, made.District.Drawing, null, 40, 0, true), new CreditPart(made.Biology, 2, made.District.Clay, null, 60, 0, true), Conversion());
        foreach (var learner in (LearnerId[])[made.Nia, made.District.Ben]) await made.Put(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner, Loft, Today.AddDays(-9), null));
        foreach (var (name, role, school) in ((string, GrantedRole?, OrganizationId?)[])[("registrar", GrantedRole.Registrar, Hill), ("far", GrantedRole.Registrar, Brook), ("leader", GrantedRole.DistrictLeader, null), ("auditor", GrantedRole.Auditor, null),
            ("counselor", GrantedRole.Counselor, null), ("teacher", null, null), ("substitute", null, null)])
        {
            var id = new EducatorId(Guid.CreateVersion7());
            await made.Put(new Educator(id, name, $"The {name}", EducatorRole.Teacher));
            if (role is { } granted) await made.Put(new RoleGrant(new RoleGrantId(Guid.CreateVersion7()), id, granted, school, null, Today.AddDays(-9), null, default));
            if (name is "teacher" or "substitute") await made.Put(new Teaching(id, Loft, Today.AddDays(-9), null) { Role = name == "teacher" ? TeachingRole.Teacher : TeachingRole.Substitute });
            if (name == "counselor") await made.Put(new CaseloadEntry(id, made.Nia, CaseloadKind.Counselor, Today.AddDays(-9), null));
            made._people[name] = new Actor(ActorKind.Teacher, id.Value, name);
        }

        foreach (var (name, of) in ((string, LearnerId)[])[("mother", made.Nia), ("stranger", made.District.Ben)])
        {
            var id = new GuardianId(Guid.CreateVersion7());
            await made.Put(new Guardian(id, $"{name}@private.example", name));
            await made.Put(new Guardianship(id, of, Today.AddDays(-9), null));
            made._people[name] = new Actor(ActorKind.Guardian, id.Value, name);
        }

        (made._people["nia"], made._people["classmate"]) = (new(ActorKind.Learner, made.Nia.Value, "Nia"), new(ActorKind.Learner, made.District.Ben.Value, "Ben"));
        made.District.Folder.SetMark("{}");
        made._site = await RunningSite.Start(made.District.Folder, made.District.District, made._people.Values, clock);
        return made;
    }

    public Task<int> Put(params object[] rows) => District.District.Writer.Alone(turn =>
    {
        turn.Db.AddRange(rows);
        return turn.Db.SaveChanges();
    });

    /// <summary>Somebody who is signed in since just now, whatever the clock says.</summary>
    public async Task<Visitor> As(string who)
    {
        var hat = Read(db => Cairn.Storage.Accounts.Hats.Of(db, _people[who].Kind, _people[who].Person, Today))!;
        var token = await _site.Part<Sessions>().Begin(District.District, new SessionStart(hat, Guid.Empty, "password totp", "") { IsProved = true }, Cairn.Storage.Journal.Acting.Operator);
        return new Visitor(_site.Url, ("Cookie", $"{Sessions.Cookie}={token}"));
    }

    public PersonId IdOf(string who) => new(_people[who].Person);

    public async Task<Answer> Get(string who, string path)
    {
        using var visitor = await As(who);
        return await visitor.Get(path);
    }

    public async Task<Answer> Send(string who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await As(who);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    public async Task<HttpStatusCode> Post(string who, string path, params (string Name, string Value)[] fields) => (await Send(who, path, fields)).Status;

    public T Read<T>(Func<Db, T> read)
    {
        using var db = District.Open();
        return read(db);
    }

    public Scope Scope(Db db, string who) => new(db, KnownActor.Of(db, _people[who], Today)!, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Clock.GetUtcNow().UtcDateTime);

    /// <summary>A piece of work with one judgment of a level.</summary>
    public async Task<Judgment> Work(decimal level, CompetencyId competency, LearnerId? of = null)
    {
        var piece = District.Piece(of ?? Nia, Clock.GetUtcNow().UtcDateTime);
        var judged = District.Judged(piece, level, competency, stage: null);
        await District.Record(new Recording(piece.Learner) { Evidence = [piece], EvidenceTexts = [new Cairn.Learning.Evidence.EvidenceText(piece.Id, "A tree", "Studio", "Las hojas son verdes", "")], Judgments = [judged] });
        return judged;
    }

    /// <summary>Enters a transcript of one line, and gives the line.</summary>
    public async Task<PriorLine> Enter(string title = "Biology", string grade = "B", string credit = "1", string code = "")
    {
        (await Post("registrar", TransferIn, ("do", "keep"), ("once", Guid.NewGuid().ToString("N")), ("origin", "Lakeside High"), ("title-1", title), ("grade-1", grade), ("credit-1", credit), ("code-1", code))).ShouldBe(HttpStatusCode.Found);
        return Read(db => db.PriorLines.OrderByDescending(one => one.Id).First());
    }

    /// <summary>Takes a line for biology.</summary>
    public Task<Answer> Accept(PriorLine line, string who = "registrar", string policy = "bio", params (string Name, string Value)[] more) =>
        Send(who, $"{TransferIn}/lines/{line.Id.Value:N}", [("do", "accept"), ("once", Guid.NewGuid().ToString("N")), ("seen", $"{line.Version}"), ("policy", policy), ("until", $"{Today.AddDays(60):yyyy-MM-dd}"), .. more]);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await District.DisposeAsync();
    }

    private static GradeConversion Conversion()
    {
        var (by, second) = (new PersonId(Guid.CreateVersion7()), new PersonId(Guid.CreateVersion7()));
        var text = GradeTableText.Of(new GradeTable([new(3.5m, 4m) { Letter = "A", PercentLow = 90, PercentHigh = 100 }, new(2.5m, 3.49m) { Letter = "B", PercentLow = 80, PercentHigh = 89 }]));
        var made = new GradeConversion(new GradeConversionId(Guid.CreateVersion7()), "letters", 1, "Our letters", text, by, TestDistrict.Day);
        made.Propose(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1), by);
        made.Sign(new DateOnly(2026, 3, 1), second, TestDistrict.Day);
        return made;
    }
}
