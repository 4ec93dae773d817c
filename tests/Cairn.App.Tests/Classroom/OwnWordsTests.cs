using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Starter;
using Cairn.App.Tests.Privacy;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Classroom;

/// <summary>What learners and families read about where somebody stands: the same on every page, to the right person, and no sum in front of a child.</summary>
public sealed class OwnWordsTests : IAsyncLifetime
{
    private static readonly ProficiencyScale Levels = StarterFramework.LevelScale(new ScaleId(Guid.NewGuid()));
    private PrivacySite _site = null!;

    public async ValueTask InitializeAsync() => _site = await PrivacySite.Make();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string Kid => $"/learners/{_site.Kid.Value:N}";

    [Theory]
    [InlineData(0, 0, false, false, 0, "not yet seen")]
    [InlineData(1, 0, false, false, 0, "seen, too little to say yet")]
    [InlineData(2, 1, false, false, 0, "seen, too little to say yet")]
    [InlineData(2, 0, true, false, 0, "seen, too little to say yet")]
    [InlineData(2, 1, true, false, 2, "partly shown")]
    [InlineData(3, 3, true, true, 3, "shown")]
    public void Not_yet_seen_is_said_only_of_what_nobody_has_seen(int pieces, int completed, bool isCondition, bool isShown, int step, string said)
    {
        FamilyLevel.Of(null, Levels, null, false, Words.For("en"), new Looked(pieces, completed, isCondition, isShown)).ShouldBe((step, said));
        foreach (var language in (string[])["es", "vi"])
            FamilyLevel.Of(null, Levels, null, false, Words.For(language), new Looked(pieces, completed, isCondition, isShown)).Text.ShouldNotBe(said, language);
    }

    [Theory]
    [InlineData("en", "Solid, stage 2; stage 3 is not begun yet", "Solid, stage 2")]
    [InlineData("es", "Solid, etapa 2; etapa 3: aún sin empezar", "Solid, etapa 2")]
    [InlineData("vi", "Solid, giai đoạn 2; giai đoạn 3 chưa bắt đầu", "Solid, giai đoạn 2")]
    public void A_level_says_its_stage_and_the_one_that_is_not_begun(string language, string between, string within)
    {
        FamilyLevel.InStage("Solid", 2, 3, Words.For(language)).ShouldBe(between);
        FamilyLevel.InStage("Solid", 2, null, Words.For(language)).ShouldBe(within);
        FamilyLevel.InStage("Solid", null, null, Words.For(language)).ShouldBe("Solid");
    }

    [Theory]
    [InlineData("en", "Building")]
    [InlineData("es", "en camino")]
    [InlineData("vi", "đang tiến bộ")]
    public void Cairns_own_level_words_are_said_in_the_readers_language(string language, string said) =>
        LevelLook.Text(Levels.WithNumber(2)!, Words.For(language)).ShouldBe($"2 {said}");

    [Fact]
    public async Task A_finished_stage_is_told_alike_on_the_familys_page_the_report_and_the_home()
    {
        await Finish();
        var said = new Regex(@"Drawing: (?<said>[^<]*stage 2 is not begun yet)", RegexOptions.None, TimeSpan.FromSeconds(1));
        var family = said.Match((await _site.Get("mother", $"{Kid}/family")).Whole).Groups["said"].Value;

        family.ShouldContain(", stage 1; ");
        (await _site.Get("mother", $"{Kid}/report")).Whole.ShouldContain(family);
        (await _site.Get("mother", $"{Kid}/competencies/ART.1")).Whole.ShouldContain("stage 2 is not begun yet");
        foreach (var who in (string[])["mother", "kid"]) said.Match((await _site.Get(who, Kid)).Whole).Groups["said"].Value.ShouldBe(family, who);
    }

    [Fact]
    public async Task A_learner_reads_why_in_words_and_finds_the_sum_folded_away()
    {
        await _site.Family.Work(_site.Kid, "FOX", 3);
        foreach (var path in (string[])[$"{Kid}/competencies/ART.1", $"{Kid}/why/ART.1"])
        {
            var page = await _site.Get("kid", path);
            page.Status.ShouldBe(HttpStatusCode.OK, path);
            page.Whole.ShouldContain("How we decide", Case.Sensitive, path);
            page.Body.ShouldContain("class=\"Arithmetic", Case.Sensitive, path);
            Open(page.Body).ShouldNotContain("class=\"Arithmetic", Case.Sensitive, path);
            page.Body.ShouldNotContain("<details class=\"More\" open", Case.Sensitive, path);
        }

        Open((await _site.Get("teacher", $"{Kid}/competencies/ART.1")).Body).ShouldContain("class=\"Arithmetic");
    }

