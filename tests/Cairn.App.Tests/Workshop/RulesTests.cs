using System.Net;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>Rules change from a day on, at a place, and are locked: standings follow, and the past stays.</summary>
public sealed class RulesTests
{
    // A 1 and then a 4 of RD.2: by the rule for all (the median of the latest three) that is 2.5, by the mean 2.5, by the highest 4.
    private const string Code = "RD.2";
    private const string Highest = "/rules/change?for=all&rule=highest";

    private static async Task<Workplace> Judged()
    {
        var work = await Workplace.Make();
        foreach (var learner in (Learner[])[work.Ada, work.Ben])
        {
            await work.Record(NewFacts.Judged(learner.Id, Code, level: 1, shown: Workplace.Start.AddDays(-9)));
            await work.Record(NewFacts.Judged(learner.Id, Code, level: 4, shown: Workplace.Start.AddDays(-8)));
        }

        return work;
    }

    private static decimal? Value(Workplace work, Learner learner)
    {
        using var db = work.District.Open();
        var number = work.District.Frameworks[0].Content.Find(Code)!.Number;
        return db.Standings.AsNoTracking().ToList().Where(one => one.Learner == learner.Id).SelectMany(one => Cairn.Storage.Standings.Cell.Read(one.Cells).ToArray()).Where(one => one.Number == number).Select(one => one.Value).Single();
    }

