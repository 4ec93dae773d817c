using System.Diagnostics;
using System.Net;
using Cairn.App.Features.Imports;
using Cairn.App.Tests.Web;
using Cairn.Interop.Case;
using Cairn.Learning;
using Cairn.Learning.Frameworks;

namespace Cairn.App.Tests.Workshop;

/// <summary>A draft of more than a page: it is opened area by area.</summary>
public sealed class LargeDraftTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_small_draft_is_one_page()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await Grow(work, 15);

        var page = await bench.Read(work.Path);

        page.ShouldContain("id=\"c-60\"", customMessage: "sixty is not yet too much");
        page.ShouldNotContain("id=\"areas\"");
    }

    [Theory]
    [InlineData(600)]
    [InlineData(5000)]
    public async Task A_large_one_is_a_list_of_areas_with_counts_and_an_area_a_page_of_it(int count)
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await Grow(work, count);
        var draft = work.Version(work.Framework, 0);
        var (full, targets) = (draft.Areas[0], draft.Competencies.Where(one => one.Area == draft.Areas[0].Id).Sum(one => draft.TargetsOf(one.Id).Count));
        await bench.Visitor.Get(work.Path);

        var watch = Stopwatch.StartNew();
        var whole = await bench.Visitor.Get(work.Path);
        var time = watch.Elapsed;
        var area = await bench.Visitor.Get($"{work.Path}?area={full.Id.Value:N}");
        output.WriteLine($"{draft.Competencies.Count} competencies: the draft {whole.Body.Length} letters in {time.TotalMilliseconds:0} ms, an area's page {area.Body.Length} letters in {(watch.Elapsed - time).TotalMilliseconds:0} ms");

        whole.Body.Length.ShouldBeLessThan(30_000);
        whole.Body.ShouldNotContain("id=\"c-1\"");
        whole.Whole.ShouldContain(full.Title);
        var inFull = count + draft.Competencies.Count(one => one.Area == full.Id && one.Number <= 45);
        whole.Body.ShouldContain($">{inFull:N0}</td>");
        whole.Body.ShouldContain($">{targets:N0}</td>");
        area.Body.Length.ShouldBeLessThan(50_000);
        area.Body.ShouldContain("id=\"c-1\"");
        area.Whole.ShouldContain($"Page 1 of {(inFull + 59) / 60}");
        (await bench.Read($"{work.Path}?area={full.Id.Value:N}&page=9999")).ShouldContain($"id=\"c-{45 + count}\"", customMessage: "a page beyond the last is the last");
        (await bench.Visitor.Get($"{work.Path}?area={Guid.NewGuid():N}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_saved_in_a_large_one_is_shown_on_its_page_of_its_area()
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        await bench.Post($"{work.Path}/draft");
        await Grow(work, 200);

        var answer = await bench.Fill($"{work.Path}/competencies/245", ("title", "The last of many"));

        answer.Status.ShouldBe(HttpStatusCode.Found);
        (await bench.Read(answer.Header("Location").Split('#')[0])).ShouldContain("The last of many");
    }

    [Theory]
    [InlineData("HSMATH.json")]
    [InlineData("ELAPackage-1.json")]
    [InlineData("")]
    public async Task A_package_that_came_and_is_drafted_opens_as_lightly(string file)
    {
        await using var work = await Workplace.Make();
        using var bench = await work.Bench();
        var bytes = file.Length > 0 ? await File.ReadAllBytesAsync(TestData.Path("case", file), TestContext.Current.CancellationToken) : Package(9, 64);
        var came = await ImportFramework.Apply(work.District, bytes, null, new Bringing("", "came.json"));
        var path = $"/workshop/frameworks/{came.Framework!.Id.Value:N}";
        await bench.Post($"{path}/draft");
        await bench.Visitor.Get(path);

        var watch = Stopwatch.StartNew();
        var page = await bench.Visitor.Get(path);
        output.WriteLine($"{(file.Length > 0 ? file : "585 items")}: {page.Body.Length} letters in {watch.Elapsed.TotalMilliseconds:0} ms");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.Length.ShouldBeLessThan(60_000);
        page.Body.Contains("id=\"areas\"", StringComparison.Ordinal).ShouldBe(file.Length == 0);
    }

    /// <summary>A package of areas with competencies.</summary>
    private static byte[] Package(int areas, int each)
    {
        var make = new MakeCase(new Uri("https://publisher.example/"), Workplace.Start);
        var document = make.Document(Guid.NewGuid(), "Many", "A publisher");
        var (items, links) = (new List<CaseItem>(), new List<CaseAssociation>());
        for (var area = 1; area <= areas; area++)
        {
            var above = Put($"Area {area}", document, area);
            for (var i = 1; i <= each; i++) Put($"Explain, with examples of your own, what number {i} of area {area} asks of somebody who learns it.", above, i);
        }

        return WriteCase.Bytes(CasePackage.Of(document, items, links));

        CaseItem Put(string statement, CaseObject above, int place)
        {
            items.Add(make.Item(Guid.NewGuid(), statement));
            links.Add(make.Association(Guid.NewGuid(), CaseAssociationType.IsChildOf, MakeCase.LinkTo(items[^1]), MakeCase.LinkTo(above), place));
            return items[^1];
        }
    }

    /// <summary>More competencies in the draft's first area.</summary>
    private static Task<bool> Grow(Workplace work, int more)
    {
        var draft = work.Version(work.Framework, 0);
        var first = draft.Competencies.First(one => one.Area == draft.Areas[0].Id);
        return work.District.Writer.Alone(turn =>
        {
            turn.Insert(Enumerable.Range(46, more).Select(number => first with
            {
                Id = new CompetencyId(Guid.CreateVersion7()), Code = $"M.{number}", Title = $"One of many {number}", Statement = $"I can do number {number} of what there is to be done.", Number = number, Position = number, IsPriority = false,
            }).ToList());
            return true;
        });
    }
}
