using System.Diagnostics;
using System.Net;
using Cairn.App.Tests.Web;
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
