using Cairn.Interop.Csv;
using Cairn.Learning.Evidence;

namespace Cairn.Interop.Tests.Csv;

public sealed class ReadProgramTests
{
    private static readonly DateTime Afternoon = new(2026, 3, 31, 14, 5, 0, DateTimeKind.Utc);

    [Fact]
    public void A_good_programme_is_read_in_the_order_of_its_sheets()
    {
        var sheets = new ProgramBuilder().ReadGood();

        sheets.LastStage.ShouldBe(3);
        sheets.Areas.ShouldBe([new AreaRow("ART", "Art", true), new AreaRow("MUS", "Music", false)]);
        sheets.Competencies[0].ShouldBe(new CompetencyRow("ART", "ART.1", "Drawing", "I can draw.", true));
        sheets.Learners[0].ShouldBe(new LearnerRow(2, "ada", "Ada", "Byron", 2030));
        sheets.Learners[1].ShouldBe(new LearnerRow(3, "ben", "Ben", "", null));
        sheets.Stages.ShouldBe([new StageRow("ada", "ART.1", 1, "enrollment", 1.5m), new StageRow("ben", "ART.1", 2, "", null)]);
        sheets.Evidence[0].ShouldBe(new EvidenceRow("1", "ada", Afternoon, EvidenceKind.Demonstration, "Studio", "Room 4", "A tree", "https://example.org/tree", "Good"));
        sheets.Judgments.ShouldBe(
        [
            new JudgmentRow("1", "1", "ART.1.a", 1, 2, false, false, null, "imported"),
            new JudgmentRow("2", "1", "ART.1.b", 1, null, false, true, null, "imported"),
            new JudgmentRow("3", "2", "ART.1.a", 2, null, true, false, null, "imported"),
        ]);
    }

    [Fact]
    public void Pieces_asked_for_are_read_by_stage_and_an_empty_cell_leaves_the_default()
    {
        var target = new ProgramBuilder().ReadGood().Targets[0];

        target.Pieces.ShouldBe(new Dictionary<int, int> { [1] = 2, [2] = 2 }, ignoreOrder: true);
        target.DefaultPieces.ShouldBe(1);
    }

    [Fact]
    public void Who_judged_and_when_may_be_told()
    {
        var judgment = new ProgramBuilder().AddColumn("judgments.csv", "judge", "Ms. Okafor").AddColumn("judgments.csv", "judged_at", "2026-03-31 14:05").ReadGood().Judgments[0];

        judgment.Judge.ShouldBe("Ms. Okafor");
        judgment.JudgedAt.ShouldBe(Afternoon);
    }

    [Fact]
    public void References_are_compared_without_case_but_keys_of_rows_are_not()
    {
        var sheets = new ProgramBuilder().Set("stages.csv", 2, "username", "ADA").Set("stages.csv", 2, "competency", "art.1").Set("judgments.csv", 2, "target", "art.1.A")
            .Add("evidence.csv", "k", "ben", "2026-04-02", "", "", "", "", "", "").Add("evidence.csv", "K", "ben", "2026-04-02", "", "", "", "", "", "").ReadGood();

        sheets.Evidence.Count.ShouldBe(5);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_case_and_cells_are_trimmed()
    {
        var sheets = new ProgramBuilder().With("areas.csv", "Status, TITLE ,Code\nactive,  Art ,ART \n,Music,MUS\n").ReadGood();

        sheets.Areas.ShouldBe([new AreaRow("ART", "Art", true), new AreaRow("MUS", "Music", true)]);
    }

    [Theory]
    [InlineData("", EvidenceKind.Demonstration)]
    [InlineData("demonstration", EvidenceKind.Demonstration)]
    [InlineData("Override", EvidenceKind.Decision)]
    [InlineData("project", EvidenceKind.Project)]
    [InlineData("conversation", EvidenceKind.Conversation)]
    [InlineData("observation", EvidenceKind.Conversation)]
    [InlineData("exhibition", EvidenceKind.Performance)]
    [InlineData("test", EvidenceKind.Exam)]
    [InlineData("opportunity", EvidenceKind.Opportunity)]
    public void A_kind_is_one_of_ours(string kind, EvidenceKind read) =>
        new ProgramBuilder().Set("evidence.csv", 2, "kind", kind).ReadGood().Evidence[0].Kind.ShouldBe(read);

    [Fact]
    public void An_unknown_kind_is_taken_with_a_warning_that_names_the_place()
    {
        var warning = new ProgramBuilder().Set("evidence.csv", 3, "kind", "quiz").ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Value).ShouldBe(("evidence.csv", 3, "kind", "quiz"));
    }

