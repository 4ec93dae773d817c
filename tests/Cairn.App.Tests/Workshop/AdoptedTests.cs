using System.Net;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>What is adopted never changes, what was judged keeps its words, and a draft touches neither.</summary>
public sealed class AdoptedTests
{
    [Fact]
    public async Task A_draft_begins_as_a_whole_copy_and_is_dropped_without_a_trace()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        FrameworkChanges.Between(work.Version(work.Framework, 1), work.Version(work.Framework, 0)).ShouldBeEmpty();
        (await bench.Post($"{work.Path}/draft")).Status.ShouldBe(HttpStatusCode.Found, "the draft there is is opened");
        await bench.Done($"{work.Path}/competencies/1", ("title", "Other"));
        (await bench.Fill($"{work.Path}/drop")).Whole.ShouldContain("a dropped draft does not come back");
        await bench.Done($"{work.Path}/drop", ("sure", "true"));
        using var db = work.District.Open();
        db.FrameworkVersions.Count().ShouldBe(1);
        db.Competencies.Select(one => one.Version).Distinct().Count().ShouldBe(1);
        work.District.Frameworks.Single().Content.Find("RD.1")!.Title.ShouldBe("Reading for meaning");
    }

    [Fact]
    public async Task Dropping_the_draft_of_what_was_never_adopted_drops_the_framework()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var draft = await bench.Done("/workshop/new", ("title", "Short-lived"), ("from", "starter"));
        await bench.Done($"{draft}/drop", ("sure", "true"));
        using var db = work.District.Open();
        (db.Frameworks.Count(), db.Areas.Count(), db.Descriptors.Count()).ShouldBe((0, 0, 0));
        (await bench.Visitor.Get(draft)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Adopting_asks_for_a_note_a_yes_and_a_difference()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        Bench.Faults((await bench.Fill($"{work.Path}/adopt")).Body).Count.ShouldBe(2);
        Bench.Faults((await bench.Fill($"{work.Path}/adopt", ("about", "Nothing"), ("sure", "true"))).Body).ShouldHaveSingleItem().ShouldContain("nothing to adopt");
        work.District.Frameworks.Single().Content.Version.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_reaches_an_adopted_version_any_more()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var late = (await bench.Visitor.Get($"{work.Path}/competencies/1")).Body;
        await bench.Done($"{work.Path}/competencies/1", ("statement", "Said anew."));
        await bench.Done($"{work.Path}/adopt", ("about", "Clearer."), ("sure", "true"));
        (await bench.Send($"{work.Path}/competencies/1", late, ("statement", "Too late."))).Whole.ShouldContain("This draft was adopted meanwhile");
        (await bench.Post($"{work.Path}/competencies/1", ("statement", "Of no draft."))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bench.Visitor.Get(work.Path)).Header("Location").ShouldBe("/workshop");
        work.District.Frameworks.Single().Content.Find("RD.1")!.Statement.ShouldBe("Said anew.");
        work.Version(work.Framework, 1).Find("RD.1")!.Statement.ShouldStartWith("I can read a text");
        using var db = work.District.Open();
        Should.Throw<Exception>(() => Sql.Run(db, "UPDATE competencies SET statement = 'by hand'")).Message.ShouldContain("an adopted version never changes");
    }

    [Fact]
    public async Task Judgments_keep_the_wording_they_were_made_under()
    {
        await using var work = await Workplace.Make();
        await work.Record(NewFacts.Judged(work.Ada.Id, level: 3, shown: work.Clock.Now.AddDays(-2), title: "The old piece"));
        using var bench = await work.Bench();
        using var ada = await work.Site.As(DemoSite.Self(work.Ada));
        var why = Visit.PathOf(work.Ada.Id, "RD.1");
        (await ada.Get(why)).Whole.ShouldNotContain("Judged under version");
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/competencies/1", ("statement", "I can read and doubt."));
        await bench.Done($"{work.Path}/competencies/1/levels", ("words-3", "I doubt with reasons."));
        var compared = await bench.Read($"{work.Path}/compare");
        compared.ShouldContain("1 judgment hangs on it");
        compared.ShouldContain("<ins>doubt.</ins>");
        compared.ShouldContain("<del>");
        await bench.Done($"{work.Path}/adopt", ("about", "Doubt comes in."), ("sure", "true"));
        work.Clock.Now = work.Clock.Now.AddHours(2);
        await work.Record(NewFacts.Judged(work.Ada.Id, level: 4, shown: work.Clock.Now, title: "The new piece"));

        var page = (await ada.Get(why)).Whole;
        page.ShouldContain("I can read and doubt.");
        page.ShouldContain("Judged under version 1: I can read a text, say what it means, and point to what makes me think so.");
        page.ShouldContain("3 Solid meant then: I explain what the text means");
        page.Split("Judged under version").Length.ShouldBe(2, "only the judgment that was made before");
        page.IndexOf("The new piece", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Judged under version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_judged_or_adopted_is_made_inactive_and_never_taken_out()
    {
        await using var work = await Workplace.Make();
        await work.Record(NewFacts.Judged(work.Ada.Id));
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var judged = DemoFramework.CompetencyOf("RD.1").Value;
        (await Remove(judged, "")).Whole.ShouldContain("Tick the box first");
        (await Remove(judged, "true")).Whole.ShouldContain("It stays: 1 judgment hangs on it");
        (await Remove(DemoFramework.CompetencyOf("AM.6").Value, "true")).Whole.ShouldContain("It was in force once");
        await bench.Done($"{work.Path}/competencies/new", ("title", "By mistake"), ("code", "XX.1"), ("statement", "Oops."));
        var added = work.Version(work.Framework, 0).Find("XX.1")!;
        await bench.Done($"{work.Path}/targets/new?competency={added.Id.Value:N}", ("title", "Part"), ("code", "XX.1.a"));
        await bench.Done($"{work.Path}/links/new", ("origin", "XX.1"), ("destination", "RD.1"));
        (await Remove(added.Id.Value, "true")).Status.ShouldBe(HttpStatusCode.Found);
        FrameworkChanges.Between(work.Version(work.Framework, 1), work.Version(work.Framework, 0)).ShouldBeEmpty();
        await bench.Done($"{work.Path}/competencies/1", ("active", null));
        await bench.Done($"{work.Path}/adopt", ("about", "Not asked for any more."), ("sure", "true"));
        (await bench.Read("/framework")).ShouldNotContain("Reading for meaning");
        using var db = work.District.Open();
        db.Judgments.Count().ShouldBe(1);

        async Task<Answer> Remove(Guid part, string sure) =>
            await bench.Post($"{work.Path}/remove", ("seen", work.Seen), ("part", $"{part:N}"), ("sure", sure));
    }

    [Fact]
    public async Task Standings_are_concluded_anew_when_a_version_is_adopted()
    {
        await using var work = await Workplace.Make();
        await work.Record(NewFacts.Judged(work.Ada.Id, "RD.1", level: 4));
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/competencies/1", ("pieces", "9"));
        await bench.Done($"{work.Path}/adopt", ("about", "More pieces."), ("sure", "true"));
        using var db = work.District.Open();
        db.Standings.AsNoTracking().Single(one => one.Learner == work.Ada.Id).FrameworkNumber.ShouldBe(2);
        (await bench.Read(Visit.PathOf(work.Ada.Id, "RD.1"))).ShouldContain("1 of 9 boxes");
    }
}