    [Fact]
    public async Task A_rule_from_today_on_changes_standings_at_once()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        Value(work, work.Ada).ShouldBe(2.5m);
        await bench.Done($"{work.Path}{Highest}", ("locked", "true"));
        Value(work, work.Ada).ShouldBe(4);
        (await bench.Read($"{work.Path}/rules")).ShouldContain("The whole district, locked");
        var why = await bench.Read(Visit.PathOf(work.Ada.Id, Code));
        why.ShouldContain("The highest piece counts.");
        (await bench.Read($"{Visit.PathOf(work.Ada.Id, Code)}?shownBy=2026-10-01")).ShouldContain("The median of the latest 3 pieces.", customMessage: "what was shown by an earlier day is concluded as on that day");
    }

    [Fact]
    public async Task A_rule_of_a_later_day_waits_for_it_and_then_takes_force()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        var job = new RulesDue(() => [work.District], work.Clock);
        (await job.Look()).ShouldBeTrue("the first look counts everything as due");
        (await job.Look()).ShouldBeFalse();
        await bench.Done($"{work.Path}{Highest}", ("from", "2026-10-07"));
        Value(work, work.Ada).ShouldBe(2.5m);
        (await bench.Read($"{work.Path}/rules")).ShouldContain("October 7, 2026");
        work.Clock.Now = new DateTime(2026, 10, 7, 3, 59, 0, DateTimeKind.Utc);
        (await job.Look()).ShouldBeFalse("the day begins at midnight of the district, four hours after that of UTC");
        Value(work, work.Ada).ShouldBe(2.5m);
        work.Clock.Now = work.Clock.Now.AddMinutes(1);
        (await job.Look()).ShouldBeTrue();
        Value(work, work.Ada).ShouldBe(4);
        (await job.Look()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_coming_rule_is_taken_back_and_one_in_force_is_not()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        await bench.Done($"{work.Path}{Highest}", ("from", "2026-12-01"));
        await bench.Post($"{work.Path}/rules", ("withdraw", $"{Newest(work):N}"));
        (await bench.Read($"{work.Path}/rules")).ShouldNotContain("December 1, 2026");
        await bench.Done($"{work.Path}{Highest}");
        await bench.Post($"{work.Path}/rules", ("withdraw", $"{Newest(work):N}"));
        Value(work, work.Ada).ShouldBe(4);
    }

    [Fact]
    public async Task The_past_never_moves()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        Bench.Faults((await bench.Fill($"{work.Path}{Highest}", ("from", "2026-10-04"))).Body).ShouldHaveSingleItem().ShouldContain("the past never moves");
        Bench.Faults((await bench.Fill($"{work.Path}{Highest}", ("from", "31.12.2026"))).Body).ShouldHaveSingleItem().ShouldContain("Write it as");
        Value(work, work.Ada).ShouldBe(2.5m);
    }

    [Fact]
    public async Task A_school_has_a_rule_of_its_own_until_the_district_locks_one()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        var school = $"s-{work.School.Id.Value:N}";
        await bench.Done($"{work.Path}{Highest}", ("place", school));
        (Value(work, work.Ada), Value(work, work.Ben)).ShouldBe((4, 2.5m), "only Ada belongs to the school");
        (await bench.Read($"{work.Path}/rules?place={school}")).ShouldContain("Brook School");
        work.Clock.Now = work.Clock.Now.AddMinutes(5);
        await bench.Done($"{work.Path}/rules/change?for=all&rule=mean", ("locked", "true"));
        Value(work, work.Ada).ShouldBe(2.5m, "the lock leaves the school no say");
        Bench.Faults((await bench.Fill($"{work.Path}{Highest}", ("place", school))).Body).ShouldHaveSingleItem().ShouldContain("Locked for The whole district since October 5, 2026");
    }

    [Fact]
    public async Task A_program_lives_under_its_own_rule_inside_its_school()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        (await bench.Post("/workshop/programs", ("name", "Moonshot"), ("organization", $"{work.School.Id.Value:N}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await bench.Post("/workshop/programs", ("name", "Moonshot"), ("organization", $"{work.School.Id.Value:N}"))).Whole.ShouldContain("already");
        using var db = work.District.Open();
        var program = db.Programs.AsNoTracking().Single();
        await bench.Done($"{work.Path}{Highest}", ("place", $"p-{program.Id.Value:N}"));
        (Value(work, work.Ada), Value(work, work.Ben)).ShouldBe((2.5m, 2.5m));
        await bench.Post("/workshop/programs/learners", ("group", $"{work.Room.Id.Value:N}"), ("program", $"{program.Id.Value:N}"));
        (Value(work, work.Ada), Value(work, work.Ben)).ShouldBe((4, 4));
        (await bench.Read("/workshop/programs")).ShouldContain("2 learners");
        await bench.Post("/workshop/programs/learners", ("group", $"{work.Room.Id.Value:N}"), ("program", "none"));
        Value(work, work.Ada).ShouldBe(2.5m);
    }

    [Fact]
    public async Task A_program_takes_in_nobody_of_another_school()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        var (other, program) = (new Organization(new OrganizationId(Guid.NewGuid()), OrganizationKind.School, "Far School", "UTC"), new ProgramId(Guid.NewGuid()));
        await work.District.Writer.Alone(turn =>
        {
            turn.Db.Add(other);
            turn.Db.SaveChanges();
            turn.Db.Add(new Cairn.Learning.People.Program(program, other.Id, "Pilot"));
            return true;
        });

        var page = await bench.Post("/workshop/programs/learners", ("group", $"{work.Room.Id.Value:N}"), ("program", $"{program.Value:N}"));

        Bench.Faults(page.Body).ShouldHaveSingleItem().ShouldContain("Pilot runs at Far School, and 1 learner of this");
        using var db = work.District.Open();
        db.Learners.AsNoTracking().Where(one => one.Program != null || one.School == other.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("one-2", "all-shown", "This one concludes from parts")]
    [InlineData("all", "points", "This one concludes from parts", "p-needed", "2")]
    [InlineData("parts-2", "most-recent", "This one depends on the order in time")]
    [InlineData("parts-2", "judged", "This would have to conclude from parts")]
    [InlineData("parts-2", "points", "More points are asked for", "p-needed", "99")]
    [InlineData("parts-2", "any-of", "A group names a code", "groups", "RD.2.a, ZZ.9")]
    [InlineData("parts-2", "any-of", "No group names any part")]
    [InlineData("one-2", "continuum", "This one needs levels that are the stages", "p-last-stage", "13")]
    [InlineData("targets-2", "mean", "This would have to conclude from parts")]
    [InlineData("targets-17", "all-shown", "Parts conclude from judgments alone")]
    public async Task A_rule_that_does_not_suit_is_refused_with_the_reason(string subject, string rule, string why, string? field = null, string? value = null)
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        var number = work.District.Frameworks[0].Content.Find("SC.2")!.Number;
        number.ShouldBe(16);
        var page = $"{work.Path}/rules/change?competency={subject.Split('-')[^1].Replace("all", "2", StringComparison.Ordinal)}&for={subject.Replace("17", "16", StringComparison.Ordinal)}&rule={rule}".Replace("competency=17", "competency=16", StringComparison.Ordinal);
        var answer = field is null ? await bench.Fill(page) : await bench.Fill(page, (field, value));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        Bench.Faults(answer.Body).ShouldHaveSingleItem().ShouldContain(why);
    }

    [Fact]
    public async Task To_conclude_from_parts_gives_the_parts_a_rule_too()
    {
        await using var work = await Judged();
        using var bench = await work.Bench();
        await bench.Done($"{work.Path}/rules/change?competency=2&for=parts-2&rule=points", ("p-needed", "1"));
        var content = work.District.Frameworks[0].Content;
        var rules = work.District.Frameworks[0].Rules;
        rules.IsParent(content.Find(Code)!.Id).ShouldBeTrue();
        rules.RuleOfTargets(content.Find(Code)!.Id).Number.ShouldBe(1);
        (await bench.Read($"{work.Path}/rules")).ShouldContain("the parts shown are worth 1 point or more. Each part first: The latest piece counts.");
    }

    [Fact]
    public async Task Parameters_are_read_checked_and_kept()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        var page = $"{work.Path}/rules/change?competency=2&for=one-2&rule=times-shown";
        var answer = await bench.Fill(page, ("p-times", ""), ("p-threshold", "high"), ("p-minimum", "0"));
        Bench.Faults(answer.Body).Count.ShouldBe(3);
        Bench.ValueOf(answer.Body, "p-threshold").ShouldBe("high");
        await bench.Done(page, ("p-times", "4"), ("p-threshold", "2,5"), ("p-minimum-judges", "2"));
        var rule = work.District.Frameworks[0].Rules.RuleOf(work.District.Frameworks[0].Content.Find(Code)!.Id).Rule;
        Cairn.Learning.Mastery.RuleText.Of(rule).ShouldBe("times-shown times=4 threshold=2.5 minimum-judges=2");
        Bench.ValueOf(await bench.Read(page), "p-times").ShouldBe("4");
        await bench.Done($"{work.Path}/rules/change?competency=2&for=one-2&rule=weighted-by-evidence", ("weight-Exam", "3"));
        Cairn.Learning.Mastery.RuleText.Of(work.District.Frameworks[0].Rules.RuleOf(work.District.Frameworks[0].Content.Find(Code)!.Id).Rule).ShouldBe("weighted-by-evidence kind:exam=3");
    }

    private static Guid Newest(Workplace work)
    {
        using var db = work.District.Open();
        return db.Rules.AsNoTracking().OrderByDescending(one => one.EffectiveFrom).First().Id.Value;
    }
}
