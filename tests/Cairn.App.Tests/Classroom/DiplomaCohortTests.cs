using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>The page of a class: who may read it, what it counts, how it is filtered and taken out.</summary>
public sealed class DiplomaCohortTests
{
    private const string Page = "/diplomas?class=2026";

    [Theory]
    [InlineData("registrar", 200)]
    [InlineData("counselor", 200)]
    [InlineData("principal", 200)]
    [InlineData("leader", 200)]
    [InlineData("stranger-registrar", 200)]
    [InlineData("teacher", 404)]
    [InlineData("mother", 404)]
    [InlineData("kid", 404)]
    public async Task It_is_for_who_keeps_official_records(string who, int status)
    {
        await using var site = await DiplomaSite.Make();

        ((int)(await site.Get(who, Page)).Status).ShouldBe(status);
        ((int)(await site.Get(who, "/diplomas/export?class=2026")).Status).ShouldBe(status);
    }

    [Fact]
    public async Task It_counts_the_class_and_everybody_sees_their_own_learners_only()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Grown);
        await site.Credit(site.Kid, "math", 200);

        var registrar = (await site.Get("registrar", Page)).Body;
        var counselor = (await site.Get("counselor", Page)).Body;
        var stranger = (await site.Get("stranger-registrar", Page)).Body;

        registrar.ShouldContain("Class of 2026: 1 ready, 1 with gaps");
        registrar.ShouldContain("GivenGrown");
        registrar.ShouldContain("Nothing planned");
        registrar.ShouldContain("Core competencies");
        // The caseload of the counselor is one of them.
        counselor.ShouldContain("Class of 2026: 0 ready, 1 with gaps");
        counselor.ShouldNotContain("GivenGrown");
        stranger.ShouldContain("Nobody is in the class of 2026");
        stranger.ShouldNotContain("GivenKid");
    }

    [Fact]
    public async Task Every_gap_says_its_fastest_way_and_the_person_who_closes_it_where_one_is_known()
    {
        await using var site = await DiplomaSite.Make();
        await site.Judge(site.Kid, site.Arguing, 2);

        var (page, sheet) = ((await site.Get("registrar", Page)).Whole, (await site.Get("registrar", "/diplomas/export?class=2026")).Body);

        page.ShouldContain("Fastest way: GivenKid shows 2 credits");
        // Of the core one competency is under way, and of the other nobody has said anything.
        page.ShouldContain("Partly under way, the rest not planned");
        page.ShouldContain("M. counselor");
        sheet.ShouldContain("owner,who,fastest");
        sheet.ShouldContain("NotPlanned,Counselor,M. counselor plans it with GivenKid,GivenKid shows 2 credits");
        sheet.ShouldContain("Partly,Counselor,M. counselor plans it with GivenKid,");
        sheet.ShouldContain("GivenKid finishes what is under way: Arguing from evidence.");
        // Who has no counselor is told of the role.
        sheet.ShouldContain("NotPlanned,Counselor,The counselor plans it with GivenGrown");
    }

    [Fact]
    public async Task It_is_filtered_by_state_and_by_cause()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Grown);
        await site.Credit(site.Kid, "math", 200);

        var met = (await site.Get("registrar", Page + "&state=Met")).Body;
        var cause = (await site.Get("registrar", Page + "&cause=" + Uri.EscapeDataString("standard~Science~6"))).Body;
        var other = (await site.Get("registrar", Page + "&cause=%3Cscript%3Ealert(1)%3C/script%3E&state=%22%3E&page=99")).Body;
        var awarded = await site.Award(site.Grown);

        met.ShouldContain("FamilyGrown");
        met.ShouldNotContain("FamilyKid");
        cause.ShouldContain("FamilyKid");
        cause.ShouldNotContain("FamilyGrown");
        other.ShouldContain("Nobody stands so");
        other.ShouldNotContain("<script>alert");
        awarded.Path.ShouldNotBeEmpty();
        (await site.Get("registrar", Page + "&state=Awarded")).Body.ShouldContain("FamilyGrown");
    }

    [Fact]
    public async Task The_table_is_taken_out_as_text_that_no_spreadsheet_runs_and_the_journal_says_so()
    {
        await using var site = await DiplomaSite.Make();
        await site.Write(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == site.Kid).Rename("=HYPERLINK(1)", "@cmd");
            return turn.Db.SaveChanges();
        });

        var sheet = await site.Get("registrar", "/diplomas/export?class=2026");

        sheet.Status.ShouldBe(HttpStatusCode.OK);
        sheet.Header("Content-Disposition").ShouldContain("diplomas-2026.csv");
        sheet.Body.ShouldContain("'=HYPERLINK(1)");
        sheet.Body.ShouldContain("'@cmd");
        sheet.Body.ShouldContain("Science");
        sheet.Body.Split("\r\n").Count(line => line.Contains("'@cmd", StringComparison.Ordinal)).ShouldBe(4);
        site.Read(db => db.Journal.Count(one => one.Act == JournalAct.Exported && one.Learner == site.Kid)).ShouldBe(1);
    }

    [Fact]
    public async Task A_thousand_seniors_are_one_page_that_is_not_heavy()
    {
        await using var site = await DiplomaSite.Make();
        await Seniors(site, 1000);

        var page = await site.Get("registrar", Page);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("1,002");
        page.Bytes.Length.ShouldBeLessThan(150 * 1024);
    }

    [Fact]
    public async Task Ten_times_as_many_learners_take_no_more_statements()
    {
        await using var site = await DiplomaSite.Make();
        // What is read once and kept, as frameworks are, is read by the first.
        Statements(site);

        var few = Statements(site);
        await Seniors(site, 40);

        Statements(site).ShouldBe(few);
    }

    private static int Statements(DiplomaSite site) => site.Read(db => CountedStatements.In(db, () =>
    {
        var scope = Family.Scope(db);
        DiplomaFiles.Many(db, scope, scope.Learners.Where(one => one.GraduationYear == DiplomaSite.Class), site.Site.Family.District.District.Frameworks, new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc), Family.Today).Learners.ShouldNotBeEmpty();
    }));

    private static Task<bool> Seniors(DiplomaSite site, int count) => site.Write(turn =>
    {
        List<Learner> learners = [.. Enumerable.Range(0, count).Select(i => new Learner(new LearnerId(Guid.CreateVersion7()), $"senior{i}", $"Given{i}", $"Senior{i:0000}").BelongsTo(Family.Hill).Graduates(DiplomaSite.Class))];
        turn.Insert(learners);
        List<CreditAward> awards = [.. learners.SelectMany((one, i) => Enumerable.Range(0, 6).Select(_ => new CreditAward(new CreditAwardId(Guid.CreateVersion7()), one.Id, CreditSource.Mastery, 50, Family.Today.AddDays(-i % 90), Family.Okafor.Person, turn.Next())))];
        turn.Insert(awards);
        turn.Insert(awards.Select((one, i) => new CreditAwardText(one.Id, $"Course {i % 6}", "", i % 6 < 4 ? "math" : "science", "", "", "", "")));
        return true;
    });
}
