using System.Net;
using AngleSharp.Html.Parser;

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

    public static TheoryData<string, string> Forms => new()
    {
        { "settings", "title" }, { "areas/new", "title" }, { "competencies/1", "statement" }, { "competencies/new", "statement" }, { "competencies/1/levels", "family-2" },
        { "targets/new?competency={0}", "statement" }, { "exemplars/new?competency={0}&level=2", "about" }, { "portrait/new", "statement" }, { "links/new", "other" }, { "adopt", "about" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_whose_draft_was_adopted_meanwhile_is_shown_again_and_is_saved_in_the_next_draft(string form, string field)
    {
        await using var work = await Workplace.Make();
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        await first.Post($"{work.Path}/draft");
        var path = $"{work.Path}/{form.Replace("{0}", $"{work.Version(work.Framework, 0).Find("RD.2")!.Id.Value:N}", StringComparison.Ordinal)}";
        var seen = (await second.Visitor.Get(path)).Body;
        await first.Done($"{work.Path}/competencies/1", ("title", "The first one's title"));
        await first.Done($"{work.Path}/adopt", ("about", "A title."), ("sure", "true"));

        var told = await second.Send(path, seen, (field, "Long thought about.\nIn two lines."));

        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Whole.ShouldContain("This draft was adopted meanwhile");
        Bench.ValueOf(told.Body, field).ReplaceLineEndings(" ").ShouldStartWith("Long thought about.");
        var begin = new HtmlParser().ParseDocument(told.Body).QuerySelector("form#begin-again")!;
        (begin.GetAttribute("action"), begin.GetAttribute("target")).ShouldBe(($"{work.Path}/draft", "_blank"));
        (await second.Send(path, told.Body)).Whole.ShouldContain("This draft was adopted meanwhile", customMessage: "there is no draft yet");
        await second.Post(begin.GetAttribute("action")!);
        told = await second.Send(path, told.Body);
        told.Whole.ShouldNotContain("adopted meanwhile");
        Bench.ValueOf(told.Body, field).ReplaceLineEndings(" ").ShouldStartWith("Long thought about.");
        work.District.Frameworks.Single().Content.Version.Number.ShouldBe(2);
        work.Version(work.Framework, 0).Version.Edits.ShouldBe(0, "first whoever saves is told");
    }

    [Fact]
    public async Task A_form_whose_draft_was_dropped_meanwhile_is_shown_again_and_is_saved_in_the_next_draft()
    {
        await using var work = await Workplace.Make();
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        await first.Post($"{work.Path}/draft");
        var page = $"{work.Path}/competencies/1";
        var (seen, drop, old) = ((await second.Visitor.Get(page)).Body, (await second.Visitor.Get($"{work.Path}/drop")).Body, work.Seen);
        await first.Done($"{work.Path}/drop", ("sure", "true"));

        var told = await second.Send(page, seen, ("statement", "Long thought about."));
        told.Whole.ShouldContain("This draft was dropped meanwhile");
        Bench.ValueOf(told.Body, "statement").ShouldBe("Long thought about.");
        (await second.Send($"{work.Path}/drop", drop, ("sure", "true"))).Whole.ShouldContain("This draft was dropped meanwhile");
        (await second.Post($"{work.Path}/remove", ("seen", old), ("part", $"{Guid.NewGuid():N}"), ("sure", "true"))).Whole.ShouldContain("This draft was dropped meanwhile");

        await second.Post($"{work.Path}/draft");
        told = await second.Send(page, told.Body);
        told.Whole.ShouldContain("Somebody changed this meanwhile");
        (await second.Send(page, told.Body)).Status.ShouldBe(HttpStatusCode.Found);
        work.Version(work.Framework, 0).Find("RD.1")!.Statement.ShouldBe("Long thought about.");
    }

    [Fact]
    public async Task What_was_typed_for_a_part_or_a_framework_that_was_taken_out_is_shown_to_be_copied()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        var draft = await first.Done("/workshop/new", ("title", "Short-lived"), ("from", "empty"));
        await first.Done($"{draft}/areas/new", ("title", "Making"), ("code", "MK"));
        var levels = await first.Done($"{draft}/competencies/new", ("title", "Joining wood"), ("code", "MK.1"), ("statement", "I can join."));
        var part = levels.Split('/')[^2];
        var (seen, settings) = ((await second.Visitor.Get(levels)).Body, (await second.Visitor.Get($"{draft}/settings")).Body);
        await first.Post($"{draft}/remove", ("seen", Bench.ValueOf(seen, "seen")), ("part", part), ("sure", "true"));

        var told = await second.Send(levels, seen, ("words-1", "I glue."), ("words-3", "It holds.\nFor years."));
        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Whole.ShouldContain("This is not there any more");
        Bench.ValueOf(told.Body, "typed").ShouldBe("I glue.\n\nIt holds.\nFor years.");

        await first.Done($"{draft}/drop", ("sure", "true"));
        Bench.ValueOf((await second.Send($"{draft}/settings", settings, ("title", "A better title"))).Body, "typed").ShouldBe("A better title");
        (await second.Post($"{draft}/settings", ("title", "Of no draft"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
