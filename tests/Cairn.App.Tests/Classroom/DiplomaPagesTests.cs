using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Diplomas;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>The page of a learner's diploma: who reads it, what it says, what would be if.</summary>
public sealed partial class DiplomaPagesTests
{
    [Fact]
    public async Task What_is_met_opens_to_its_evidence_and_what_is_missing_to_its_way()
    {
        await using var site = await DiplomaSite.Make();
        var award = await site.Credit(site.Kid, "math", 150, "Algebra");
        await site.Credit(site.Kid, "science", 100, "Biology");
        await site.Judge(site.Kid, site.Modeling, 3);
        await site.Judge(site.Kid, site.Arguing, 2);

        var page = await site.Get("counselor", DiplomaSite.Path(site.Kid));

        page.Status.ShouldBe(HttpStatusCode.OK);
        // Science is met, and of core one of two; the principal has said nothing.
        page.Body.ShouldContain("GivenKid has met 1 of 4. 3 gaps are left.");
        page.Body.ShouldContain("2.5 of 3");
        page.Body.ShouldContain($"/credits?award={award.Value:N}#award-{award.Value:N}");
        page.Body.ShouldContain($"/learners/{site.Kid.Value:N}/competencies/CORE.2");
        page.Body.ShouldContain("Arguing from evidence");
        page.Body.ShouldContain("2 Building");
        page.Body.ShouldContain("M. counselor plans it with GivenKid");
        page.Body.ShouldContain("The principal");
        page.Body.ShouldContain("Hill diploma");
    }

    [Fact]
    public async Task Cause_and_way_of_a_gap_agree_a_name_is_said_once_and_no_deadline_is_past()
    {
        await using var site = await DiplomaSite.Make();
        // The same course from two schools before, taken for granted: earned long ago, to be confirmed soon.
        await site.Credit(site.Kid, "math", 50, "English 1", Family.Today.AddDays(40));
        await site.Credit(site.Kid, "math", 50, "English 1", Family.Today.AddDays(20));

        var page = (await site.Get("counselor", DiplomaSite.Path(site.Kid))).Whole;

        page.ShouldContain("Still missing: 2 credits. Some of it is under way or planned: English 1. Nothing is planned yet for 1 credit of it.");
        page.ShouldContain("Show one piece of work that confirms English 1.");
        page.ShouldNotContain("English 1, English 1");
        page.ShouldContain(Words.For("en").Date(Family.Today.AddDays(40)));
        // The day on which it was earned elsewhere is no deadline.
        page.ShouldNotContain($"<strong>{Words.For("en").Date(Family.Today.AddDays(-20))}</strong>");
    }

    [Theory]
    [InlineData("kid", 200)]
    [InlineData("mother", 200)]
    [InlineData("teacher", 200)]
    [InlineData("counselor", 200)]
    [InlineData("registrar", 200)]
    [InlineData("leader", 200)]
    [InlineData("ada", 404)]
    [InlineData("stranger", 404)]
    [InlineData("parentOfGrown", 404)]
    [InlineData("stranger-registrar", 404)]
    public async Task Only_who_sees_the_record_sees_the_audit(string who, int status)
    {
        await using var site = await DiplomaSite.Make();

        ((int)(await site.Get(who, DiplomaSite.Path(site.Kid))).Status).ShouldBe(status);
    }

    [Fact]
    public async Task A_family_reads_no_level_numbers_and_no_jargon()
    {
        await using var site = await DiplomaSite.Make();
        await site.Credit(site.Kid, "science");
        await site.Judge(site.Kid, site.Arguing, 2);

        foreach (var who in (string[])["kid", "mother"])
        {
            var body = (await site.Get(who, DiplomaSite.Path(site.Kid))).Body;
            body.ShouldContain("3 things are still to do");
            body.ShouldContain("Building");
            body.ShouldNotContain("gaps");
            body.ShouldNotContain("/waivers");
            body.ShouldNotContain("Award the diploma");
        }

        var mother = (await site.Get("mother", DiplomaSite.Path(site.Kid))).Body;
        mother.ShouldNotContain("2 Building");
        mother.ShouldNotContain("level 3");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("vi")]
    public async Task What_rules_name_by_codes_a_family_reads_by_the_names_of_the_district(string language)
    {
        await using var site = await DiplomaSite.Make(hasPlan: false);
        await site.Adopt("""
            {"id":"s","title":"S","split":true,"root":{"all":[
              {"id":"science","label":"Science","need":3,"of":{"type":"credit","subject":"sci"},"pool":"c","where":[{"need":1,"of":{"tags":["lab"]}}]},
              {"id":"part","label":"Taking part","need":1,"of":{"type":"competency","code":"CORE.2","level":{">=":3}}}]}}
            """);
        var (framework, area) = site.Read(db => (db.Frameworks.Single(one => one.Code == "core").Id, db.Areas.Single(one => one.Code == "CORE").Id));
        foreach (var (code, tags) in ((string, string)[])[("bio", ""), ("chem", "lab")])
            await site.Put(new CreditPolicy(new CreditPolicyId(Guid.CreateVersion7()), code, 1, $"Course {code}", framework, CreditMethod.JudgedWhole, 100, Family.Today.AddDays(-9), site.Person("registrar"), DateTime.UnixEpoch) { Subject = "sci", Tags = tags, Area = area, CourseTitle = code });

        foreach (var who in (string[])["kid", "mother"])
        {
            using var visitor = await site.As(who);
            var page = (await visitor.Get(DiplomaSite.Path(site.Kid), ("Accept-Language", language))).Whole;
            page.ShouldContain($"lang=\"{language}\"");
            page.ShouldContain("Core");
            page.ShouldContain("Course chem");
            page.ShouldContain("Arguing from evidence");
            foreach (var code in (string[])["sci,", "sci;", " sci<", " sci)", " lab", "CORE.2,", "CORE.2<", "CORE.2)"]) page.ShouldNotContain(code, Case.Sensitive, $"{who} {language}");
        }
    }

