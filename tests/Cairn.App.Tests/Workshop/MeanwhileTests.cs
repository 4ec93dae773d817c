using System.Net;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Workshop;

/// <summary>Two leaders at one framework: a form that was opened before the other adopted, or dropped, overwrites nothing and loses nothing.</summary>
public sealed class MeanwhileTests
{
    [Theory]
    [InlineData("competencies/1", "title")]
    [InlineData("competencies/1/levels", "words-3")]
    [InlineData("settings", "title")]
    [InlineData("portrait/new", "title")]
    public async Task A_form_of_an_adopted_draft_overwrites_nothing_in_the_next_one(string form, string field)
    {
        await using var work = await Workplace.Make();
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        await first.Post($"{work.Path}/draft");
        var seen = (await second.Visitor.Get($"{work.Path}/{form}")).Body;
        await first.Done($"{work.Path}/competencies/1", ("title", "The first one's title"));
        await first.Done($"{work.Path}/adopt", ("about", "A title."), ("sure", "true"));
        await first.Post($"{work.Path}/draft");
        // As many changes as the old form saw: none.
        work.Version(work.Framework, 0).Version.Edits.ShouldBe(0);

        var told = await second.Send($"{work.Path}/{form}", seen, form == "portrait/new" ? [(field, "The second one's words"), ("code", "PG.9")] : [(field, "The second one's words")]);

        told.Whole.ShouldContain("Somebody changed this meanwhile");
        Bench.ValueOf(told.Body, field).ShouldBe("The second one's words");
        var now = work.Version(work.Framework, 0);
        (now.Version.Edits, now.Find("RD.1")!.Title).ShouldBe((0, "The first one's title"));
        (await second.Send($"{work.Path}/{form}", told.Body)).Status.ShouldBe(HttpStatusCode.Found, "whoever was told may save all the same");
        work.Version(work.Framework, 0).Version.Edits.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_of_an_adopted_draft_adopts_drops_and_takes_out_nothing_of_the_next_one()
    {
        await using var work = await Workplace.Make();
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        await first.Post($"{work.Path}/draft");
        var adopt = (await second.Visitor.Get($"{work.Path}/adopt")).Body;
        var drop = (await second.Visitor.Get($"{work.Path}/drop")).Body;
        var old = work.Seen;
        await first.Done($"{work.Path}/competencies/1", ("title", "The first one's title"));
        await first.Done($"{work.Path}/adopt", ("about", "A title."), ("sure", "true"));
        await first.Post($"{work.Path}/draft");
        await first.Done($"{work.Path}/links/new", ("origin", "RD.1"), ("destination", "https://example.org/a"));
        var link = work.Version(work.Framework, 0).Associations[^1].Id.Value;

        (await second.Send($"{work.Path}/adopt", adopt, ("about", "Mine."), ("sure", "true"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await second.Send($"{work.Path}/drop", drop, ("sure", "true"))).Whole.ShouldContain("Somebody changed this meanwhile");
        (await second.Post($"{work.Path}/remove", ("seen", old), ("part", $"{link:N}"), ("sure", "true"))).Whole.ShouldContain("Somebody changed this meanwhile");

        work.Version(work.Framework, 0).Associations[^1].Id.Value.ShouldBe(link);
        work.District.Frameworks.Single().Content.Version.Number.ShouldBe(2);
    }
}
