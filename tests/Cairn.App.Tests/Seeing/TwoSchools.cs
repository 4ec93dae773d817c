using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Seeing;

/// <summary>Two schools of one district: Ada is at the Hill and in its pilot, Ben at the Brook, and Cleo's school is not said.</summary>
internal sealed class TwoSchools : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 31);
    public static readonly DateTime Now = new(2026, 3, 31, 15, 0, 0, DateTimeKind.Utc);

    private readonly List<Db> _open = [];

    private TwoSchools(TestDistrict record) => Record = record;

    public TestDistrict Record { get; }

    public OrganizationId Hill { get; } = new(Guid.CreateVersion7());

    public OrganizationId Brook { get; } = new(Guid.CreateVersion7());

    public ProgramId Pilot { get; } = new(Guid.CreateVersion7());

    public GroupId Loft { get; } = new(Guid.CreateVersion7());

    public GroupId Studio { get; } = new(Guid.CreateVersion7());

    public LearnerId Ada => Record.Ada;

    public LearnerId Ben => Record.Ben;

    public LearnerId Cleo { get; } = new(Guid.CreateVersion7());

    /// <summary>An educator without any relation yet.</summary>
    public EducatorId Okafor { get; } = new(Guid.CreateVersion7());

    public GuardianId May { get; } = new(Guid.CreateVersion7());

    public GuardianId Jun { get; } = new(Guid.CreateVersion7());

    public SponsorId Maren { get; } = new(Guid.CreateVersion7());

    public static async Task<TwoSchools> Make()
    {
        var made = new TwoSchools(await TestDistrict.With());
        await made.Record.Record(made.Record.OnePiece());
        await made.Record.Record(made.Record.OnePiece(made.Ben));
        await made.Write(made.Fill);
        return made;
    }

    /// <summary>An actor as the district knows them on a day.</summary>
    public Actor Known(ActorKind kind, Guid person, DateOnly? on = null) => KnownActor.Of(Open(), new Actor(kind, person, ""), on ?? Today).ShouldNotBeNull();

    public Scope Of(ActorKind kind, Guid person, DateOnly? on = null, DateTime? at = null) => Of(Known(kind, person, on), on, at);

    public Scope Of(Actor actor, DateOnly? on = null, DateTime? at = null) => new(Open(), actor, on ?? Today, at ?? Now);

    /// <summary>What Ms. Okafor sees.</summary>
    public Scope Teacher(DateOnly? on = null, DateTime? at = null) => Of(ActorKind.Teacher, Okafor.Value, on, at);

    public static string Seen(Scope scope) => string.Join(' ', scope.Learners.Select(one => one.Username).ToList().Order(StringComparer.Ordinal));

    public Task Grant(GrantedRole role, OrganizationId? school = null, ProgramId? program = null, int from = -10, int? until = null) =>
        Add(Grants.Of(Okafor, role, school, program, Today.AddDays(from), Day(until)));

    public Task Enroll(LearnerId learner, GroupId group, int from = -10, int? until = null) =>
        Add(new Enrollment(new EnrollmentId(Guid.CreateVersion7()), learner, group, Today.AddDays(from), Day(until)));

    public Task Teach(GroupId group, TeachingRole role = TeachingRole.Teacher, int from = -10, int? until = null) =>
        Add(new Teaching(Okafor, group, Today.AddDays(from), Day(until)) { Role = role });

    public Task Care(GuardianId guardian, LearnerId learner, int from = -10, int? until = null) => Add(new Guardianship(guardian, learner, Today.AddDays(from), Day(until)));

    public Task Change(LearnerId learner, Action<Learner> change) => Write(turn => turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == learner), change));

    public Task Add(params object[] rows) => Write(turn => turn.Db.AddRange(rows));

    public Task Write(Action<WriteTurn> work) => Record.District.Writer.Alone(turn =>
    {
        work(turn);
        return turn.Db.SaveChanges();
    });

    public Db Open()
    {
        _open.Add(Record.Open());
        return _open[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _open) await one.DisposeAsync();
        await Record.DisposeAsync();
    }

    private static DateOnly? Day(int? days) => days is { } some ? Today.AddDays(some) : null;

    private void Fill(WriteTurn turn)
    {
        var partner = new OrganizationId(Guid.CreateVersion7());
        turn.Db.AddRange(new Organization(Hill, OrganizationKind.School, "Hill", "UTC"), new Organization(Brook, OrganizationKind.School, "Brook", "UTC"), new Organization(partner, OrganizationKind.Partner, "Boatyard", "UTC"),
            new Educator(Okafor, "okafor", "Ms. Okafor", EducatorRole.Teacher), new Guardian(May, "may", "May Byron"), new Guardian(Jun, "jun", "Jun Byron"));
        turn.Db.SaveChanges();
        turn.Db.AddRange(new Cairn.Learning.People.Program(Pilot, Hill, "Pilot"), new LearningGroup(Loft, Hill, "The Loft"), new LearningGroup(Studio, Brook, "Studio"), new Sponsor(Maren, partner, "Maren Solheim"),
            new Learner(Cleo, "cleo", "Cleo", "Stone"));
        turn.Db.SaveChanges();
        turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == Ada), one => one.BelongsTo(Hill, Pilot).Born(new DateOnly(2012, 5, 20)));
        turn.Change(turn.Db.Learners.AsNoTracking().Single(one => one.Id == Ben), one => one.BelongsTo(Brook));
    }
}