    [Fact]
    public async Task It_is_there_in_Spanish()
    {
        await using var site = await DiplomaSite.Make();
        using var mother = await site.As("mother");

        var page = await mother.Get(DiplomaSite.Path(site.Kid), ("Accept-Language", "es"));

        page.Body.ShouldContain("lang=\"es\"");
        page.Body.ShouldContain("Faltan 4 cosas por hacer.");
        page.Body.ShouldContain("Quién puede resolverlo");
        page.Body.ShouldNotContain("Who can close it");
    }

    [Fact]
    public async Task What_would_be_if_changes_the_page_and_not_the_record()
    {
        await using var site = await DiplomaSite.Make();
        await site.Judge(site.Kid, site.Modeling, 3);
        await site.Judge(site.Kid, site.Arguing, 2);
        var before = site.Read(db => db.Journal.Count());

        var page = await site.Get("kid", $"{DiplomaSite.Path(site.Kid)}?suppose=competency:core/CORE.2");
        var other = await site.Get("kid", $"{DiplomaSite.Path(site.Kid)}?suppose=competency:core/NOTHING&suppose=%3Cscript%3E");

        page.Body.ShouldContain("3 of 4 things would be left to do.");
        page.Body.ShouldContain("Met then: Core competencies");
        other.Status.ShouldBe(HttpStatusCode.OK);
        other.Body.ShouldNotContain("<script>");
        other.Body.ShouldNotContain("would be left");
        site.Read(db => db.Journal.Count()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_ways_to_one_course_count_once_also_if_both_came_true()
    {
        await using var site = await DiplomaSite.Make();
        var framework = site.Read(db => db.Frameworks.AsNoTracking().Single(one => one.Code == "core")).Id;
        foreach (var (code, method) in ((string, CreditMethod)[])[("algebra", CreditMethod.CompleteEvidence), ("algebra-exam", CreditMethod.ExamAndArtifact)])
        {
            var policy = new CreditPolicy(new CreditPolicyId(Guid.CreateVersion7()), code, 1, $"Way {code}", framework, method, 100, Family.Today.AddDays(-9), site.Person("registrar"), DateTime.UnixEpoch) { Subject = "math", CourseTitle = "Algebra", ExamLeast = 70, PanelSize = 2 };
            await site.Put(policy);
            await site.Put(new CreditPart(policy.Id, 1, site.Modeling, null, 100, 0, true));
        }

        string Of(params string[] codes) => $"{DiplomaSite.Path(site.Kid)}?{string.Join('&', codes.Select(one => $"suppose=credit-policy:{one}"))}";
        (await site.Get("counselor", Of("algebra"))).Body.ShouldContain("4 of 4 gaps would be left");
        var both = (await site.Get("counselor", Of("algebra", "algebra-exam"))).Body;
        // Two credits of mathematics are asked for: by both ways together one is there.
        both.ShouldContain("4 of 4 gaps would be left");
        both.ShouldContain("Not counted again: Way algebra-exam.");

        // And what was awarded by the one way is not hoped for by the other.
        await site.Write(turn =>
        {
            var (award, policy) = (new CreditAwardId(Guid.CreateVersion7()), turn.Db.CreditPolicies.Single(one => one.Code == "algebra").Id);
            turn.Db.Add(new CreditAward(award, site.Kid, CreditSource.Mastery, 100, Family.Today.AddDays(-2), site.Person("teacher"), turn.Next()) { Policy = policy });
            turn.Db.SaveChanges();
            turn.Db.AddRange(new CreditAwardText(award, "Algebra", "", "math", "", "", "", ""), new CreditAwardPart(new CreditAwardPartId(Guid.CreateVersion7()), site.Kid, award, site.Modeling, null, 100, 3, null));
            return turn.Db.SaveChanges();
        });
        (await site.Get("counselor", DiplomaSite.Path(site.Kid))).Body.ShouldNotContain("Way algebra-exam");
    }

    [Fact]
    public async Task Credit_of_another_school_is_not_shown_as_proven_and_runs_out()
    {
        await using var site = await DiplomaSite.Make();
        await site.Credit(site.Kid, "science", 100, "Chemistry elsewhere", Family.Today.AddDays(5));
        await site.Credit(site.Kid, "math", 200, "Algebra elsewhere", Family.Today.AddDays(-1));

        var page = await site.Get("counselor", DiplomaSite.Path(site.Kid));

        page.Body.ShouldContain("comes from another school");
        page.Body.ShouldContain("0 of 4");
        page.Body.ShouldNotContain("Algebra elsewhere");
    }

    [Fact]
    public async Task Who_has_no_class_or_no_rules_is_told_what_to_do()
    {
        await using var site = await DiplomaSite.Make(hasPlan: false);

        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("Adopt rules for this class");
        (await site.Get("mother", DiplomaSite.Path(site.Kid))).Body.ShouldContain("The school has not adopted rules for this class yet.");
        await site.Write(turn => { turn.Db.Learners.Single(one => one.Id == site.Kid).Graduates(null); return turn.Db.SaveChanges(); });
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("Write down the year of graduation");
    }

    [Fact]
    public async Task Rules_of_another_class_are_compared_and_an_alternate_is_chosen_by_who_keeps_the_record()
    {
        await using var site = await DiplomaSite.Make();
        await site.Credit(site.Kid, "math", 200);
        const string Shorter = """{"id":"t","title":"Trades","root":{"all":[{"id":"math","label":"Mathematics","need":2,"of":{"type":"credit","subject":"math"},"pool":"c"}]}}""";
        var trades = await site.Adopt(Shorter, "trades", isAlternate: true, title: "Trades diploma");

        var page = await site.Get("counselor", DiplomaSite.Path(site.Kid));
        var compared = await site.Get("counselor", $"{DiplomaSite.Path(site.Kid)}?rules={trades.Id.Value:N}");
        var foreign = await site.Get("counselor", $"{DiplomaSite.Path(site.Kid)}?rules={Guid.NewGuid():N}");

        page.Body.ShouldContain("Trades diploma");
        page.Body.ShouldContain("all would be met");
        compared.Body.ShouldContain("As it would be by other rules: Trades diploma");
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Send("mother", DiplomaSite.Path(site.Kid) + "/choice", ("code", "trades"), ("reason", "We want it"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Send("teacher", DiplomaSite.Path(site.Kid) + "/choice", ("code", "trades"), ("reason", "I want it"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Send("counselor", DiplomaSite.Path(site.Kid) + "/choice", ("code", "nothing"), ("reason", "Why"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Send("counselor", DiplomaSite.Path(site.Kid) + "/choice", ("code", "trades"), ("reason", ""))).Body.ShouldContain("cannot stay empty");
        (await site.Send("counselor", DiplomaSite.Path(site.Kid) + "/choice", ("code", "trades"), ("reason", "Family agreed on March 3"))).Status.ShouldBe(HttpStatusCode.Found);
        var after = await site.Get("kid", DiplomaSite.Path(site.Kid));
        after.Body.ShouldContain("You have all that the diploma asks for.");
        after.Body.ShouldContain("Trades diploma was chosen");
        site.Read(db => db.DiplomaChoices.Count(one => one.Learner == site.Kid)).ShouldBe(1);
    }

    [Fact]
    public async Task One_class_is_read_in_as_many_statements_as_one_learner()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Kid);

        var kept = site.Read(db => DiplomaFiles.Of(db, Family.Scope(db), site.Kid, site.Site.Family.District.District.Frameworks, Some(100), Family.Today))!;

        kept.Holdings.Awards.Count.ShouldBe(2);
        kept.Holdings.Competencies.Count(one => one.IsProficient).ShouldBe(2);
        Achievements.Of(kept.Holdings, "standard", Family.Today).Select(one => one.Origin).Distinct().Count().ShouldBe(3);
    }

    private static DateTime Some(int minute) => new DateTime(2026, 3, 20, 8, 0, 0, DateTimeKind.Utc).AddMinutes(minute);
}
