using System.Net;
using System.Security.Cryptography;
using Cairn.App.Access;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

/// <summary>
/// A district of a test's own behind the real site, with a clock of its own: two schools, a teacher in each, a substitute and a leader;
/// Ada and Ben in the first school's room, Cy in the second's.
/// </summary>
internal sealed class ApiSite : IAsyncDisposable
{
    public static readonly DateTime Today = new(2026, 3, 10, 15, 0, 0, DateTimeKind.Utc);

    /// <summary>The first day of everybody here.</summary>
    public static readonly DateOnly First = new(2024, 9, 1);

    private readonly TestDistrict _district;

    private ApiSite(TestDistrict district, TestClock clock) => (_district, Clock) = (district, clock);

    public RunningSite Site { get; private set; } = null!;

    public TestClock Clock { get; }

    public TestDistrict Test => _district;

    public District District => _district.District;

    public OrganizationId SchoolA { get; } = new(Guid.CreateVersion7());

    public OrganizationId SchoolB { get; } = new(Guid.CreateVersion7());

    public GroupId RoomA { get; } = new(Guid.CreateVersion7());

    public GroupId RoomB { get; } = new(Guid.CreateVersion7());

    public LearnerId Ada => _district.Ada;

    public LearnerId Ben => _district.Ben;

    public LearnerId Cy { get; } = new(Guid.CreateVersion7());

