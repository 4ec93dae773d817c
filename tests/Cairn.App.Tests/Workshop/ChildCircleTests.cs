using Cairn.App.Features.Frameworks;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Web;
using Cairn.Interop.Case;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;

namespace Cairn.App.Tests.Workshop;

/// <summary>Nothing that is adopted stands below itself, so that what goes out as a package comes in again.</summary>
public sealed class ChildCircleTests
{
    [Theory]
    [InlineData("RD", "RD.4", "RD, RD.4")]
    [InlineData("RD.1", "RD.1.a", "RD.1, RD.1.a")]
    [InlineData("RD", "RD.1.a", "RD, RD.1, RD.1.a")]
    public async Task A_link_that_puts_a_part_below_itself_is_refused_with_its_circle(string origin, string destination, string names)
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var answer = await bench.Fill($"{work.Path}/links/new", ("origin", origin), ("kind", nameof(AssociationKind.IsChildOf)), ("destination", destination));
        Said(answer.Body).ShouldBe(names.Split(", "), ignoreOrder: true);
        Bench.ValueOf(answer.Body, "origin").ShouldBe(origin);
    }

    [Fact]
    public async Task Two_links_make_a_circle_together_and_the_way_out_stays_a_way_in()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        (string, string?)[] child = [("kind", nameof(AssociationKind.IsChildOf))];
        await bench.Done($"{work.Path}/links/new", [("origin", "RD.5"), ("destination", "RD.4"), .. child]);
        Said((await bench.Fill($"{work.Path}/links/new", [("origin", "RD.4"), ("destination", "RD.5"), .. child])).Body).ShouldBe(["RD.4", "RD.5"], ignoreOrder: true);
        await bench.Done($"{work.Path}/links/new", [("origin", "RD.4"), ("destination", "AM"), .. child]);
        var link = work.Version(work.Framework, 0).Associations.First(one => one.Kind == AssociationKind.IsChildOf);
        await bench.Done($"{work.Path}/links/{link.Id.Value:N}", ("origin", "RD.4"), ("destination", "RD.5"));

        await bench.Done($"{work.Path}/adopt", ("about", "Turned round."), ("sure", "true"));

        using var db = work.District.Open();
        var faults = new FaultList();
        ReadCase.From(new MemoryStream(WriteCase.Bytes(ExportCase.Of(db, work.District.Frameworks.Single().Content))), faults).ShouldNotBeNull();
        faults.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_that_holds_a_circle_from_before_is_not_adopted_until_it_is_opened()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        var draft = work.Version(work.Framework, 0);
        var link = new Association(draft.Version.Id, new AssociationId(Guid.NewGuid()), AssociationKind.IsChildOf, draft.Areas[0].Id.Value, draft.Find("RD.4")!.Id.Value, 99);
        await work.District.Writer.Alone(turn => turn.Db.Add(link));

        var refused = await bench.Fill($"{work.Path}/adopt", ("about", "A circle."), ("sure", "true"));
        Bench.Faults(refused.Body).ShouldHaveSingleItem().ShouldContain("under itself: RD.4, RD.");
        Bench.ValueOf(refused.Body, "about").ShouldBe("A circle.");
        work.District.Frameworks.Single().Content.Version.Number.ShouldBe(1);

        await bench.Done($"{work.Path}/links/{link.Id.Value:N}", ("kind", nameof(AssociationKind.IsRelatedTo)));
        await bench.Done($"{work.Path}/adopt", ("about", "No circle."), ("sure", "true"));
        work.District.Frameworks.Single().Content.Version.Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("HSMATH.json")]
    [InlineData("ELAPackage-1.json")]
    public async Task What_a_package_brings_in_holds_none(string file)
    {
        await using var work = await Workplace.Make();
        var came = await ImportFramework.Apply(work.District, await File.ReadAllBytesAsync(TestData.Path("case", file), TestContext.Current.CancellationToken), null, new Bringing("", "came.json"));
        ChildCircles.In(work.Version(came.Framework!.Id, 1)).ShouldBeEmpty();
    }

    private static string[] Said(string html) => Bench.Faults(html).ShouldHaveSingleItem().Split("in a circle: ")[1].Split(". Choose")[0].Split(", ");
}
