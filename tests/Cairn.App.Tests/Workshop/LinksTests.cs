using System.Net;
using Cairn.Learning.Frameworks;

namespace Cairn.App.Tests.Workshop;

/// <summary>Typed links: by code inside, by address outside; prerequisites are drawn, and a circle is said.</summary>
public sealed class LinksTests
{
    [Fact]
    public async Task A_link_leads_to_a_part_by_its_code_or_outside_by_its_address()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await bench.Done($"{work.Path}/links/new", ("origin", "rd.1.a"), ("kind", nameof(AssociationKind.ExactMatchOf)), ("destination", "https://example.org/standard/7"));
        await bench.Done($"{work.Path}/links/new", ("origin", "RD"), ("kind", nameof(AssociationKind.Other)), ("other", "inspires"), ("destination", "AM"));
        var links = work.Version(work.Framework, 0).Associations;
        (links[^2].DestinationText, links[^2].Destination, links[^2].Kind).ShouldBe(("https://example.org/standard/7", null, AssociationKind.ExactMatchOf));
        (links[^1].OtherKind, links[^1].Position).ShouldBe(("inspires", links.Count));
        (await bench.Read($"{work.Path}/links")).ShouldContain("inspires");
        foreach (var (origin, destination, why) in ((string, string, string)[])[("ZZ.1", "RD.1", "Nothing here has the code ZZ.1"), ("RD.1", "javascript:alert(1)", "no web address"), ("RD.1", "RD.1", "from one thing to another"),
                     ("https://example.org/a", "https://example.org/b", "One end of a link"), ("RD.1", "RD.5", "there already")])
            Bench.Faults((await bench.Fill($"{work.Path}/links/new", ("origin", origin), ("destination", destination))).Body).ShouldHaveSingleItem().ShouldContain(why);
    }

    [Fact]
    public async Task Two_links_of_another_kind_between_the_same_ends_are_two_by_their_names()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        (string, string?)[] ends = [("origin", "RD"), ("kind", nameof(AssociationKind.Other)), ("destination", "AM")];
        await bench.Done($"{work.Path}/links/new", [("other", "inspires"), .. ends]);
        await bench.Done($"{work.Path}/links/new", [("other", "needs"), .. ends]);
        work.Version(work.Framework, 0).Associations.Where(one => one.Kind == AssociationKind.Other).Select(one => one.OtherKind).ShouldBe(["inspires", "needs"]);
        Bench.Faults((await bench.Fill($"{work.Path}/links/new", [("other", "inspires"), .. ends])).Body).ShouldHaveSingleItem().ShouldContain("there already");
    }

    [Fact]
    public async Task A_circle_of_prerequisites_is_said_and_still_drawn()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var before = await bench.Read($"{work.Path}/links");
        before.ShouldContain("<svg class=\"Graph\"");
        before.ShouldContain("in 5 steps");
        before.ShouldNotContain("A circle");
        (await bench.Read($"{work.Path}/adopt")).ShouldNotContain("A circle");
        await bench.Done($"{work.Path}/links/new", ("origin", "MA.5"), ("destination", "MA.1"));
        var page = await bench.Read($"{work.Path}/links");
        page.ShouldContain("A circle: nobody could begin here");
        page.ShouldContain("MA.1, MA.2, MA.5");
        page.ShouldContain("is-back");
        var adopt = await bench.Read($"{work.Path}/adopt");
        adopt.ShouldContain("A circle: nobody could begin here");
        adopt.ShouldContain("MA.1, MA.2, MA.5");
    }

    [Fact]
    public async Task Anchor_work_has_a_web_address_or_none()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var competency = work.Version(work.Framework, 0).Find("RD.1")!;
        var page = $"{work.Path}/exemplars/new?competency={competency.Id.Value:N}&level=2";
        foreach (var address in (string[])["javascript:alert(1)", "example.org", "file:///etc/passwd"])
            Bench.Faults((await bench.Fill(page, ("title", "x"), ("address", address))).Body).ShouldHaveSingleItem().ShouldContain("no web address");
        await bench.Done(page, ("title", "A letter"));
        (await bench.Visitor.Get($"{work.Path}/exemplars/new?competency={Guid.NewGuid():N}&level=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
