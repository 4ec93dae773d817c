using System.Net;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Web;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Workshop;

/// <summary>A framework is written, compared and adopted over the workshop's own forms.</summary>
public sealed class AuthoringTests
{
    [Fact]
    public async Task From_nothing_to_a_framework_in_force()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        using var teacher = await work.Site.As(work.Teacher);
        var draft = await bench.Done("/workshop/new", ("title", "Brook skills"), ("from", "empty"), ("stages", ""));
        await bench.Done($"{draft}/areas/new", ("title", "Making"), ("code", "MK"), ("cap", "1"));
        var area = work.Version(work.District.Open().Frameworks.Single().Id, 0).Areas.ShouldHaveSingleItem();
        var levels = await bench.Done($"{draft}/competencies/new", ("title", "Joining wood"), ("code", "MK.1"), ("statement", "I can join two pieces of wood."), ("family", "Your child joins wood."), ("priority", "true"));
        await bench.Done(levels, ("words-1", "I glue."), ("words-3", "I cut a joint that holds."));
        await bench.Done($"{draft}/competencies/new", ("title", "Finishing"), ("code", "MK.2"), ("statement", "I can finish a surface."), ("refresh", "365"));
        var content = Only(work);
        content.Competencies.Select(one => (one.Code, one.Number, one.Position, one.IsPriority, one.RefreshAfterDays)).ShouldBe([("MK.1", 1, 1, true, null), ("MK.2", 2, 2, false, 365)]);
        var joining = content.Find("MK.1")!;
        await bench.Done($"{draft}/targets/new?competency={joining.Id.Value:N}", ("title", "Straight cuts"), ("code", "MK.1.a"), ("statement", "I can cut straight."), ("points", "2,5"), ("required", "true"));
        await bench.Done($"{draft}/exemplars/new?competency={joining.Id.Value:N}&level=3", ("title", "A stool"), ("address", "https://example.org/stool"), ("about", "Look at the legs."));
        await bench.Done($"{draft}/links/new", ("origin", "MK.1"), ("kind", nameof(AssociationKind.Precedes)), ("destination", "MK.2"));
        await bench.Done($"{draft}/portrait/new", ("title", "Makes things"), ("code", "PG.1"), ("statement", "Makes things that last."), ($"by-{joining.Id.Value:N}", "true"));

        (await teacher.Get("/framework")).Body.ShouldNotContain("Joining wood", customMessage: "a draft is the workshop's alone");
        var compared = await bench.Read($"{draft}/compare");
        foreach (var part in (string[])["Joining wood", "Finishing", "Straight cuts", "Makes things", "MK.1 → Precedes → MK.2"]) compared.ShouldContain(part);
        await bench.Done($"{draft}/adopt", ("about", "Our first one."), ("sure", "true"));