    [Theory]
    [InlineData("2", "1", "a completion counts no level")]
    [InlineData("0", "1", "a completion counts no level")]
    [InlineData("", "0", "a judgment without level or completion says nothing, and is not taken")]
    [InlineData("", "", "a judgment without level or completion says nothing, and is not taken")]
    public void A_judgment_that_says_too_much_or_nothing_is_odd(string level, string completion, string rule)
    {
        var warning = new ProgramBuilder().Set("judgments.csv", 2, "level", level).Set("judgments.csv", 2, "override", completion).ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Rule).ShouldBe(("judgments.csv", 2, "level", rule));
    }

    [Fact]
    public void A_completion_with_a_level_counts_as_a_completion_and_a_silent_row_not_at_all()
    {
        var (sheets, _) = new ProgramBuilder().Set("judgments.csv", 2, "override", "1").Set("judgments.csv", 3, "override", "0").Read();

        sheets.Judgments.Select(one => (one.Key, one.Level, one.IsMissed, one.IsCompletion)).ShouldBe([("1", null, false, true), ("3", null, true, false)]);
    }

    [Theory]
    [InlineData("2.0", 2)]
    [InlineData("+2", 2)]
    [InlineData("02", 2)]
    [InlineData(" 2 ", 2)]
    public void A_whole_number_may_be_written_as_spreadsheets_do(string text, int level) =>
        new ProgramBuilder().Set("judgments.csv", 2, "level", text).ReadGood().Judgments[0].Level.ShouldBe(level);

    [Fact]
    public void A_stored_baseline_keeps_two_decimals_and_a_0() =>
        new ProgramBuilder().Set("stages.csv", 2, "baseline", "0").Set("stages.csv", 3, "baseline", "2.25").ReadGood().Stages.Select(one => one.Baseline).ShouldBe([0m, 2.25m]);

    [Fact]
    public void The_last_stage_is_the_highest_column_whatever_their_order() =>
        new ProgramBuilder().AddColumn("targets.csv", "required_12", "1").AddColumn("targets.csv", "required_7", "1").ReadGood().LastStage.ShouldBe(12);

    [Fact]
    public void A_programme_of_headers_only_is_good_and_empty()
    {
        var sheets = new ProgramBuilder().HeaderOnly("areas.csv", "competencies.csv", "targets.csv", "learners.csv", "stages.csv", "evidence.csv", "judgments.csv").ReadGood();

        sheets.Learners.ShouldBeEmpty();
        sheets.LastStage.ShouldBe(3);
    }

    [Fact]
    public void Progress_is_told_on_the_way()
    {
        var told = new List<(string, int)>();
        var rows = string.Concat(Enumerable.Range(0, 2500).Select(i => $"u{i},Name,,\n"));
        Stream? Open(string file) => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file == "learners.csv" ? "username,given_name,family_name,graduation_year\n" + rows : new ProgramBuilder().TextOf(file)));

        ReadProgram.From(Open, ProgramBuilder.Utc, new FaultList(), (file, row) => told.Add((file, row)));

        told.ShouldBe([("learners.csv", 1000), ("learners.csv", 2000)]);
    }
}
