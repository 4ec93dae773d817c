using Cairn.App.Cli;
using Cairn.App.Tests.Imports;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Cli;

public sealed class ExplainVerbTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public ExplainVerbTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    [Fact]
    public void It_says_in_words_and_arithmetic_why_a_learner_stands_there()
    {
        var ran = _cairn.Run("explain", "ada", "ART.1", "--stage", "1");

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Err.ShouldBeEmpty();
        foreach (var words in (string[])["Ada Byron", "ART.1 Drawing", "stage 1", "shown", "2 of 2", "(2 + 1) / 2", "= 1.5", "A tree", "Lines", "imported", "2026-03-01"])
            ran.Out.ShouldContain(words);
    }

    [Fact]
    public void Without_a_stage_the_highest_open_one_is_explained() =>
        _cairn.Run("explain", "ada", "ART.1", "--json").Json.GetProperty("stage").GetInt32().ShouldBe(2);

    [Fact]
    public void Names_are_found_whatever_their_case() => _cairn.Run("explain", "ADA", "art.1").Exit.ShouldBe(CommandLine.Done);

    [Fact]
    public void A_program_reads_the_same_as_JSON()
    {
        var json = _cairn.Run("explain", "ada", "ART.1", "--stage", "1", "--json").Json;

        (json.GetProperty("username").GetString(), json.GetProperty("competency").GetString(), json.GetProperty("stage").GetInt32()).ShouldBe(("ada", "ART.1", 1));
        (json.GetProperty("value").GetDecimal(), json.GetProperty("level").GetDecimal()).ShouldBe((1.5m, 1m));
        (json.GetProperty("completed").GetInt32(), json.GetProperty("required").GetInt32(), json.GetProperty("progressPercent").GetInt32(), json.GetProperty("complete").GetBoolean()).ShouldBe((2, 2, 100, true));
        (json.GetProperty("baseline").GetDecimal(), json.GetProperty("growth").GetDecimal()).ShouldBe((1m, 0.5m));
        json.GetProperty("counted").EnumerateArray().Select(one => one.GetProperty("level").GetDecimal()).ShouldBe([2m, 1m], ignoreOrder: true);
        json.GetProperty("dropped").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void It_says_how_sure_one_can_be_and_that_this_only_advises()
    {
        var ran = _cairn.Run("explain", "ada", "ART.1", "--stage", "1");

        foreach (var words in (string[])["How sure?", "Why: 2 pieces, judged 1 to 2", "This advises."]) ran.Out.ShouldContain(words);
        var estimate = _cairn.Run("explain", "ada", "ART.1", "--stage", "1", "--json").Json.GetProperty("estimate");
        estimate.GetProperty("pieces").GetInt32().ShouldBe(2);
        estimate.GetProperty("levels").EnumerateArray().Sum(one => one.GetProperty("chance").GetDouble()).ShouldBe(1, 1e-5);
        estimate.GetProperty("wouldSettle").EnumerateArray().Select(one => one.GetProperty("gain").GetDouble()).ShouldBeInOrder(SortDirection.Descending);
        estimate.GetProperty("words").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void What_was_taken_out_of_force_is_listed_with_its_reason()
    {
        _cairn.Apply(_program.Set("judgments", "level", "3", "1"));

        var json = _cairn.Run("explain", "ada", "ART.1", "--stage", "1", "--json").Json;

        json.GetProperty("value").GetDecimal().ShouldBe(2m);
        json.GetProperty("dropped").EnumerateArray().ShouldHaveSingleItem().GetProperty("why").GetString().ShouldBe("it was retracted");
    }

    [Fact]
    public async Task An_educators_own_level_is_said_with_author_and_reason_and_exported()
    {
        await using (var district = _cairn.OpenToWrite())
        {
            using var db = district.Open();
            var (ada, author) = (await db.Learners.SingleAsync(one => one.Username == "ada"), await db.Educators.SingleAsync());
            var set = new Override(new OverrideId(Guid.CreateVersion7()), ada.Id, district.Frameworks[0].Content.Find("ART.1")!.Id, 1, 3, author.Id.Person, new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc), default, null);
            await district.Writer.Record(new Recording(ada.Id) { Overrides = [set], OverrideTexts = [new OverrideText(set.Id, "Shown at the fair.")] });
        }

        _cairn.Run("explain", "ada", "ART.1", "--stage", "1").Out.ShouldContain("Set to 3 by imported on 2026-03-20: Shown at the fair.");
        var json = _cairn.Run("explain", "ada", "ART.1", "--stage", "1", "--json").Json;
        (json.GetProperty("setByPerson").GetBoolean(), json.GetProperty("level").GetDecimal(), json.GetProperty("value").GetDecimal()).ShouldBe((true, 3m, 1.5m));
        _cairn.Run("export", "determinations", "--csv", "-").Out.ShouldContain("ada,ART.1,1,1,3,0.5,100,0,2,2,true");
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void Only_what_had_been_shown_by_a_day_counts_all_of_that_day_included()
    {
        Value("--shown-by", "2026-02-28").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        Value("--shown-by", "2026-03-01").GetDecimal().ShouldBe(1.5m);
        Value("--shown-by", "2026-03-01T08:59:59Z").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        Value("--shown-by", "2026-03-01 09:00").GetDecimal().ShouldBe(1.5m);
    }

    [Fact]
    public void Only_what_was_known_by_a_moment_counts_so_that_an_old_answer_can_be_given_again()
    {
        DateTime before;
        using (var db = _cairn.Open().Open()) before = db.Judgments.Max(one => one.RecordedAt);
        _cairn.Apply(_program.Set("judgments", "level", "3", "1"));

        Value("--known-by", before.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture)).GetDecimal().ShouldBe(1.5m);
        Value().GetDecimal().ShouldBe(2m);
    }

    [Fact]
    public void Nothing_was_known_before_the_record_began() =>
        _cairn.Run("explain", "ada", "ART.1", "--known-by", "2020-01-01").ShouldBeRefused("ada", "ART.1");

    [Theory]
    [InlineData("nobody", "ART.1", null, "nobody")]
    [InlineData("ada", "ART.9", null, "ART.9")]
    [InlineData("ada", "ART.1", "3", "stage 3")]
    [InlineData("ada", "ART.1", "-1", "ART.1")]
    [InlineData("cyd", "ART.1", null, "cyd")]
    public void An_unknown_learner_competency_or_stage_is_refused_by_name(string learner, string competency, string? stage, string named) =>
        _cairn.Run(["explain", learner, competency, .. stage is null ? Array.Empty<string>() : ["--stage", stage]]).ShouldBeRefused(named);

    [Fact]
    public void A_message_about_no_stage_does_not_speak_of_a_stage_that_nobody_named() =>
        _cairn.Run("explain", "cyd", "ART.1").Err.ShouldNotContain("stage -");

    private System.Text.Json.JsonElement Value(params string[] more) => _cairn.Run(["explain", "ada", "ART.1", "--stage", "1", "--json", .. more]).Json.GetProperty("value");

    public void Dispose() => _cairn.Dispose();
}
