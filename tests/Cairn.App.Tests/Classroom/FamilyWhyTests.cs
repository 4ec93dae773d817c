using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Tests.Languages;
using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>"Why?" as a family asks it: evidence and rule in words, and nowhere the number of a level.</summary>
public sealed class FamilyWhyTests : IAsyncLifetime
{
    private const double Easiest = 6;
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await PrivacySite.Make();
        await _site.Family.Work(_site.Kid, "FOX", 3);
        await _site.Family.Work(_site.Kid, "BIRD", 2);
    }

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    [Theory]
    [InlineData("en", "How we decide")]
    [InlineData("es", "Cómo decidimos")]
    [InlineData("vi", "Nhà trường quyết định thế nào")]
    public async Task The_evidence_and_the_rule_are_there_in_the_familys_words_and_no_number_of_a_level(string language, string how)
    {
        using var mother = await _site.As("mother");
        foreach (var path in (string[])[$"{Kid}/competencies/ART.1", $"{Kid}/why/ART.1"])
        {
            var page = await mother.Get(path, ("Accept-Language", language));
            page.Whole.ShouldContain(how, Case.Sensitive, path);
            if (language != "en") LeftInEnglish.In(page.Body).ShouldBeEmpty(path);
            Numbered(page.Body).ShouldBeEmpty(path);
        }

        var whole = await mother.Get($"{Kid}/competencies/ART.1", ("Accept-Language", language));
        foreach (var shown in (string[])["title FOX", "comment BIRD", "/questions?judgment=", "/amendments?about="]) whole.Whole.ShouldContain(shown);
        whole.Whole.ShouldNotContain("ART.1 ");
    }

    [Fact]
    public async Task An_educator_reads_the_arithmetic_and_the_learner_finds_it_below_the_words()
    {
        var (teacher, kid) = ((await _site.Get("teacher", $"{Kid}/competencies/ART.1")).Whole, (await _site.Get("kid", $"{Kid}/competencies/ART.1")).Whole);
        foreach (var page in (string[])[teacher, kid]) page.ShouldContain("Why this level?");
        teacher.ShouldNotContain("How we decide");
        kid.IndexOf("How we decide", StringComparison.Ordinal).ShouldBeInRange(1, kid.IndexOf("Why this level?", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Abuse", "G1")]
    public async Task Nobody_reads_why_of_another_familys_child()
    {
        foreach (var path in (string[])[$"{Kid}/competencies/ART.1", $"{Kid}/why/ART.1"])
        {
            (await _site.Get("stranger", path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await _site.Get("father", path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task No_page_that_a_family_reads_numbers_a_level()
    {
        var piece = _site.Read(db => db.Judgments.AsNoTracking().First(one => one.Learner == _site.Kid)).Evidence!.Value;
        foreach (var path in (string[])[Kid, $"{Kid}/work", $"{Kid}/family", $"{Kid}/family/work", $"{Kid}/report", $"{Kid}/pace", $"{Kid}/questions", $"{Kid}/plan", $"{Kid}/portfolio", $"{Kid}/projects", $"/evidence/{piece.Value:N}", "/framework"])
        {
            var page = await _site.Get("mother", path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            Numbered(page.Body).ShouldBeEmpty(path);
        }

        Numbered((await _site.Get("teacher", $"{Kid}/work")).Body).ShouldNotBeEmpty("educators see them");
    }

    [Theory]
    [InlineData("es")]
    [InlineData("vi")]
    public async Task Every_page_that_a_family_reaches_is_whole_in_its_language(string language)
    {
        var judged = _site.Read(db => db.Judgments.AsNoTracking().First(one => one.Learner == _site.Kid));
        (await _site.Post("mother", $"{Kid}/questions", ("judgment", $"{judged.Id.Value:N}"), ("words", "?"))).ShouldBe(HttpStatusCode.Found);
        using var mother = await _site.As("mother");
        foreach (var path in (string[])[
            Kid, $"{Kid}/plan", $"{Kid}/portfolio", $"{Kid}/questions", $"{Kid}/questions?judgment={judged.Id.Value:N}", $"{Kid}/flex", $"{Kid}/work", $"/evidence/{judged.Evidence!.Value.Value:N}", $"{Kid}/pace", $"{Kid}/check-ins",
            $"{Kid}/projects", $"{Kid}/rights", $"{Kid}/consents", $"{Kid}/amendments", $"{Kid}/notes", $"{Kid}/ready", $"{Kid}/conference", $"{Kid}/report", $"{Kid}/messages", "/framework", "/notices", $"{Kid}/nothing-here"])
        {
            var page = await mother.Get(path, ("Accept-Language", language), ("Cookie", $"cairn-language={language}"));
            page.Body.ShouldContain($"<html lang=\"{language}\"", Case.Sensitive, path);
            LeftInEnglish.In(page.Body).Where(one => one != "English").ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task A_support_plan_that_was_agreed_stands_on_the_familys_page_and_a_draft_does_not()
    {
        var plan = new SupportPlan(new SupportPlanId(Guid.CreateVersion7()), _site.Kid, new PersonId(Family.Okafor.Value), TestDistrict.Day);
        var line = new SupportLine(plan.Id, 1, _site.Kid);
        line.Say("Read <b>together</b>", "Ms. Okafor", Family.Today.AddDays(9), "");
        await _site.Family.Put(plan);
        await _site.Family.Put(line);
        (await _site.Get("mother", $"{Kid}/family")).Whole.ShouldNotContain("What we do to help now");

        await _site.Family.District.District.Writer.Alone(turn =>
        {
            turn.Db.SupportPlans.Single().Agree(new PersonId(Family.Okafor.Value), turn.Now);
            return turn.Db.SaveChanges();
        });

        foreach (var who in (string[])["mother", "father"])
        {
            var page = await _site.Get(who, $"{Kid}/family");
            page.Body.ShouldContain("Read &lt;b&gt;together&lt;/b&gt;", Case.Sensitive, who);
            page.Whole.ShouldContain("Ms. Okafor, by April 9, 2026", Case.Sensitive, who);
        }
    }

    [Fact]
    public void Every_rule_has_words_for_families_without_percents_means_and_codes()
    {
        var english = new List<string>();
        var given = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var rule in RuleCatalog.All)
            foreach (var language in (string[])["en", "es", "vi"])
                foreach (var ofParts in (bool[])[false, true])
                {
                    var made = rule.Parameters.Where(one => one.IsNeeded).Aggregate(given, (all, one) => new(all, StringComparer.Ordinal) { [one.Name] = new ParameterValue(3, null) });
                    var said = new FamilyRules(Words.For(language), _ => "Solid").Of(RuleCatalog.Make(rule.Name, made, out var fault).ShouldNotBeNull(fault), ofParts);
                    said.Length.ShouldBeGreaterThan(10, $"{rule.Name} {language}");
                    Regex.IsMatch(said, @"%|percent|\bmean\b|median|\d[.,]\d|[{}]", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse(said);
                    if (language == "en") english.Add(said);
                }

        ReadingGrade.Of(english).ShouldBeLessThanOrEqualTo(Easiest);
    }

    // A number before a word of a level: chips say "3 Going further" to educators.
    private static IEnumerable<string> Numbered(string html) => Regex.Matches(html, "class=\"LevelChip[^\"]*\"[^>]*>(?:<svg.*?</svg>)?(?<said>[^<]*)", RegexOptions.Singleline, TimeSpan.FromSeconds(2))
        .Select(one => WebUtility.HtmlDecode(one.Groups["said"].Value).Trim()).Where(one => Regex.IsMatch(one, @"(?:^|: )\d", RegexOptions.None, TimeSpan.FromSeconds(1)));

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