    [Fact]
    public async Task Pace_begins_with_one_sentence_and_the_next_step_and_folds_the_numbers_away()
    {
        await _site.Family.Work(_site.Kid, "FOX", 3);
        foreach (var who in (string[])["kid", "mother"])
        {
            var page = await _site.Get(who, $"{Kid}/pace");
            var open = Open(page.Body);
            open.ShouldContain("Next:", Case.Sensitive, who);
            foreach (var folded in (string[])["At this pace", "An even year", "still to fill", "No forecast yet", "school week"]) open.ShouldNotContain(folded, Case.Sensitive, who);
            page.Whole.ShouldContain("The numbers, and how it is told", Case.Sensitive, who);
            page.Whole.ShouldNotContain("still to fill", Case.Sensitive, who);
        }

        Open((await _site.Get("teacher", $"{Kid}/pace")).Body).ShouldContain("id=\"against-plan\"");
    }

    [Fact]
    public async Task A_learner_is_spoken_to_on_their_own_pages_and_others_read_the_name()
    {
        await _site.Post("kid", $"{Kid}/conference", ("do", "begin"));
        foreach (var (path, own, named) in ((string, string, string)[])[
            ("/conference", "You lead the talk", "GivenKid leads the talk"), ("/report", "How you are doing, on paper", "How GivenKid is doing, on paper"), ("/messages", "Messages about you", "Messages about GivenKid")])
        {
            var (kid, mother) = ((await _site.Get("kid", Kid + path)).Whole, (await _site.Get("mother", Kid + path)).Whole);
            (kid.Contains(own, StringComparison.Ordinal), kid.Contains(named, StringComparison.Ordinal)).ShouldBe((true, false), path);
            (mother.Contains(own, StringComparison.Ordinal), mother.Contains(named, StringComparison.Ordinal)).ShouldBe((false, true), path);
        }

        (await _site.Get("kid", "/messages")).Whole.ShouldContain("those who work with you.");
        (await _site.Get("mother", "/messages")).Whole.ShouldContain("those who work with your child.");
    }

    [Fact]
    public async Task A_learners_home_begins_without_a_count_of_boxes()
    {
        await _site.Family.Work(_site.Kid, "FOX", 3);
        var (kid, teacher) = (await _site.Get("kid", Kid), await _site.Get("teacher", Kid));

        kid.Whole.ShouldContain("Next: ");
        kid.Whole.ShouldNotContain("shown at its stage");
        kid.Whole.ShouldNotContain("shown at their stage");
        Regex.IsMatch(kid.Body, @"<strong>\d+ of \d+</strong>", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse();
        Regex.IsMatch(teacher.Body, @"<strong>\d+ of \d+</strong>", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_leaves_a_space_between_what_it_is_about_and_when_it_was_looked_at()
    {
        await _site.Family.Work(_site.Kid, "FOX", 3);
        var judged = _site.Read(db => db.Judgments.AsNoTracking().First(one => one.Learner == _site.Kid));

        var page = await _site.Get("kid", $"{Kid}/questions?judgment={judged.Id.Value:N}");

        page.Body.ShouldContain("Drawing</a> Looked at on");
    }

    // What stands on a page before anything is unfolded; details may lie within details.
    private static string Open(string body)
    {
        const string fold = "(?s)<details class=\"More\"(?:(?!<details|</details>).)*</details>";
        while (Regex.Replace(body, fold, "", RegexOptions.None, TimeSpan.FromSeconds(1)) is var less && less.Length < body.Length) body = less;
        return body;
    }

    // All boxes of the first stage, at its line.
    private async Task Finish()
    {
        var district = _site.Family.District;
        for (var i = 0; i < 3; i++)
        {
            var piece = district.Piece(_site.Kid);
            await district.Record(new Recording(_site.Kid)
            {
                Evidence = [piece],
                Judgments = [district.Judged(piece, 2, target: district.Lines) with { Judge = Family.Okafor.Person }, district.Judged(piece, 2, target: district.Shades) with { Judge = Family.Okafor.Person }],
            });
        }
    }
}
