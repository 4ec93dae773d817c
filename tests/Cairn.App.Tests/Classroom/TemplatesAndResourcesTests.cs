using System.Net;
using Cairn.App.Tests.Privacy;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>Templates are copied into plans and change none of them afterwards; things to learn from open by results.</summary>
public sealed class TemplatesAndResourcesTests : IAsyncLifetime
{
    private const string Templates = "/plans/templates";
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    private PlanTemplate Template => _site.Read(db => db.PlanTemplates.AsNoTracking().Single());

    private string One => $"{Templates}/{Template.Id.Value:N}";

    private string Clay => $"{_site.Family.District.Clay.Value:N}";

    [Fact]
    public async Task Copied_into_a_groups_plans_it_adds_what_is_not_there_and_a_later_change_leaves_them()
    {
        await _site.Done("kid", $"/learners/{_site.Kid.Value:N}/plan");
        await Make();
        await _site.Done("teacher", One, ("seen", $"{Template.Version}"), ("title", "First year"), ("cohort", "Loft"), ("goals", "Read a book\nAsk two people"), ("step-0", Clay), ("weeks-0", "6"));
        await _site.Done("teacher", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));

        // Kid, Grown, Ada and Ben are in the Loft.
        var plans = _site.Read(db => db.LearningPlans.AsNoTracking().ToList());
        plans.Count.ShouldBe(4);
        var kids = plans.Single(one => one.Learner == _site.Kid);
        _site.Read(db => db.Goals.AsNoTracking().Where(one => one.Plan == kids.Id).OrderBy(one => one.Position).Select(one => one.Words).ToList()).ShouldBe(["Read a book", "Ask two people"]);
        _site.Read(db => db.PlanSteps.AsNoTracking().Single(one => one.Plan == kids.Id)).ExpectedBy.ShouldBe(kids.From.AddDays(42));

