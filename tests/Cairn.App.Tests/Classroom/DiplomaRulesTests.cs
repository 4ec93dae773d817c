using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Rules are drafted by one person, tried on learners, and adopted by another.</summary>
public sealed class DiplomaRulesTests
{
    private const string New = "/diplomas/plans/drafts/new";

    // One more credit of science than before.
    private static readonly string Harder = DiplomaSite.Rules.Replace("\"label\":\"Science\",\"need\":1", "\"label\":\"Science\",\"need\":2", StringComparison.Ordinal);

    [Fact]
    public async Task A_version_is_written_by_one_tried_on_learners_and_adopted_by_another()
    {
        await using var site = await DiplomaSite.Make();
        await site.Finish(site.Grown);

        var draft = await Draft(site, "registrar", ("rules", Harder), ("from", "2026"), ("place", Hill));
        var look = await site.Get("registrar", draft);

        look.Body.ShouldContain("one learner would not meet it any more");
        look.Body.ShouldContain("asked 1 credit and asks 2 credits");
        look.Body.ShouldContain("asks more");
        look.Body.ShouldContain("GivenGrown");
        // Two learners in the table are few.
        look.Body.ShouldContain("few");
        look.Body.ShouldContain("You wrote it: a second person adopts it.");
        (await site.Send("registrar", draft + "/adopt", ("seen", Seen(look)))).Body.ShouldContain("You wrote it: a second person adopts it.");
        (await site.Send("registrar2", draft + "/adopt", ("seen", "77"))).Body.ShouldContain("Somebody changed this meanwhile");
        (await site.Send("registrar2", draft + "/adopt", ("seen", Seen(look)))).Status.ShouldBe(HttpStatusCode.Found);

        (await site.Get("kid", DiplomaSite.Path(site.Kid))).Body.ShouldContain("version 2");
        (await site.Get("registrar", draft)).Status.ShouldBe(HttpStatusCode.NotFound);
        var plan = site.Read(db => db.DiplomaPlans.AsNoTracking().Single(one => one.Number == 2));
        (plan.By, plan.DraftedBy, plan.ClassFrom, plan.School).ShouldBe((site.Person("registrar2"), site.Person("registrar"), 2026, (OrganizationId?)Family.Hill));
        var read = await site.Get("mother", $"/diplomas/plans/{plan.Id.Value:N}");
        read.Body.ShouldContain("What is otherwise than in version 1");
        (await site.Get("mother", $"/diplomas/plans/{plan.Id.Value:N}/policy.json")).Body.ShouldBe(plan.Rules);
    }

    [Fact]
    public async Task The_rules_of_a_class_stay_theirs_when_a_later_class_gets_others()
    {
        await using var site = await DiplomaSite.Make(hasPlan: false);
        await site.Adopt(DiplomaSite.Rules, until: 2026);
        await site.Adopt(Harder, number: 2, from: 2027);
        await site.Write(turn => { turn.Db.Learners.Single(one => one.Id == site.Grown).Graduates(2027); return turn.Db.SaveChanges(); });

        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("version 1, classes up to 2026");
        (await site.Get("registrar", DiplomaSite.Path(site.Grown))).Body.ShouldContain("version 2, classes from 2027 on");
        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("version 2, classes from 2027 on");
    }