    public Actor Teacher { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Ms. Ito");

    public Actor Second { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Mr. Rao");

    public Actor OtherTeacher { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Ms. Lund");

    public Actor Substitute { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Mr. Gray");

    public Actor Leader { get; } = new(ActorKind.Leader, Guid.CreateVersion7(), "Dr. Vale");

    public Actor Guardian { get; } = new(ActorKind.Guardian, Guid.CreateVersion7(), "Kim Byron");

    public Actor Self => new(ActorKind.Learner, Ada.Value, "Ada Byron");

    public static async Task<ApiSite> Start()
    {
        var clock = new TestClock(new DateTimeOffset(Today));
        var made = new ApiSite(await TestDistrict.With(new MostRecent(), clock: clock), clock);
        await made.District.Writer.Alone(made.Fill);
        made._district.Folder.SetMark("{}");
        made.Site = await RunningSite.Start(made._district.Folder, made.District, [made.Teacher, made.Second, made.OtherTeacher, made.Substitute, made.Leader, made.Guardian, made.Self], clock);
        return made;
    }

    /// <summary>A token of another system.</summary>
    public async Task<(ApiClient Client, string Token)> Token(OrganizationId? school, int days, params string[] scopes) =>
        await District.Writer.Alone(turn => ClientTokens.Make(turn, new NewClient("Test", scopes.Length == 0 ? ClientScope.All : scopes, school, days, Leader.Person)));

    /// <summary>Another system with a token of its own.</summary>
    public async Task<OtherSystem> Another(OrganizationId? school = null, params string[] scopes) => new(Site.Url, (await Token(school, 30, scopes)).Token);

    public OtherSystem With(string? token) => new(Site.Url, token);

    /// <summary>Somebody at the API with their session, from the site's own page.</summary>
    public async Task<OtherSystem> Person(Actor actor)
    {
        using var visitor = await Site.As(actor);
        return new OtherSystem(Site.Url, null) { Cookie = visitor.Cookie };
    }

    /// <summary>The body of a piece of evidence that is good; in an educator's name where another system sends it.</summary>
    public Dictionary<string, object?> Piece(Actor? educator = null, params (string Name, object? Value)[] more)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["title"] = "A tree", ["experienceName"] = "Studio", ["kind"] = "project", ["demonstratedOn"] = "2026-03-09T10:00:00Z", ["judgments"] = new[] { Claim() },
        };
        if (educator is not null) body["educator"] = educator.Person;
        foreach (var (name, value) in more) body[name] = value;
        return body;
    }

    /// <summary>A level for drawing.</summary>
    public Dictionary<string, object?> Claim(decimal level = 3, params (string Name, object? Value)[] more)
    {
        var claim = new Dictionary<string, object?>(StringComparer.Ordinal) { ["competency"] = Test.Drawing.Value, ["level"] = level, ["stage"] = 1, ["reason"] = "Clear lines" };
        foreach (var (name, value) in more) claim[name] = value;
        return claim;
    }

    /// <summary>Records a piece of Ada's in the name of her teacher.</summary>
    public async Task<(Guid Piece, Guid Judgment)> Recorded(LearnerId? learner = null, Actor? by = null)
    {
        using var system = await Another();
        var answer = await system.Post($"learners/{(learner ?? Ada).Value}/evidence", Piece(by ?? Teacher));
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body);
        return (answer.Id(), answer.Json.GetProperty("judgments")[0].GetGuid());
    }

    /// <summary>Everything that the record holds of learners, hashed: what a refusal must leave as it was.</summary>
    public string State()
    {
        using var db = District.Open();
        var rows = db.Evidence.AsNoTracking().ToList().Select(one => $"{one}").Concat(db.Judgments.AsNoTracking().ToList().Select(one => $"{one}")).Concat(db.Retractions.AsNoTracking().ToList().Select(one => $"{one}"))
            .Concat(db.Overrides.AsNoTracking().ToList().Select(one => $"{one}")).Concat(db.EvidenceTexts.AsNoTracking().ToList().Select(one => $"{one}")).Concat(db.OverrideTexts.AsNoTracking().ToList().Select(one => $"{one}"))
            .Concat(db.Learners.AsNoTracking().ToList().Select(one => $"{one.Id} {one.FullName} {one.School} {one.Version} {one.BirthDate}")).Concat(db.Standings.AsNoTracking().ToList().Select(one => $"{one.Learner} {Convert.ToHexString(one.Cells)}"));
        return Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))));
    }

    /// <summary>Entries of an act in the journal, with who did it.</summary>
    public IReadOnlyList<(JournalEntry Entry, Occasion Occasion, string Words)> Told(JournalAct act)
    {
        using var db = District.Open();
        var found = (from entry in db.Journal.AsNoTracking() where entry.Act == act orderby entry.Index join occasion in db.Occasions.AsNoTracking() on entry.Occasion equals occasion.Id select new { entry, occasion }).ToList();
        return [.. found.Select(one => (one.entry, one.occasion, System.Text.Encoding.UTF8.GetString(db.JournalPayloads.AsNoTracking().FirstOrDefault(each => each.Index == one.entry.Index)?.Words ?? [])))];
    }

    /// <summary>Does something that must be refused: nothing changes, and the journal says who was refused.</summary>
    public async Task<Answer> Refused(Actor who, Func<Task<Answer>> ask)
    {
        var answer = await new Abuse.Refused(Site, District).ByPerson(who.Person, null, "", ask);
        ((int)answer.Status).ShouldBeInRange(400, 499, answer.Body);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _district.DisposeAsync();
    }

    private bool Fill(WriteTurn turn)
    {
        turn.Db.AddRange(new Organization(SchoolA, OrganizationKind.School, "Fern School", "UTC"), new Organization(SchoolB, OrganizationKind.School, "Moss School", "UTC"));
        turn.Db.AddRange(((Actor[])[Teacher, Second, OtherTeacher, Substitute]).Select((one, i) => new Educator(new EducatorId(one.Person), $"educator{i}", one.Name, EducatorRole.Teacher)));
        turn.Db.Add(new Educator(new EducatorId(Leader.Person), "leader", Leader.Name, EducatorRole.Leader));
        turn.Db.Add(new Guardian(new GuardianId(Guardian.Person), "kim", Guardian.Name));
        turn.Db.Add(new Learner(Cy, "cy", "Cy", "Moss").BelongsTo(SchoolB));
        turn.Db.SaveChanges();
        foreach (var learner in turn.Db.Learners.Where(one => one.Id == Ada || one.Id == Ben).ToList()) learner.BelongsTo(SchoolA);
        turn.Db.AddRange(new LearningGroup(RoomA, SchoolA, "The Loft"), new LearningGroup(RoomB, SchoolB, "The Dock"));
        turn.Db.SaveChanges();
        turn.Db.AddRange(Enrolled(Ada, RoomA), Enrolled(Ben, RoomA), Enrolled(Cy, RoomB), new Guardianship(new GuardianId(Guardian.Person), Ada, First, null));
        turn.Db.AddRange(Teaches(Teacher, RoomA), Teaches(Second, RoomA), Teaches(OtherTeacher, RoomB), Teaches(Substitute, RoomA) with { Role = TeachingRole.Substitute });
        return true;
    }

    private static Enrollment Enrolled(LearnerId learner, GroupId group) => new(new EnrollmentId(Guid.CreateVersion7()), learner, group, First, null);

    private static Teaching Teaches(Actor educator, GroupId group) => new(new EducatorId(educator.Person), group, First, null);
}

/// <summary>One such district for all tests of a class that leave it as it was.</summary>
public sealed class SharedApiSite : IAsyncLifetime
{
    internal ApiSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await ApiSite.Start();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
