using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>A district of a test's own with a clock that stands still: a school, a room with two learners, a teacher, and two leaders in the workshop.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 10, 5, 14, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder _folder = new();

    private Workplace()
    {
        _folder.Data.SetMark("{}");
        District.Create(_folder.Data, "work", "Workplace", "America/New_York");
        District = District.OpenExisting(_folder.Data, "work", toWrite: true, Clock);
    }

    public StillClock Clock { get; } = new(Start);

    public District District { get; }

    public RunningSite Site { get; private set; } = null!;

    public Actor Leader { get; } = new(ActorKind.Leader, Guid.NewGuid(), "Dr. First");

    public Actor Colleague { get; } = new(ActorKind.Leader, Guid.NewGuid(), "Dr. Second");

    public Actor Parent { get; } = new(ActorKind.Guardian, Guid.NewGuid(), "Mr. Byron");

    public Educator Educator { get; } = new(new EducatorId(Guid.NewGuid()), "teacher", "Ms. Room", EducatorRole.Teacher);

    public Actor Teacher => new(ActorKind.Teacher, Educator.Id.Value, Educator.DisplayName);

    public Organization School { get; } = new(new OrganizationId(Guid.NewGuid()), OrganizationKind.School, "Brook School", "America/New_York");

    public LearningGroup Room { get; private set; } = null!;

    public Learner Ada { get; private set; } = null!;

    public Learner Ben { get; private set; } = null!;

    public FrameworkId Framework { get; } = new(DemoFramework.Named("framework"));

    /// <summary>The address of the framework in the workshop.</summary>
    public string Path => $"/workshop/frameworks/{Framework.Value:N}";

    public static async Task<Workplace> Make(bool withFramework = true)
    {
        var work = new Workplace();
        await work.Fill(withFramework);
        work.Site = await RunningSite.Start(work._folder.Data, work.District, [work.Leader, work.Colleague, work.Teacher, work.Parent, DemoSite.Self(work.Ada)], work.Clock);
        return work;
    }

    public async Task<Bench> Bench(Actor? who = null) => new(await Site.As(who ?? Leader));

    public Task Record(Recording facts) => District.Writer.Record(facts);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await District.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The draft, or the newest version, by number.</summary>
    public FrameworkContent Version(FrameworkId framework, int number)
    {
        using var db = District.Open();
        var version = db.FrameworkVersions.AsNoTracking().Single(one => one.Framework == framework && one.Number == number);
        return FrameworkInForce.ReadVersion(db, db.Frameworks.AsNoTracking().Single(one => one.Id == framework), version, db.Scales.AsNoTracking().ToList());
    }

    /// <summary>What a form that was opened now would name: the draft and its changes so far.</summary>
    public string Seen => Version(Framework, 0).Version is var draft ? $"{draft.Id.Value:N}.{draft.Edits}" : "";

    private Task<bool> Fill(bool withFramework)
    {
        Room = new LearningGroup(new GroupId(Guid.NewGuid()), School.Id, "The Loft");
        Ada = new Learner(new LearnerId(Guid.NewGuid()), "ada", "Ada", "Byron").BelongsTo(School.Id);
        Ben = new Learner(new LearnerId(Guid.NewGuid()), "ben", "Ben", "Okri");
        return District.Writer.Alone(turn =>
        {
            if (withFramework) new DemoFramework(DemoContent.Read()).Store(turn, Start.AddYears(-2));
            turn.Db.AddRange(School, Educator);
            turn.Db.SaveChanges();
            turn.Db.Add(Room);
            turn.Db.SaveChanges();
            turn.Db.Add(new Teaching(Educator.Id, Room.Id, new DateOnly(2026, 1, 1), null));
            turn.Db.AddRange(Ada, Ben);
            turn.Db.SaveChanges();
            turn.Db.AddRange(new[] { Ada, Ben }.Select(one => new Enrollment(new EnrollmentId(Guid.NewGuid()), one.Id, Room.Id, new DateOnly(2026, 1, 1), null)));
            return true;
        });
    }
}