        await _site.Done("teacher", One, ("seen", $"{Template.Version}"), ("title", "First year"), ("cohort", ""), ("goals", "Something else"));
        _site.Read(db => (db.Goals.Count(), db.PlanSteps.Count(), db.PlanTemplateSteps.Count())).ShouldBe((8, 4, 0));
        await _site.Done("teacher", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));
        _site.Read(db => db.Goals.Count()).ShouldBe(12);
        await _site.Done("teacher", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));
        _site.Read(db => db.Goals.Count()).ShouldBe(12, "what is there is not copied again");
    }

    [Fact]
    public async Task A_template_that_is_used_late_leaves_out_what_is_shown_and_says_so()
    {
        // A person set Clay above the stage that is open: it is shown.
        var stage = new Cairn.Learning.Frameworks.StageEntry(new StageEntryId(Guid.CreateVersion7()), _site.Kid, _site.Family.District.Clay, 1, "", null, "", Storage.TestDistrict.Day, default);
        await _site.Family.District.Record(new Cairn.Storage.Recording(_site.Kid) { StageEntries = [stage] });
        await _site.Family.Work(_site.Kid, "fox");
        await _site.Done("kid", $"/learners/{_site.Kid.Value:N}/plan");
        await Make();
        var drawing = $"{_site.Family.District.Drawing.Value:N}";
        await _site.Done("teacher", One, ("seen", $"{Template.Version}"), ("title", "First year"), ("cohort", ""), ("goals", ""), ("step-0", Clay), ("weeks-0", "2"), ("step-1", drawing), ("weeks-1", "60"));

        var sent = await _site.Send("teacher", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));

        sent.Header("Location").ShouldEndWith("?copied=4&shown=1");
        (await _site.Get("teacher", sent.Header("Location"))).Whole.ShouldContain("One step was left out: it is shown already.");
        var steps = _site.Read(db => db.PlanSteps.AsNoTracking().ToList());
        steps.Where(one => one.Learner == _site.Kid).ShouldHaveSingleItem().Competency.ShouldBe(_site.Family.District.Drawing);
        steps.Count(one => one.Competency == _site.Family.District.Clay).ShouldBe(3, "whoever has not shown it has the step");
        (await _site.Get("teacher", $"{One}?copied=4&shown=x")).Whole.ShouldNotContain("left out");
    }

    [Fact]
    public async Task A_template_is_changed_by_its_maker_or_whoever_leads_and_by_nobody_on_top_of_another()
    {
        await Make();
        (await _site.Send("colleague", One, ("seen", $"{Template.Version}"), ("title", "mine"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("colleague", One)).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var who in (string[])["kid", "mother"]) (await _site.Get(who, Templates)).Status.ShouldBe(HttpStatusCode.NotFound, who);
        (await _site.Send("teacher", One, ("seen", "99"), ("title", "stale"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await _site.Send("teacher", One, ("seen", $"{Template.Version}"), ("title", "x"), ("step-0", Clay), ("step-1", Clay))).Whole.ShouldContain("It stands here twice");
        await _site.Done("leader", One, ("seen", $"{Template.Version}"), ("title", "from above"));
        Template.Title.ShouldBe("from above");
        await _site.Done("leader", $"{One}/use", ("seen", $"{Template.Version}"), ("do", "end"));
        await _site.Done("teacher", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));
        _site.Read(db => db.LearningPlans.Count()).ShouldBe(0, "what was put away is copied nowhere");
    }

    [Fact]
    public async Task A_group_that_is_not_the_askers_is_not_to_choose()
    {
        await Make();
        (await _site.Send("officer", $"{One}/copy", ("group", $"{Guid.CreateVersion7():N}"))).Whole.ShouldContain("Choose one of these");
        await _site.Done("principal", $"{One}/copy", ("group", $"{Family.Loft.Value:N}"));
        _site.Read(db => db.LearningPlans.Count()).ShouldBe(0, "who leads and does not plan with learners changes no plan");
    }

    [Fact]
    public async Task A_thing_to_learn_from_opens_on_the_plan_by_what_was_shown()
    {
        await _site.Done("kid", $"/learners/{_site.Kid.Value:N}/plan");
        await Resource("Always there", "Always");
        await Resource("After level two", "FromLevel", "2");
        await Resource("For more practice", "BelowLine");
        var before = (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}/plan")).Whole;
        (before.Contains("Always there", StringComparison.Ordinal), before.Contains("After level two", StringComparison.Ordinal), before.Contains("For more practice", StringComparison.Ordinal)).ShouldBe((true, false, false));

        await _site.Family.Work(_site.Kid, "fox", 2);

        (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}/plan")).Whole.ShouldContain("For what you are working on: Drawing");
        (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}/plan")).Whole.ShouldContain("After level two");
        (await _site.Get("kid", $"/learners/{_site.Kid.Value:N}/plan")).Whole.ShouldContain("For more practice");
    }

    [Fact]
    [Trait("Abuse", "L8")]
    public async Task An_address_that_a_browser_would_run_is_refused_and_only_its_maker_changes_it()
    {
        (await _site.Send("teacher", "/resources", ("for", Drawing), ("title", "x"), ("address", "javascript:alert(1)"), ("release", "Always"))).Whole.ShouldContain("This is no web address");
        (await _site.Send("teacher", "/resources", ("for", Drawing), ("title", "x"), ("release", "FromLevel"))).Whole.ShouldContain("that opens it");
        (await _site.Send("teacher", "/resources", ("for", "none"), ("title", "x"), ("release", "Always"))).Whole.ShouldContain("Choose one of these");
        _site.Read(db => db.Resources.Count()).ShouldBe(0);
        await Resource("A book", "Always");
        var path = $"/resources/{_site.Read(db => db.Resources.AsNoTracking().Single().Id.Value):N}";
        (await _site.Get("colleague", path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Send("teacher", path, ("seen", "9"), ("title", "stale"), ("release", "Always"))).Whole.ShouldContain("Somebody changed this meanwhile");
        await _site.Done("teacher", path, ("seen", "2"), ("title", "A better book"), ("release", "Always"));
        await _site.Done("teacher", path, ("seen", "3"), ("do", "end"));
        _site.Read(db => db.Resources.AsNoTracking().Single()).ShouldSatisfyAllConditions(one => one.Title.ShouldBe("A better book"), one => one.EndedAt.ShouldNotBeNull());
    }

    private string Drawing => $"{_site.Family.District.Drawing.Value:N}";

    private Task Make() => _site.Done("teacher", Templates, ("title", "First year"), ("cohort", "Loft"), ("goals", "Read a book"));

    private Task Resource(string title, string release, string level = "") => _site.Done("teacher", "/resources", ("for", Drawing), ("title", title), ("release", release), ("level", level));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
