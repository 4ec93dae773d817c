using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.Interop.Tests.OneRoster;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Imports;

public sealed class RosterLeaversTests : IDisposable
{
    private readonly Installation _cairn = new();

    [Fact]
    public void Who_left_ends_is_not_deleted_and_comes_back_as_they_were()
    {
        _cairn.Bring(new RosterBuilder());
        var ben = _cairn.Learner("ben.c").Id;

        Rosters.Part(_cairn.Bring(Rosters.WithoutBen()), "learners").ShouldBe((0, 0, 1, 1));
        _cairn.Learner("ben.c").IsHere.ShouldBeFalse();

        Rosters.Part(_cairn.Bring(new RosterBuilder()), "learners").ShouldBe((0, 1, 0, 1));
        (_cairn.Learner("ben.c").Id, _cairn.Learner("ben.c").IsHere, _cairn.Count("learners")).ShouldBe((ben, true, 2));
    }

    [Fact]
    [Trait("Abuse", "S7")]
    public void Whoever_is_the_last_to_lead_the_district_is_let_go_by_no_file()
    {
        _cairn.Bring(new RosterBuilder());
        _cairn.Run("account", "lead", "tess.o").Exit.ShouldBe(CommandLine.Done);

        var stays = _cairn.Bring(Noor(Rosters.WithoutTess()));
        (Rosters.Part(stays, "educators").Ended, stays.GetProperty("warnings").GetArrayLength()).ShouldBe((0, 1));
        stays.GetProperty("warnings").ToString().ShouldContain("the last who leads the district");
        _cairn.Educator("tess.o").EndedAt.ShouldBeNull();

        _cairn.Run("account", "lead", "noor.a").Exit.ShouldBe(CommandLine.Done);
        Rosters.Part(_cairn.Bring(Noor(Rosters.WithoutTess())), "educators").Ended.ShouldBe(1);
        _cairn.Educator("tess.o").EndedAt.ShouldNotBeNull();

        static RosterBuilder Noor(RosterBuilder roster) => roster.AddRaw("users.csv", "noor,active,,1,noor.a,,Noor,Aziz,,2002,,,,,,,,,,,,s,").AddRaw("roles.csv", "r5,active,,noor,primary,teacher,,,s,");
    }

    [Fact]
    public void A_district_that_nobody_leads_gets_a_leader_at_the_command_line()
    {
        _cairn.Bring(new RosterBuilder());

        _cairn.Run("account", "lead", "tess.o").Out.ShouldContain("leads the district from today on");

        _cairn.Run("account", "lead", "tess.o").ShouldBeRefused("already");
        _cairn.Run("account", "lead", "ada.b").ShouldBeRefused("No educator");
        _cairn.Run("account", "lead", "nobody").ShouldBeRefused("No educator");
        using var db = _cairn.Open().Open();
        db.RoleGrants.AsNoTracking().Single().Role.ShouldBe(GrantedRole.DistrictLeader);
        var granted = db.Journal.AsNoTracking().Single(one => one.Act == JournalAct.Granted);
        db.Occasions.AsNoTracking().Single(one => one.Id == granted.Occasion).Where.ShouldBe("account");
    }

    [Fact]
    public void A_leaver_keeps_the_whole_record()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        _cairn.Bring(new RosterBuilder().Set("users.csv", 3, "username", "ben"));
        var before = (_cairn.Count("judgments"), _cairn.Count("retractions"), _cairn.Standings());

        _cairn.Bring(Rosters.WithoutBen());

        _cairn.Learner("ben").IsHere.ShouldBeFalse();
        _cairn.Count("judgments").ShouldBe(before.Item1);
        _cairn.Count("retractions").ShouldBe(before.Item2);
        _cairn.Standings().ShouldBe(before.Item3);
    }

    [Fact]
    public void More_than_half_leaving_is_refused_until_somebody_says_that_it_is_meant()
    {
        _cairn.Bring(Rosters.Many(30));
        var before = _cairn.People();

        _cairn.Roster(_cairn.Put(new RosterBuilder()), "--apply").ShouldBeRefused("30 of 32", "--many-leave");
        _cairn.People().ShouldBe(before);
        _cairn.Count("import_runs").ShouldBe(1);

        Rosters.Part(_cairn.Bring(new RosterBuilder(), "--many-leave"), "learners").Ended.ShouldBe(30);
    }

    [Fact]
    public void Half_and_fewer_may_leave_without_a_word()
    {
        _cairn.Bring(Rosters.Many(40));

        Rosters.Part(_cairn.Bring(Rosters.Many(20)), "learners").Ended.ShouldBe(20);
    }

    [Fact]
    public async Task Who_changes_school_is_concluded_anew_by_that_schools_rules()
    {
        _cairn.Apply(new ProgramFolder(_cairn.Of("program")));
        RosterBuilder Roster() => new RosterBuilder().Set("users.csv", 2, "username", "ada").Add("orgs.csv", "s2,active,,Hill School,school,S2,d");
        _cairn.Bring(Roster());
        await using (var district = _cairn.OpenToWrite())
            await district.Writer.Alone(turn =>
            {
                var hill = turn.Db.Organizations.Single(one => one.Name == "Hill School").Id;
                turn.Db.Add(new RuleAssignment(new RuleId(Guid.CreateVersion7()), turn.Db.Frameworks.Single().Id, null, false, 2, DateTime.UnixEpoch, new Highest()) { School = hill });
                turn.ChangeFramework();
                return true;
            });
        var before = _cairn.Standings();

        Rosters.Part(_cairn.Bring(Roster().Set("users.csv", 2, "primaryOrgSourcedId", "s2").Set("roles.csv", 2, "orgSourcedId", "s2")), "learners").Changed.ShouldBe(1);

        _cairn.Standings().ShouldNotBe(before);
        _cairn.Run("recompute", "--json").Json.GetProperty("changed").GetInt32().ShouldBe(0);
    }

    public void Dispose() => _cairn.Dispose();
}
