using System.Net;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

public sealed class EncodedTextTests
{
    private static readonly DateOnly LongAgo = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-1);

    [Fact]
    public async Task Whatever_people_write_is_shown_as_text_on_every_page_to_every_reader()
    {
        var learner = OddDistrict.Learner(OddDistrict.Script, "\" onmouseover=\"alert(2)");
        await using var odd = await OddDistrict.Make([(learner, LongAgo, null)]);
        await Write(odd, learner);
        foreach (var actor in (Actor[])[odd.Teacher, OddDistrict.Leader, DemoSite.Self(learner)])
        {
            using var visitor = await odd.Site.As(actor);
            foreach (var path in Paths(learner).Where(one => actor.Kind != ActorKind.Learner || !one.StartsWith("/learners?", StringComparison.Ordinal)))
            {
                var page = await visitor.Get(path);
                page.Status.ShouldBe(HttpStatusCode.OK, path);
                page.Body.ShouldNotContain("<script>alert", customMessage: path);
                page.Body.ShouldNotContain("<img src=x", customMessage: path);
                page.Body.ShouldNotContain("\" onmouseover=\"", customMessage: path);
            }
        }

        using var nobody = odd.Site.Visitor();
        (await nobody.Get("/")).Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task The_text_itself_is_there()
    {
        var learner = OddDistrict.Learner(OddDistrict.Script);
        await using var odd = await OddDistrict.Make([(learner, LongAgo, null)]);
        await Write(odd, learner);
        using var teacher = await odd.Site.As(odd.Teacher);
        (await teacher.Get(DemoSite.Home(learner))).Body.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        var why = (await teacher.Get(DemoSite.Competency(learner))).Body;
        why.ShouldContain("&lt;img src=x onerror=alert(3)&gt;");
        why.ShouldContain("decided &lt;b&gt;otherwise&lt;/b&gt;");
    }

    private static string[] Paths(Learner learner) =>
        ["/learners?", "/learners?q=script", DemoSite.Home(learner), DemoSite.Work(learner), DemoSite.Competency(learner), "/framework"];

    private static async Task Write(OddDistrict odd, Learner learner)
    {
        var facts = NewFacts.Judged(learner.Id, title: "<img src=x onerror=alert(3)>", experience: OddDistrict.Script, comment: $"{OddDistrict.Script} ${{7*7}} {{{{7*7}}}}", judge: odd.Educator.Id.Person);
        await odd.District.Writer.Record(facts with { Artifacts = [new Artifact(facts.Evidence[0].Id, 1, OddDistrict.Script, "https://example.org/?a=\"><script>alert(4)</script>")] });
        await odd.District.Writer.Record(NewFacts.Decided(learner.Id, "RD.1", 1, 3, DateTime.UtcNow, reason: "decided <b>otherwise</b>", author: odd.Educator.Id.Person));
    }
}
