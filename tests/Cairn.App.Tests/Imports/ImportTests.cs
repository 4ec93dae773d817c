using Cairn.App.Cli;
using Cairn.App.Tests.Cli;

namespace Cairn.App.Tests.Imports;

public sealed class ImportTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public ImportTests() => _program = new ProgramFolder(_cairn.Of("program"));

    [Fact]
    public void A_dry_run_tells_what_would_be_added_and_stores_nothing()
    {
        var ran = _cairn.Import(_program);

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Json.GetProperty("applied").GetBoolean().ShouldBeFalse();
        Told.All(ran.Json).ShouldBe((21, 0, 0, 0));
        foreach (var table in (string[])["learners", "frameworks", "evidence", "judgments", "stage_entries", "standings"]) _cairn.Count(table).ShouldBe(0, table);
    }

    [Fact]
    public void Applied_everything_is_stored_and_concluded()
    {
        var told = _cairn.Apply(_program);

        told.GetProperty("applied").GetBoolean().ShouldBeTrue();
        Told.All(told).ShouldBe((21, 0, 0, 0));
        (_cairn.Count("learners"), _cairn.Count("evidence"), _cairn.Count("judgments"), _cairn.Count("stage_entries")).ShouldBe((3, 3, 5, 3));
        _cairn.ShouldStandAsConcluded();
    }

    [Fact]
    public void The_second_run_changes_nothing()
    {
        _cairn.Apply(_program);
        var before = _cairn.Standings();

        Told.All(_cairn.Import(_program).Json).ShouldBe((0, 0, 0, 21));
        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));

        _cairn.Standings().ShouldBe(before);
        (_cairn.Count("judgments"), _cairn.Count("retractions"), _cairn.Count("framework_versions")).ShouldBe((5, 0, 1));
    }

    [Fact]
    public void The_order_of_the_fact_sheets_changes_nothing()
    {
        _cairn.Apply(_program);
        _program.Reverse("judgments").Reverse("evidence").Reverse("stages").Reverse("learners");

        Told.All(_cairn.Apply(_program)).ShouldBe((0, 0, 0, 21));
    }

    [Fact]
    public void Facts_are_recorded_in_the_order_of_the_sources_keys_numbers_by_number()
    {
        _program.Reverse("judgments");
        _cairn.Apply(_program);

        using var db = _cairn.Open().Open();
        db.Judgments.OrderBy(one => one.RecordedAt).Select(one => one.Level).ToList().ShouldBe([2, 1, 2, null, 3]);
    }

    [Fact]
    public void The_answer_as_JSON_has_the_shape_that_programs_read()
    {
        File.AppendAllText(_program.Sheet("judgments"), "99,1,ART.1.a,1,9,0\n");
        File.AppendAllText(_program.Sheet("evidence"), "99,ada,2026-03-01,quiz,,,,,\n");

        var ran = _cairn.Import(_program);

        ran.Lines.Length.ShouldBe(1);
        ran.Json.EnumerateObject().Select(one => one.Name).Where(name => name != "sheets").ShouldBe(["applied", "added", "changed", "ended", "unchanged", "warnings", "errors"]);
        ran.Json.GetProperty("errors").GetRawText().ShouldBe(
            """[{"file":"judgments.csv","row":7,"column":"level","value":"9","rule":"a level is on the scale: whole, 1 to the last stage, or 0 for a missed chance","fix":"write a whole number from 0 to 3"}]""");
        ran.Json.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem().EnumerateObject().Select(one => one.Name).ShouldBe(["file", "row", "column", "value", "rule", "fix"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_error_in_the_last_row_of_the_last_sheet_stores_nothing_and_exits_1(bool apply)
    {
        File.AppendAllText(_program.Sheet("judgments"), "99,1,ART.1.a,1,9,0\n");

        var ran = _cairn.Import(_program, apply ? ["--apply"] : []);

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Json.GetProperty("applied").GetBoolean().ShouldBeFalse();
        foreach (var table in (string[])["learners", "frameworks", "evidence", "judgments", "stage_entries", "standings", "educators"]) _cairn.Count(table).ShouldBe(0, table);
    }

    [Fact]
    public void An_error_in_a_later_import_leaves_the_record_as_it_was()
    {
        _cairn.Apply(_program);
        var before = _cairn.Standings();
        _program.Set("judgments", "level", "3", "1").Set("areas", "title", "Arts", "ART").Set("judgments", "level", "7", "10");

        _cairn.Import(_program, "--apply").Exit.ShouldBe(CommandLine.Refused);

        _cairn.Standings().ShouldBe(before);
        (_cairn.Count("judgments"), _cairn.Count("retractions"), _cairn.Count("framework_versions")).ShouldBe((5, 0, 1));
    }

    [Fact]
    public void A_person_reads_a_table_on_standard_output_and_what_is_wrong_on_standard_error()
    {
        var good = _cairn.Run("import", "program", _program);
        good.Out.ShouldContain("areas.csv");
        good.Out.ShouldContain("--apply");
        good.Err.ShouldBeEmpty();

        _program.Set("judgments", "level", "9", "10");
        var bad = _cairn.Run("import", "program", _program, "--apply");
        bad.Exit.ShouldBe(CommandLine.Refused);
        bad.Out.ShouldBeEmpty();
        bad.Err.ShouldContain("judgments.csv, row 6, level: “9”. The rule: a level is on the scale");
        bad.Err.ShouldContain("Fix: write a whole number from 0 to 3");
        bad.Err.ShouldContain("Nothing was stored");
    }

    [Fact]
    public void Of_very_many_errors_a_person_sees_the_first_50_and_a_program_all()
    {
        File.AppendAllText(_program.Sheet("judgments"), string.Concat(Enumerable.Range(100, 80).Select(i => $"{i},1,ART.1.a,1,9,0\n")));

        var person = _cairn.Run("import", "program", _program).Err;
        person.ShouldContain("80 errors");
        person.ShouldContain("row 56, level");
        person.ShouldNotContain("row 57, level");
        person.ShouldContain("30 more");
        _cairn.Import(_program).Json.GetProperty("errors").GetArrayLength().ShouldBe(80);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() => _cairn.Run("import", "program", _cairn.Of("nowhere")).ShouldBeRefused("nowhere");

    [Fact]
    public void A_folder_without_the_sheets_names_all_seven()
    {
        var ran = _cairn.Import(Directory.CreateDirectory(_cairn.Of("empty")).FullName);

        ran.Exit.ShouldBe(CommandLine.Refused);
        ran.Json.GetProperty("errors").EnumerateArray().Select(one => one.GetProperty("file").GetString()).ShouldBe(
            ["areas.csv", "competencies.csv", "targets.csv", "learners.csv", "stages.csv", "evidence.csv", "judgments.csv"]);
    }

    [Fact]
    public void Words_come_back_as_they_were_in_any_script()
    {
        _program.Set("learners", "given_name", "Zoë 名前 😀", "ada").Set("evidence", "work", "Ένα δέντρο", "1");

        _cairn.Apply(_program);

        using var db = _cairn.Open().Open();
        db.Learners.Single(one => one.Username == "ada").GivenName.ShouldBe("Zoë 名前 😀");
        db.EvidenceTexts.Count(one => one.Title == "Ένα δέντρο").ShouldBe(1);
    }

    public void Dispose() => _cairn.Dispose();
}
