using System.Text.Json;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>A demonstration of its own, where people judge: a teacher and a co-teacher of one room, a substitute there, a teacher whose child sits in it, and a teacher of the other room.</summary>
public sealed class JudgingSite : IAsyncLifetime
{
    private const int HowMany = 30;
    private readonly TempFolder _folder = new();
    internal Cairn.Storage.DataFolder Folder => _folder.Data;

    internal DateTime Began { get; private set; }

    internal District District { get; private set; } = null!;

    internal RunningSite Site { get; private set; } = null!;

    internal Actor Teacher { get; private set; } = null!;

    internal Actor OtherTeacher { get; private set; } = null!;

    internal Actor CoTeacher { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Ms. Ruiz");

    internal Actor Substitute { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Mr. Stand-In");

    /// <summary>Teaches the room, and is a guardian of the last learner in it.</summary>
    internal Actor Parent { get; } = new(ActorKind.Teacher, Guid.CreateVersion7(), "Ms. Mother");

    internal Actor Leader { get; private set; } = null!;

    internal Actor Family { get; } = new(ActorKind.Guardian, Guid.CreateVersion7(), "Mother");

    internal IReadOnlyList<Learner> Room { get; private set; } = [];

    internal IReadOnlyList<Learner> OtherRoom { get; private set; } = [];

    internal GroupId Group { get; private set; }

    internal Learner OwnChild => Room[^1];

    public async ValueTask InitializeAsync()
    {
        await MakeDemo.Ensure(_folder.Data, HowMany, TimeProvider.System, _ => { });
        District = District.OpenExisting(_folder.Data, MakeDemo.District, toWrite: true, TimeProvider.System);
        var today = DemoSite.Today;
        using (var db = District.Open())
        {
            var rooms = db.Groups.AsNoTracking().ToList().Select(group => (group.Id, Learners: Read(db.Enrollments.AsNoTracking().Where(one => one.Group == group.Id).Select(one => one.Learner).ToList()))).OrderByDescending(one => one.Learners.Count).ToList();
            (Group, Room, OtherRoom) = (rooms[0].Id, rooms[0].Learners, rooms[1].Learners);
            (Teacher, OtherTeacher) = (Of(rooms[0].Id), Of(rooms[1].Id));
            var leader = db.RoleGrants.AsNoTracking().First(one => one.Role == GrantedRole.DistrictLeader).Educator;
            Leader = new Actor(ActorKind.Leader, leader.Value, "Leader");
            Actor Of(GroupId group) => new(ActorKind.Teacher, db.Teachings.AsNoTracking().First(one => one.Group == group).Educator.Value, "");
            List<Learner> Read(List<LearnerId> ids) => [.. db.Learners.AsNoTracking().Where(one => ids.Contains(one.Id)).OrderBy(one => one.Username)];
        }

        await District.Writer.Alone(turn =>
        {
            foreach (var (actor, role) in ((Actor, TeachingRole)[])[(CoTeacher, TeachingRole.CoTeacher), (Substitute, TeachingRole.Substitute), (Parent, TeachingRole.Teacher)])
            {
                turn.Db.Add(new Educator(new EducatorId(actor.Person), $"user-{actor.Person:N}", actor.Name, EducatorRole.Teacher));
                turn.Db.Add(new Teaching(new EducatorId(actor.Person), Group, today.AddDays(-30), null) { Role = role });
            }

            turn.Db.Add(new Guardian(new GuardianId(Family.Person), $"user-{Parent.Person:N}", Family.Name));
            turn.Db.Add(new Guardianship(new GuardianId(Family.Person), OwnChild.Id, today.AddDays(-30), null));
            return turn.Db.SaveChanges();
        });
        Began = DateTime.UtcNow;
        Site = await RunningSite.Start(_folder.Data, District, [Teacher, OtherTeacher, CoTeacher, Substitute, Parent, Leader, Family, new(ActorKind.Learner, Room[0].Id.Value, "Self"), new(ActorKind.Learner, Room[1].Id.Value, "Classmate")]);
    }

    internal Actor Self(Learner learner) => new(ActorKind.Learner, learner.Id.Value, learner == Room[0] ? "Self" : "Classmate");

    /// <summary>A key in the grid.</summary>
    internal static string Key(Learner learner, string what, string? key = null, Guid? id = null, string code = "RD.1", params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var said = new Dictionary<string, object?> { ["id"] = (id ?? Guid.CreateVersion7()).ToString("N"), ["learner"] = learner.Id.Value.ToString("N"), ["code"] = code, ["do"] = what, ["key"] = key };
        foreach (var (name, value) in more) said[name] = value;
        return JsonSerializer.Serialize(said);
    }

    internal async Task<Answer> Press(Actor who, string body)
    {
        using var visitor = await Site.As(who);
        return await visitor.Send("/grid/judgments", body, "application/json");
    }

    /// <summary>Judgments in force of a learner in a competency by somebody since the site began, oldest first: not what the demonstration invented.</summary>
    internal IReadOnlyList<Judgment> Said(Learner learner, Actor? by = null, string code = "RD.1")
    {
        using var db = District.Open();
        var record = new Scope(db, Actor.Operator, DemoSite.Today).Record(learner.Id);
        return [.. record.JudgmentsUnder(DemoFramework.CompetencyOf(code)).Where(one => one.RecordedAt > Began && (by is null || one.Judge.Value == by.Person) && !record.IsRetracted(one, Cairn.Learning.Mastery.AsOf.Everything)).OrderBy(one => one.RecordedAt)];
    }

    internal T Read<T>(Func<Db, T> read)
    {
        using var db = District.Open();
        return read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await District.DisposeAsync();
        _folder.Dispose();
    }
}
