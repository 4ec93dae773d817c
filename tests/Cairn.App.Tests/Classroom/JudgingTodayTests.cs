using System.Net;
using Cairn.App.Tests.Journal;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Queries;

namespace Cairn.App.Tests.Classroom;

/// <summary>Whoever judges one learner is asked quickly, and whoever judges many is asked at once: both have one answer.</summary>
public sealed class JudgingTodayTests(JudgingSite site) : IClassFixture<JudgingSite>
{
    private static readonly DateOnly Today = DemoSite.Today;

    [Fact]
    public async Task One_learner_is_looked_at_as_many_are()
    {
        // A teacher and a guardian of one account, and a teacher who is a learner there too.
        var account = Guid.CreateVersion7();
        await site.District.Writer.Alone(turn =>
        {
            var guardian = new GuardianId(Guid.CreateVersion7());
            turn.Db.Add(new Guardian(guardian, $"other-{guardian.Value:N}", "Same account"));
            turn.Db.Add(new Guardianship(guardian, site.Room[5].Id, Today.AddDays(-9), null));
            turn.Db.Add(new Account(account, "both", turn.Now));
            foreach (var (kind, person) in ((ActorKind, Guid)[])[(ActorKind.Teacher, site.CoTeacher.Person), (ActorKind.Guardian, guardian.Value), (ActorKind.Learner, site.Room[6].Id.Value)])
                turn.Db.Add(new AccountPerson(account, kind, person, turn.Now));
            turn.Db.Add(new CaseloadEntry(new EducatorId(site.OtherTeacher.Person), site.Room[7].Id, CaseloadKind.Advisor, Today.AddDays(-3), null));
            return turn.Db.SaveChanges();
        });
        using var db = site.District.Open();
        var faults = new List<JudgeFault>();
        foreach (var who in (Cairn.Storage.Actor[])[site.Teacher, site.OtherTeacher, site.CoTeacher, site.Substitute, site.Parent, site.Leader, site.Family])
            foreach (var right in (Rights[])[Rights.Judge, Rights.Override])
                foreach (var learner in site.Room.Concat(site.OtherRoom.Take(3)).Select(one => one.Id).Append(new LearnerId(Guid.CreateVersion7())))
                {
                    var actor = KnownActor.Of(db, who, Today)!;
                    var many = JudgingToday.Of(db, new Scope(db, actor, Today, DateTime.UtcNow), new EducatorId(who.Person), [learner], right, Today)[learner];
                    var one = JudgingToday.One(db, new Scope(db, actor, Today, DateTime.UtcNow), learner, right, Today);
                    (one.Fault, one.Learner?.Id).ShouldBe((many.Fault, many.Learner?.Id), $"{who.Name} {right}");
                    // Of whom nobody knows, nothing is told either way.
                    if (one.Fault != JudgeFault.NotFound) one.EnrolledOn.ShouldBe(many.EnrolledOn);
                    faults.Add(one.Fault);
                }

        faults.Distinct().Count().ShouldBe(Enum.GetValues<JudgeFault>().Length, "each answer came up");
        JudgingToday.One(db, new Scope(db, site.CoTeacher, Today, DateTime.UtcNow), site.Room[5].Id, Rights.Judge, Today).Fault.ShouldBe(JudgeFault.Own);
        JudgingToday.One(db, new Scope(db, site.CoTeacher, Today, DateTime.UtcNow), site.Room[6].Id, Rights.Judge, Today).Fault.ShouldBe(JudgeFault.Own);
        JudgingToday.One(db, new Scope(db, site.OtherTeacher, Today, DateTime.UtcNow), site.Room[7].Id, Rights.Judge, Today).Fault.ShouldBe(JudgeFault.None);
    }

    [Fact]
    public async Task What_many_keys_at_once_said_stands_in_the_journal_and_is_concluded_to_the_same_bytes()
    {
        var (keys, codes) = (new List<Task<Answer>>(), (string[])["RD.1", "RD.2", "MA.1"]);
        for (var i = 0; i < 60; i++)
            keys.Add(site.Press(i % 2 == 0 ? site.Teacher : site.CoTeacher, JudgingSite.Key(site.Room[8 + (i % 4)], "level", $"{1 + (i % 4)}", code: codes[i % 3])));
        foreach (var answer in await Task.WhenAll(keys)) answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        JournalDistrict.Verify(site.District, site.Folder).Findings.Where(one => one.IsFault).ShouldBeEmpty();
        // Said one after the other or all at once: what stands is what is concluded from the facts.
        var changed = await site.District.Writer.Alone(turn =>
        {
            foreach (var learner in site.Room.Skip(8).Take(4)) turn.ConcludeWhole(learner.Id);
            return turn.ConcludeNow();
        });
        changed.ShouldBe(0);
    }
}
