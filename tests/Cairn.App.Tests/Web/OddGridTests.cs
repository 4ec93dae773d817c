using System.Net;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>Odd names, odd addresses, and very many rows.</summary>
public sealed class OddGridTests
{
    private const int Many = 5_000;
    private static readonly DateOnly LongAgo = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-1);

    [Fact]
    public async Task Names_and_titles_are_text_whatever_is_in_them()
    {
        string[] odd = [OddDistrict.Script, "\" onmouseover=\"alert(2)", "Nadia & Theo</th>", "عائشة", "Ōno 陽葵", "' a ' =x", "-->"];
        await using var district = await OddDistrict.Make(odd.Select(name => (OddDistrict.Learner(name, ""), LongAgo, (DateOnly?)null)), WithOddFramework);
        using var teacher = await district.Site.As(district.Teacher);
        foreach (var path in (string[])["/grid", "/grid?links=1", "/grid/rows", $"/grid?q={Uri.EscapeDataString(OddDistrict.Script)}", "/grid?area=%3Cb%3E&framework=%22%3E"])
        {
            var page = await teacher.Get(path);
            page.Body.ShouldNotContain("<script>alert", customMessage: path);
            page.Body.ShouldNotContain("\" onmouseover=\"", customMessage: path);
            var names = GridPage.Of(page).Names;
            names.ShouldBeSubsetOf(odd);
            if (!path.Contains("q=", StringComparison.Ordinal)) names.Count.ShouldBe(odd.Length, path);
        }

        GridPage.Of(await teacher.Get($"/grid?q={Uri.EscapeDataString("onmouseover")}")).Heads[0].Element("span")!.Value.ShouldBe(OddDistrict.Script);
        (await teacher.Get("/grid/statements")).Body.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task What_cannot_be_read_in_an_address_is_as_if_it_were_not_there()
    {
        await using var odd = await OddDistrict.Make([(OddDistrict.Learner("Ada"), LongAgo, null)]);
        using var teacher = await odd.Site.As(odd.Teacher);
        var plain = GridPage.Of(await teacher.Get("/grid"));
        foreach (var query in (string[])["group=x", "group=", $"group={Guid.NewGuid()}", "framework=none", "area=none", "stage=-1", "stage=0", "stage=999", "stage=x", "on=31", "on=2999-01-01", "on=0001-01-01",
            "sort=level", "sort=7", "page=0", "page=-3", "page=99999999999", "page=400", "q=", "q=%00", "hide=", "group=a&group=b", "links=", "%FF=%FE", "from=12"])
        {
            var page = await teacher.Get($"/grid?{query}");
            page.Status.ShouldBe(HttpStatusCode.OK, query);
            var grid = GridPage.Of(page);
            grid.RowCount.ShouldBe(plain.RowCount, query);
            grid.Codes.ShouldBe(plain.Codes, query);
            grid.Names.ShouldBe(plain.Names, query);
        }

        foreach (var from in (string[])["0", "-1", "x", "99999", "99999999999"]) (await teacher.Get($"/grid/rows?from={from}")).Status.ShouldBe(HttpStatusCode.OK, from);
        (await teacher.Get($"/grid?q={new string('x', 2000)}")).Body.ShouldContain("Nobody and nothing fits");
    }

    [Fact]
    public async Task Five_thousand_rows_come_in_portions_and_the_bar_counts_them_all()
    {
        var seen = OddDistrict.Learner("Ada");
        await using var odd = await OddDistrict.Make([(seen, LongAgo, null)]);
        await odd.District.Writer.Record(NewFacts.Judged(seen.Id, level: 4));
        var others = Enumerable.Range(1, Many - 1).Select(i => OddDistrict.Learner($"L{i:0000}", $"F{i % 7}")).ToList();
        await odd.District.Writer.Alone(turn =>
        {
            turn.Insert<Learner>(others);
            turn.Insert(others.Select(one => new Enrollment(new EnrollmentId(Guid.NewGuid()), one.Id, odd.Group.Id, LongAgo, null)));
            return true;
        });
        using var leader = await odd.Site.As(OddDistrict.Leader);
        var first = GridPage.Of(await leader.Get("/grid"));
        (first.RowCount, first.Rows.Count, first.Names[0]).ShouldBe((Many + 2, 15, "Ada Plain"));
        first.Counts("RD.1").ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["Extending"] = 1, ["not yet seen"] = Many - 1 }, ignoreOrder: true);
        foreach (var from in (int[])[1, 16, 2501, 4986, 4990])
        {
            var portion = GridPage.Of(await leader.Get($"/grid/rows?from={from}"));
            portion.Rows.Select(row => (int)row.Attribute("aria-rowindex")!).ShouldBe(Enumerable.Range(from + 2, Math.Min(15, Many - from + 1)));
            portion.Names.ShouldBe(Enumerable.Range(from - 1, portion.Rows.Count).Select(i => i == 0 ? "Ada Plain" : $"L{i:0000} F{i % 7}"));
        }

        GridPage.Of(await leader.Get("/grid?page=334")).Names[^1].ShouldBe("L4999 F1");
        (await leader.Get("/grid?page=2")).Whole.ShouldContain("Page 2 of 334");
        GridPage.Of(await leader.Get("/grid?links=1&page=100")).Rows.Count.ShouldBe(50);
        (await leader.Get("/grid?on=2020-01-01")).Body.ShouldContain("An earlier day can be shown for 300 learners at most");
        using var teacher = await odd.Site.As(odd.Teacher);
        GridPage.Of(await teacher.Get($"/grid?group={odd.Group.Id.Value:N}")).RowCount.ShouldBe(Many + 2);
        GridPage.Of(await teacher.Get("/grid?q=L4999")).Names.ShouldBe(["L4999 F1"]);
    }

    [Fact]
    public async Task Who_has_left_or_is_no_longer_in_the_room_is_not_in_the_grid()
    {
        var (here, gone, moved) = (OddDistrict.Learner("Here"), OddDistrict.Learner("Gone").Leave(DateTime.UtcNow), OddDistrict.Learner("Moved"));
        await using var odd = await OddDistrict.Make([(here, LongAgo, null), (gone, LongAgo, null), (moved, LongAgo, LongAgo.AddDays(30))]);
        using var teacher = await odd.Site.As(odd.Teacher);
        GridPage.Of(await teacher.Get("/grid")).Names.ShouldBe(["Here Plain"]);
        using var leader = await odd.Site.As(OddDistrict.Leader);
        GridPage.Of(await leader.Get("/grid")).Names.ShouldBe(["Here Plain", "Moved Plain"]);
        GridPage.Of(await leader.Get($"/grid?group={odd.Group.Id.Value:N}")).Names.ShouldBe(["Here Plain"]);
        (await leader.Get($"/grid?group={odd.Second.Id.Value:N}")).Body.ShouldContain("Nobody and nothing fits");
    }

    /// <summary>A framework of its own, whose titles are odd; it comes before the demonstration's.</summary>
    private static void WithOddFramework(WriteTurn turn)
    {
        var (framework, version, area, scale) = (new FrameworkId(Guid.NewGuid()), new FrameworkVersionId(Guid.NewGuid()), new AreaId(Guid.NewGuid()), new ScaleId(Guid.NewGuid()));
        turn.Db.AddRange(
            new Framework(framework, "a", OddDistrict.Script), ProficiencyScale.OfStages(scale, "Stages", 4), new FrameworkVersion(version, framework, 1, null, 4),
            new Area(version, area, "A\"><b>", OddDistrict.Script, AreaKind.Learning, true, 1),
            new Competency(version, new CompetencyId(Guid.NewGuid()), area, "A&\">/1", OddDistrict.Script, $"I can {OddDistrict.Script}", "", scale, 2, true, 1, 1));
        turn.Adopt(version, DateTime.UtcNow.AddDays(-1));
    }
}