    [Fact]
    public async Task A_class_that_began_is_not_taken_by_another_diploma_that_is_no_alternate()
    {
        await using var site = await DiplomaSite.Make();

        var refused = await Send(site, "registrar", ("code", "newer"), ("title", "Newer"), ("place", Hill));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Whole.ShouldContain("The class of 2026 began under Hill diploma and keeps its rules");
        site.Read(db => db.DiplomaDrafts.Count()).ShouldBe(0);

        // For later classes, and for who chooses it, it is adopted, and who is here stays where they are.
        foreach (var fields in ((string, string)[][])[[("from", "2027"), ("code", "later")], [("alternate", "true"), ("code", "choice")]])
        {
            var draft = await Draft(site, "registrar", [.. fields, ("title", "Newer"), ("place", Hill)]);
            (await site.Send("registrar2", draft + "/adopt", ("seen", Seen(await site.Get("registrar2", draft))))).Status.ShouldBe(HttpStatusCode.Found);
        }

        (await site.Get("registrar", DiplomaSite.Path(site.Kid))).Body.ShouldContain("Hill diploma");
        // Somebody of a class that it is for comes meanwhile: it is looked at again when it is adopted.
        var open = await Draft(site, "registrar", ("code", "wide"), ("title", "Wide"), ("from", "2031"), ("place", Hill));
        await site.Write(turn => { turn.Db.Learners.Single(one => one.Id == site.Grown).Graduates(2031); return turn.Db.SaveChanges(); });
        (await site.Send("registrar2", open + "/adopt", ("seen", Seen(await site.Get("registrar2", open))))).Whole.ShouldContain("Classes that began under another diploma keep its rules");
        site.Read(db => db.DiplomaPlans.Any(one => one.Code == "wide")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_wrong_with_a_policy_is_said_with_its_place_and_nothing_typed_is_lost()
    {
        await using var site = await DiplomaSite.Make();

        var wrong = await Send(site, "registrar", ("rules", "{\"root\":{\"all\":[\n{\"need\":\"<b>two</b>\",\"of\":{\"type\":\"credit\"}}]}}"), ("place", Hill));
        var broken = await Send(site, "registrar", ("rules", "{\"root\": "), ("place", Hill));

        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.Body.ShouldContain("line 2");
        wrong.Body.ShouldContain("root/all/0");
        wrong.Body.ShouldContain("&lt;b&gt;two&lt;/b&gt;");
        wrong.Body.ShouldNotContain("<b>two</b>");
        broken.Body.ShouldContain("malformed JSON");
        site.Read(db => db.DiplomaDrafts.Count()).ShouldBe(0);
    }

    [Fact]
    public async Task Every_field_is_checked()
    {
        await using var site = await DiplomaSite.Make();

        (await Send(site, "registrar", ("place", Hill), ("code", "no spaces here"))).Body.ShouldContain("Use letters a to z");
        (await Send(site, "registrar", ("place", Hill), ("from", "2030"), ("until", "2028"))).Body.ShouldContain("The last class comes before the first.");
        (await Send(site, "registrar", ("place", Hill), ("effective", "2026-03-01"))).Body.ShouldContain("the past does not move");
        (await Send(site, "registrar", ("place", Hill), ("title", new string('x', 201)))).Body.ShouldContain("201 letters long");
        (await Send(site, "registrar", ("place", Hill), ("note", ""))).Body.ShouldContain("cannot stay empty");
        // A registrar of a school writes for that school and for no other, nor for the district.
        (await Send(site, "registrar", ("place", ""))).Body.ShouldContain("Choose one of these.");
        (await Send(site, "registrar", ("place", $"{DiplomaSite.Elsewhere.Value:N}"))).Body.ShouldContain("Choose one of these.");
        site.Read(db => db.DiplomaDrafts.Count()).ShouldBe(0);
    }

    [Theory]
    [InlineData("teacher")]
    [InlineData("counselor")]
    [InlineData("mother")]
    [InlineData("kid")]
    public async Task Nobody_else_writes_rules(string who)
    {
        await using var site = await DiplomaSite.Make();

        (await site.Get(who, New)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Send(site, who, ("place", Hill))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_of_one_school_is_nowhere_at_another()
    {
        await using var site = await DiplomaSite.Make();
        var draft = await Draft(site, "registrar", ("place", Hill));

        (await site.Get("stranger-registrar", draft)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Send("stranger-registrar", draft + "/adopt", ("seen", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Send("stranger-registrar", draft + "/drop", ("seen", "2"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Get("stranger-registrar", draft + "/edit")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_that_somebody_changed_is_not_overwritten_and_one_that_is_dropped_is_gone()
    {
        await using var site = await DiplomaSite.Make();
        var draft = await Draft(site, "registrar", ("place", Hill));
        var version = site.Read(db => db.DiplomaDrafts.AsNoTracking().Single().Version);

        var stale = await site.Send("registrar2", draft + "/edit", Fields(("place", Hill), ("title", "Mine"), ("seen", "0")));
        (await site.Send("registrar2", draft + "/edit", Fields(("place", Hill), ("title", "Mine"), ("seen", $"{version}")))).Status.ShouldBe(HttpStatusCode.Found);

        stale.Body.ShouldContain("Somebody changed this meanwhile");
        stale.Body.ShouldContain("value=\"Mine\"");
        // Whoever wrote it last does not adopt it.
        var now = site.Read(db => db.DiplomaDrafts.AsNoTracking().Single());
        now.By.ShouldBe(site.Person("registrar2"));
        (await site.Send("registrar2", draft + "/adopt", ("seen", $"{now.Version}"))).Body.ShouldContain("a second person adopts it");
        (await site.Send("registrar", draft + "/drop", ("seen", $"{now.Version}"))).Status.ShouldBe(HttpStatusCode.Found);
        (await site.Get("registrar", draft)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_works_here_reads_the_rules_and_their_versions()
    {
        await using var site = await DiplomaSite.Make();

        (await site.Get("teacher", "/diplomas/plans")).Body.ShouldContain("Hill diploma");
        (await site.Get("teacher", "/diplomas/plans")).Body.ShouldNotContain(New);
        (await site.Get("teacher", $"/diplomas/plans/{site.Plan.Id.Value:N}")).Body.ShouldContain("Exhibition before a panel");
        (await site.Get("teacher", $"/diplomas/plans/{Guid.NewGuid():N}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Hill => $"{Family.Hill.Value:N}";

    private static (string, string)[] Fields(params (string Name, string Value)[] other)
    {
        (string Name, string Value)[] usual = [("once", Guid.NewGuid().ToString("N")), ("code", "standard"), ("title", "Hill diploma"), ("rules", DiplomaSite.Rules), ("from", ""), ("until", ""), ("effective", "2026-03-31"), ("note", "The board decided it"), ("place", "")];
        return [.. usual.Where(one => other.All(each => each.Name != one.Name)), .. other];
    }

    private static Task<Answer> Send(DiplomaSite site, string who, params (string Name, string Value)[] fields) => site.Send(who, New, Fields(fields));

    private static async Task<string> Draft(DiplomaSite site, string who, params (string Name, string Value)[] fields)
    {
        var sent = await Send(site, who, fields);
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.Body);
        return sent.Header("Location");
    }

    private static string Seen(Answer look) => DiplomaSite.Seen(look.Body, "/drop");
}
