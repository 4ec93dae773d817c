using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

public sealed class DecidingTests(JudgingSite site) : IClassFixture<JudgingSite>
{
    private static readonly DateOnly Today = DemoSite.Today;

    private static string Decide(Learner learner, string code = "RD.1") => $"/learners/{learner.Id.Value:N}/decide/{code}";

    private async Task<Answer> Post(Actor who, string path, params (string Name, string Value)[] fields)
    {
        using var visitor = await site.Site.As(who);
        return await visitor.Send(path, string.Join('&', fields.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}")), "application/x-www-form-urlencoded");
    }

    private async Task<string> Get(Actor who, string path)
    {
        using var visitor = await site.Site.As(who);
        return (await visitor.Get(path)).Body;
    }

    private List<Override> Decided(Learner learner) => site.Read(db => db.Set<Override>().AsNoTracking().Where(one => one.Learner == learner.Id && one.RecordedAt > site.Began).ToList());

    private static (string Name, string Value)[] Fields(string level = "4", string reason = "Saw it in the play", int days = 30, string? id = null) =>
        [("id", id ?? Guid.CreateVersion7().ToString("N")), ("level", level), ("reason", reason), ("until", Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    [Fact]
    public async Task A_person_decides_with_a_reason_and_an_end_and_withdraws_it()
    {
        var learner = site.Room[2];
        var (id, stage) = (Guid.CreateVersion7().ToString("N"), await StageOf(learner));
        for (var i = 0; i < 2; i++) (await Post(site.Teacher, Decide(learner), [.. Fields(id: id), ("stage", stage)])).Status.ShouldBe(HttpStatusCode.Found);
        var set = Decided(learner).ShouldHaveSingleItem();
        (set.Level, set.Author.Value, set.ExpiresAt is not null).ShouldBe((4m, site.Teacher.Person, true));
        var page = await Get(site.Teacher, $"/learners/{learner.Id.Value:N}/competencies/RD.1?stage={stage}");
        page.ShouldContain("Saw it in the play");
        (await Get(site.Teacher, "/grid")).ShouldContain("#person");
        // Another's decision is not withdrawn.
        (await Post(site.Parent, Decide(learner), ("do", "withdraw"), ("decision", set.Id.Value.ToString("N")), ("reason", "no"), ("stage", stage))).Body.ShouldContain("Somebody else said this");
        (await Post(site.Teacher, Decide(learner), ("do", "withdraw"), ("decision", set.Id.Value.ToString("N")), ("reason", "the play was another's"), ("stage", stage))).Status.ShouldBe(HttpStatusCode.Found);
        (await Get(site.Teacher, $"/learners/{learner.Id.Value:N}/competencies/RD.1?stage={stage}")).ShouldNotContain("Saw it in the play");
    }

    [Fact]
    public async Task Newer_evidence_makes_a_decision_stale_and_says_so()
    {
        var learner = site.Room[3];
        var stage = await StageOf(learner);
        await Post(site.Teacher, Decide(learner), [.. Fields("1"), ("stage", stage)]);
        (await site.Press(site.CoTeacher, JudgingSite.Key(learner, "level", "4"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Get(site.Teacher, $"/learners/{learner.Id.Value:N}/why/RD.1?stage={stage}")).ShouldContain("#clock");
    }

    [Fact]
    public async Task No_decision_is_made_without_a_reason_or_for_ever_or_by_who_may_not()
    {
        var learner = site.Room[4];
        foreach (var fields in ((string, string)[][])[Fields(reason: ""), Fields("9"), Fields(""), Fields(days: -1), Fields(days: 400)])
            (await Post(site.Teacher, Decide(learner), fields)).Body.ShouldContain("role=\"alert\"");
        (await Post(site.CoTeacher, Decide(learner), Fields())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(site.Substitute, Decide(learner), Fields())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(site.OtherTeacher, Decide(learner), Fields())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post(site.Parent, Decide(site.OwnChild), Fields())).Status.ShouldBe(HttpStatusCode.Forbidden);
        Decided(learner).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_parts_are_asked_for_the_whole_waits_for_them()
    {
        var (competency, targets) = WithTargets();
        var learner = site.Room[5];
        var framework = site.District.Frameworks[0].Content.Framework.Id.Value.ToString("N");
        (await Post(site.Teacher, "/criteria", ("framework", framework), ("needed", "yes"), ("from", $"{Today:yyyy-MM-dd}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post(site.Leader, "/criteria", ("framework", framework), ("needed", "yes"), ("from", $"{Today.AddDays(-1):yyyy-MM-dd}"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Post(site.Leader, "/criteria", ("framework", framework), ("needed", "yes"), ("from", $"{Today:yyyy-MM-dd}"))).Status.ShouldBe(HttpStatusCode.Found);
        try
        {
            var pressed = await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "3", code: competency.Code));
            (pressed.Status, pressed.Body.Contains("each part first", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true), pressed.Body);
            pressed.Body.ShouldNotContain("Press e", Case.Sensitive, "a phone has no keys");
            (await site.Press(site.Teacher, JudgingSite.Key(site.Room[7], "missed", "", code: competency.Code))).Status.ShouldBe(HttpStatusCode.OK, "a missed chance is no sum of parts");
            var path = $"/learners/{learner.Id.Value:N}/judge";
            var whole = ($"said.{competency.Id.Value:N}", "3");
            var parts = targets.Select(one => ($"said.{competency.Id.Value:N}.{one.Id.Value:N}", "2")).ToList();
            (await Post(site.Teacher, path, [("id", Guid.CreateVersion7().ToString("N")), whole, .. parts.Skip(1)])).Body.ShouldContain("each part first");
            site.Said(learner, site.Teacher, competency.Code).ShouldBeEmpty();
            var all = await Post(site.Teacher, path, [("id", Guid.CreateVersion7().ToString("N")), whole, .. parts]);
            all.Status.ShouldBe(HttpStatusCode.Found, all.Body);
            site.Said(learner, site.Teacher, competency.Code).Count.ShouldBe(targets.Count + 1);
        }
        finally
        {
            await Post(site.Leader, "/criteria", ("framework", framework), ("needed", "no"), ("from", $"{Today:yyyy-MM-dd}"));
        }

        (await site.Press(site.Teacher, JudgingSite.Key(site.Room[6], "level", "3", code: competency.Code))).Status.ShouldBe(HttpStatusCode.OK);
        (await Get(site.Leader, "/criteria")).ShouldContain("Parts first");
    }

    // One that is judged directly, and has targets.
    private (Competency Competency, IReadOnlyList<LearningTarget> Targets) WithTargets()
    {
        var framework = site.District.Frameworks[0];
        var found = framework.Content.Competencies.First(one => framework.Content.Counts(one.Id) && framework.Content.TargetsOf(one.Id).Count(target => target.IsActive) > 1 && !QuickClaim.Of(one, framework.Content, framework.RulesFor(site.Room[5].Place), null).IsByParts);
        return (found, [.. framework.Content.TargetsOf(found.Id).Where(one => one.IsActive)]);
    }

    private async Task<string> StageOf(Learner learner)
    {
        await site.Press(site.Teacher, JudgingSite.Key(learner, "level", "2"));
        return $"{site.Said(learner, site.Teacher)[^1].Stage}";
    }
}
