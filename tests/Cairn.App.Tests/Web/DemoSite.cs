using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Cairn.App.Tests.Web;

/// <summary>One demonstration district for the whole run, served by the real site: a room of 24, and a second one beside it.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private const int HowMany = 30;

    /// <summary>The day it is where the demonstration's school stands: for some hours of each day not the one it is in UTC.</summary>
    internal static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTime.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")));

    internal TempFolder Folder { get; } = new();

    /// <summary>A copy of the folder that is not marked as a demonstration.</summary>
    internal TempFolder Unmarked { get; private set; } = null!;

    internal District District { get; private set; } = null!;

    internal RunningSite Site { get; private set; } = null!;

    /// <summary>Teaches the first room.</summary>
    internal Actor Teacher { get; private set; } = null!;

    /// <summary>Teaches the second room.</summary>
    internal Actor OtherTeacher { get; private set; } = null!;

    internal Actor Leader { get; private set; } = null!;

    /// <summary>The learners of the first room.</summary>
    internal IReadOnlyList<Learner> Room { get; private set; } = [];

    /// <summary>The learners of the second room.</summary>
    internal IReadOnlyList<Learner> OtherRoom { get; private set; } = [];

    internal IReadOnlyList<LearningGroup> Groups { get; private set; } = [];

    /// <summary>An import that was looked at, and has an error.</summary>
    internal Guid Run { get; } = Guid.CreateVersion7();

    internal IEnumerable<Learner> Everyone => Room.Concat(OtherRoom);

    /// <summary>The framework of the demonstration; a draft of it is begun.</summary>
    internal static Cairn.Learning.FrameworkId Framework { get; } = new(DemoFramework.Named("framework"));

    /// <summary>The learner whom most tests ask about.</summary>
    internal Learner Own => Room[0];

    internal Learner Classmate => Room[1];

    internal Learner Other => OtherRoom[0];

    internal IEnumerable<Actor> Actors => [Teacher, OtherTeacher, Leader, .. Everyone.Select(Self)];

    public async ValueTask InitializeAsync()
    {
        await MakeDemo.Ensure(Folder.Data, HowMany, TimeProvider.System, _ => { });
        Unmarked = Folder.CopyUnmarked();
        District = District.OpenExisting(Folder.Data, MakeDemo.District, toWrite: true, TimeProvider.System);
        using (var db = District.Open()) Meet(db);
        // A draft stands in the workshop, which nobody sees elsewhere.
        await District.Writer.Alone(turn => Drafts.Begin(turn, Framework));
        await District.Writer.Alone(turn => turn.Db.Add(new ImportRun(Run, "roster", "roster", "roster.zip", Leader.Person, turn.Now)
        {
            Summary = new ImportSummary(ImportState.Looked) { Errors = 1, Shown = [new Cairn.Interop.Csv.RowFault("enrollments.csv", 4, "userSourcedId", "=ghost", "a rule", "a fix")] }.Write(),
        }).Entity.Id);
        Site = await RunningSite.Start(Folder.Data, District, Actors);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await District.DisposeAsync();
        Unmarked.Dispose();
        Folder.Dispose();
    }

    internal static Actor Self(Learner learner) => new(ActorKind.Learner, learner.Id.Value, learner.FullName);

    internal static string Home(Learner learner) => Visit.PathOf(learner.Id);

    internal static string Work(Learner learner) => $"{Home(learner)}/work";

    internal static string Competency(Learner learner, string code = "RD.1") => Visit.PathOf(learner.Id, code);

    /// <summary>The highest stage that a learner has entered in a competency.</summary>
    internal int StageOf(Learner learner, string code)
    {
        using var db = District.Open();
        var (who, what) = (learner.Id, DemoFramework.CompetencyOf(code));
        return db.StageEntries.Where(one => one.Learner == who && one.Competency == what).Max(one => one.Stage);
    }

    private void Meet(Db db)
    {
        Groups = [.. db.Groups.AsNoTracking().OrderBy(one => one.Name)];
        var educators = db.Educators.AsNoTracking().ToDictionary(one => one.Id);
        var leader = educators[db.RoleGrants.AsNoTracking().First(one => one.Role == GrantedRole.DistrictLeader).Educator];
        Leader = new Actor(ActorKind.Leader, leader.Id.Value, leader.DisplayName);
        var rooms = Groups.Select(group => db.Enrollments.Where(one => one.Group == group.Id).Select(one => one.Learner).ToList())
            .Select((ids, i) => (Groups[i].Id, Learners: db.Learners.AsNoTracking().Where(one => ids.Contains(one.Id)).OrderBy(one => one.Username).ToList()))
            .OrderByDescending(one => one.Learners.Count).ToList();
        (Room, OtherRoom) = (rooms[0].Learners, rooms[1].Learners);
        Teacher = TeacherOf(rooms[0].Id);
        OtherTeacher = TeacherOf(rooms[1].Id);

        Actor TeacherOf(GroupId group)
        {
            var educator = educators[db.Teachings.First(one => one.Group == group).Educator];
            return new Actor(ActorKind.Teacher, educator.Id.Value, educator.DisplayName);
        }
    }
}
