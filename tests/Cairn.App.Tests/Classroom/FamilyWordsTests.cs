using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Cli.Demo;
using Cairn.App.Features.Families;
using Cairn.App.Starter;
using Cairn.App.Tests.Languages;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Scales;
using Cairn.Storage.Queries;
using CsCheck;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.App.Tests.Classroom;

/// <summary>What a family reads first, as it is drawn, for standings that nobody chose.</summary>
public sealed class FamilyWordsTests : IAsyncLifetime
{
    private const double Easiest = 6;
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly StarterContent Starter = StarterContent.Read();
    private static readonly ProficiencyScale Levels = StarterFramework.LevelScale(new ScaleId(Guid.NewGuid()));
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(Words.For("en")).BuildServiceProvider();

    private static readonly string[] Names = ["Amina", "Bo", "Fatima Zahra", "Xiomara", "Lee", "Maximiliano"];

    private static readonly Gen<(string Name, List<FamilyLine> Lines)> Standings =
        from name in Gen.OneOfConst(Names)
        from areas in Gen.Int[1, Starter.Areas.Count]
        from seeds in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 120], Gen.Int[0, 9]).Array[7 * 6]
        select (name, Made(areas, seeds).ToList());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_words_are_those_of_the_sixth_grade_or_below_in_words_and_without_a_code()
    {
        var worst = (Grade: 0.0, Said: "");
        var all = new List<(string, List<FamilyLine>)>();
        Standings.Sample(all.Add, iter: 300, threads: 1);
        foreach (var (name, lines) in all)
        {
            var html = await Drawn(name, lines);
            var said = LeftInEnglish.Texts(html).ToList();
            var text = string.Join(" | ", said);
            Regex.IsMatch(text, @"\d[.,]\d|\d ?%|\b[A-Z]{2}\.\d", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse(text);
            var grade = ReadingGrade.Of(said);
            if (grade > worst.Grade) worst = (grade, text);
        }

        all.Count.ShouldBeGreaterThanOrEqualTo(300);
        worst.Grade.ShouldBeLessThanOrEqualTo(Easiest, worst.Said);
    }

    [Fact]
    public async Task The_answer_says_on_track_or_not_in_how_many_areas_and_what_is_next()
    {
        var (good, slow) = (Line(Starter.Areas[0], 0, isShown: true), Line(Starter.Areas[1], 0, empty: 0, pieces: 3));

        (await First([good])).ShouldBe("Amina is on track in the one area we looked at. All that we look for now is shown.");
        (await First([good, slow])).ShouldBe("Amina is on track in 1 of 2 areas. Mathematics needs more time. Next is one more try at “Numbers and amounts”.");
        (await First([slow])).ShouldBe("Amina needs more time in the one area we looked at. Next is one more try at “Numbers and amounts”.");
        (await First([Line(Starter.Areas[2], 0, pieces: 0)])).ShouldBe("It is too early to say how Amina is doing. Next is a first look at “Asking good questions”.");

        async Task<string> First(IReadOnlyList<FamilyLine> lines)
        {
            var view = FamilyLines.View(lines, Today);
            var saying = new FamilySaying(Named("Amina"), lines, view, Words.For("en"));
            (await Drawn("Amina", lines)).ShouldContain(WebUtility.HtmlEncode(saying.Answer));
            return string.Join(' ', new[] { saying.Answer, saying.Needs, saying.Next }.OfType<string>());
        }
    }

    [Theory]
    [InlineData("es", "Amina va bien en 1 de 2 áreas.")]
    [InlineData("vi", "Amina đang theo kịp ở 1 trong số 2 lĩnh vực.")]
    public void It_is_said_in_the_familys_language(string language, string answer)
    {
        var lines = (FamilyLine[])[Line(Starter.Areas[0], 0, isShown: true), Line(Starter.Areas[1], 0, empty: 0, pieces: 3)];

        new FamilySaying(Named("Amina"), lines, FamilyLines.View(lines, Today), Words.For(language)).Answer.ShouldBe(answer);
    }

    [Fact]
    public void Vietnamese_has_its_own_words_for_all_that_it_must_say_and_they_are_no_english()
    {
        var (english, own) = (MessageTexts.Of("en"), MessageTexts.Of("vi"));
        var same = own.Where(one => english[one.Key] == one.Value && one.Value.Count(char.IsLetter) > 3 && !one.Value.StartsWith('{')).Select(one => one.Key);

        same.ShouldBe(["layout.brand"]);
        own.Count.ShouldBeGreaterThan(150);
    }

    private async Task<string> Drawn(string name, IReadOnlyList<FamilyLine> lines)
    {
        await using var page = new HtmlRenderer(_services, _services.GetRequiredService<ILoggerFactory>());
        var view = FamilyLines.View(lines, Today);
        return await page.Dispatcher.InvokeAsync(async () =>
        {
            var given = new Dictionary<string, object?> { ["Learner"] = Named(name), ["Lines"] = lines, ["View"] = view };
            var areas = await page.RenderComponentAsync<FamilyAreas>(ParameterView.FromDictionary(given));
            var answer = await page.RenderComponentAsync<FamilyAnswer>(ParameterView.FromDictionary(new Dictionary<string, object?>(given) { ["Today"] = Today }));
            // What is folded away is not on the first screen.
            return answer.ToHtmlString() + Regex.Replace(areas.ToHtmlString(), "<details>.*?</details>", "", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        });
    }

    private static Learner Named(string name) => new(new LearnerId(Guid.NewGuid()), "someone", name, "Yusuf");

    private static IEnumerable<FamilyLine> Made(int areas, (int Shown, int Pieces, int Empty, int Ago, int Check)[] seeds)
    {
        var at = 0;
        foreach (var area in Starter.Areas.Take(areas))
            for (var i = 0; i < area.Competencies.Count; i++)
            {
                var one = seeds[at++ % seeds.Length];
                yield return Line(area, i, one.Shown == 0 && one.Pieces > 0, one.Pieces, one.Empty, one.Ago, one.Check == 0 ? Today.AddDays(one.Ago) : null);
            }
    }

    private static FamilyLine Line(StarterArea area, int which, bool isShown = false, int pieces = 3, int empty = 1, int ago = 3, DateOnly? checkOn = null)
    {
        var (version, id) = (new FrameworkVersionId(Guid.Empty), new AreaId(DemoFramework.Named("area", area.Code)));
        var one = area.Competencies[which];
        var competency = new Competency(version, DemoFramework.CompetencyOf(one.Code), id, one.Code, one.Title, one.Statement, one.Family, Levels.Id, 3, true, 1, 1);
        return new FamilyLine(new Area(version, id, area.Code, area.Title, AreaKind.Learning, true, 1), competency, Levels, isShown ? 3 : pieces > 0 ? 2 : null, false, null,
            new TrackLine(competency.Id, id, isShown, pieces, empty, pieces == 0 ? null : Today.AddDays(-ago), null, checkOn));
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}