        var adopted = work.District.Frameworks.ShouldHaveSingleItem().Content;
        (adopted.Version.Number, adopted.Version.AdoptedAt, adopted.Version.AdoptedBy, adopted.Version.Note).ShouldBe((1, Workplace.Start, "Dr. First", "Our first one."));
        adopted.Descriptors[joining.Id].Select(one => (one.Level, one.Words)).ShouldBe([(1m, "I glue."), (3m, "I cut a joint that holds.")]);
        adopted.Exemplars[joining.Id].ShouldHaveSingleItem().Address.ShouldBe("https://example.org/stool");
        adopted.TargetsOf(joining.Id).ShouldHaveSingleItem().Points.ShouldBe(2.5m);
        adopted.ShownBy[adopted.Portrait[0].Id].ShouldBe([joining.Id]);
        area.PriorityCap.ShouldBe(1);
        var shown = (await teacher.Get("/framework")).Whole;
        foreach (var said in (string[])["Joining wood", "I can join two pieces of wood.", "Your child joins wood.", "https://example.org/stool", "Priority", "Our first one."]) shown.ShouldContain(said);
        (await bench.Read("/workshop")).ShouldContain("Dr. First");
    }

    [Fact]
    public async Task The_starter_framework_is_whole_and_ready_to_adopt()
    {
        await using var work = await Workplace.Make(withFramework: false);
        using var bench = await work.Bench();
        var draft = await bench.Done("/workshop/new", ("title", "Our own"), ("from", "starter"));
        var content = Only(work);
        content.Areas.Count(one => one.Kind == AreaKind.Learning).ShouldBe(6);
        content.Competencies.Count(one => content.AreaOf(one).Kind == AreaKind.Learning).ShouldBe(40);
        content.Competencies.ShouldAllBe(one => one.FamilyStatement.Length > 0);
        content.Targets.ShouldAllBe(one => one.FamilyStatement.Length > 0);
        content.Competencies.Where(one => content.AreaOf(one).Kind == AreaKind.Learning).ShouldAllBe(one => content.Descriptors[one.Id].Count() == 4);
        content.Portrait.ShouldAllBe(one => content.ShownBy[one.Id].Any() && !one.Statement.Contains("Fern Hollow"));
        PrerequisiteGraph.Of(content).Circles.ShouldBeEmpty();
        content.Areas.ShouldAllBe(one => one.PriorityCap == null || content.PrioritiesOf(one) <= one.PriorityCap);
        await bench.Done($"{draft}/adopt", ("about", "From the starter."), ("sure", "true"));
        work.District.Frameworks.ShouldHaveSingleItem().Content.Competencies.Count.ShouldBe(45);
        (await bench.Done("/workshop/new", ("title", "A second"), ("from", "starter"))).ShouldNotBe(draft);
    }

    [Fact]
    public async Task A_fault_is_said_and_nothing_that_was_typed_is_lost()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var before = work.Version(work.Framework, 0).Version.Edits;
        var answer = await bench.Fill($"{work.Path}/competencies/new", ("title", "Weaving"), ("code", "rd.1"), ("statement", "I can weave <b>well</b> & “true”."), ("pieces", "many"), ("refresh", "0"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        Bench.Faults(answer.Body).ShouldBe(
            ["rd.1 is taken in this draft. Choose another code.", "Write a whole number from 0 to 100.", "Write a whole number from 1 to 10,000."], ignoreOrder: true);
        Bench.ValueOf(answer.Body, "title").ShouldBe("Weaving");
        Bench.ValueOf(answer.Body, "statement").ShouldBe("I can weave <b>well</b> & “true”.");
        Bench.ValueOf(answer.Body, "pieces").ShouldBe("many");
        work.Version(work.Framework, 0).Version.Edits.ShouldBe(before);
        (await bench.Send($"{work.Path}/competencies/new", answer.Body, ("code", "WV.1"), ("pieces", "4"), ("refresh", ""))).Status.ShouldBe(HttpStatusCode.Found);
        work.Version(work.Framework, 0).Find("WV.1")!.Statement.ShouldBe("I can weave <b>well</b> & “true”.");
    }

    [Theory]
    [InlineData("competencies/1")]
    [InlineData("areas/new")]
    [InlineData("portrait/new")]
    public async Task A_code_that_makes_no_good_address_is_refused_in_plain_words(string form)
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        foreach (var code in (string[])["../..", "..", "%2e%2e", "A/B", "a\u0007", "a\u2028b", "a\u200Bb"])
            Bench.Faults((await bench.Fill($"{work.Path}/{form}", ("title", "Weaving"), ("code", code))).Body).ShouldContain(one => one.StartsWith("Addresses are made of a code."), code);
        var nul = await bench.Visitor.Send($"{work.Path}/{form}", "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nWeav\0ing\r\n--x--\r\n", "multipart/form-data; boundary=x");
        Bench.Faults(nul.Body).ShouldContain(one => one.Contains("no text (NUL)"));
        await bench.Done($"{work.Path}/{form}", ("title", "Weaving"), ("code", "WV.1 (a)"));
    }

    [Fact]
    public async Task A_code_that_came_from_elsewhere_stays_until_somebody_gives_another()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var version = work.Version(work.Framework, 0).Version.Id;
        using (var db = work.District.Open()) db.Competencies.Where(one => one.Number == 1 && one.Version == version).ExecuteUpdate(set => set.SetProperty(one => one.Code, "../.."));

        await bench.Done($"{work.Path}/competencies/1", ("title", "Another title"));

        work.Version(work.Framework, 0).Find("../..")!.Title.ShouldBe("Another title");
        Bench.Faults((await bench.Fill($"{work.Path}/competencies/1", ("code", "../."))).Body).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_keeps_what_they_typed()
    {
        await using var work = await Workplace.Make();
        using var first = await work.Bench();
        using var second = await work.Bench(work.Colleague);
        await first.Post($"{work.Path}/draft");
        var page = $"{work.Path}/competencies/1";
        var seen = (await second.Visitor.Get(page)).Body;
        await first.Done(page, ("statement", "The first one's words."));
        var told = await second.Send(page, seen, ("statement", "The second one's words."), ("pieces", "x"));
        Bench.Faults(told.Body).Count.ShouldBe(1, "the fault is mended first");
        told = await second.Send(page, told.Body, ("pieces", "3"));
        told.Whole.ShouldContain("Somebody changed this meanwhile");
        Bench.ValueOf(told.Body, "statement").ShouldBe("The second one's words.");
        work.Version(work.Framework, 0).Find("RD.1")!.Statement.ShouldBe("The first one's words.");
        (await second.Send(page, told.Body)).Status.ShouldBe(HttpStatusCode.Found);
        work.Version(work.Framework, 0).Find("RD.1")!.Statement.ShouldBe("The second one's words.");
    }

    [Fact]
    public async Task A_part_moves_among_its_neighbours_and_to_another_area()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/competencies/3", ("position", "1"));
        InArea(work, "RD").Take(3).ShouldBe(["RD.3", "RD.1", "RD.2"]);
        var mathematics = work.Version(work.Framework, 0).Areas.Single(one => one.Code == "MA");
        await bench.Done($"{work.Path}/competencies/3", ("area", mathematics.Id.Value.ToString()), ("position", "2"));
        InArea(work, "MA").Take(3).ShouldBe(["MA.1", "RD.3", "MA.2"]);
        await bench.Done($"{work.Path}/areas/{mathematics.Id.Value:N}", ("position", "1"));
        work.Version(work.Framework, 0).Areas.Select(one => one.Code).Take(2).ShouldBe(["MA", "RD"]);
        var compared = await bench.Read($"{work.Path}/compare");
        compared.ShouldContain("Moved");
        compared.ShouldContain("2 changes", customMessage: "only what was moved itself");
    }

    [Fact]
    public async Task Above_the_cap_of_priorities_a_draft_warns_and_lets_it_be()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/competencies/2", ("priority", "true"));
        (await bench.Read(work.Path)).ShouldNotContain("is the most you set");
        await bench.Done($"{work.Path}/competencies/4", ("priority", "true"));
        (await bench.Read(work.Path)).ShouldContain("Reading and writing: 5 priorities, and 4 is the most you set");
    }

    private static FrameworkContent Only(Workplace work)
    {
        using var db = work.District.Open();
        return work.Version(db.Frameworks.AsNoTracking().Single().Id, 0);
    }

    private static IEnumerable<string> InArea(Workplace work, string code)
    {
        var content = work.Version(work.Framework, 0);
        return content.Competencies.Where(one => content.AreaOf(one).Code == code).Select(one => one.Code);
    }
}
