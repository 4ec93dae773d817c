using Cairn.App.Cli;
using Cairn.App.Tests.Imports;

namespace Cairn.App.Tests.Cli;

public sealed class ExportVerbTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public ExportVerbTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    [Fact]
    public void There_is_one_row_a_learner_competency_and_stage()
    {
        var file = _cairn.Of("out.csv");

        var ran = _cairn.Run("export", "determinations", "--csv", file);

        ran.Exit.ShouldBe(CommandLine.Done);
        ran.Out.ShouldContain("4 rows");
        File.ReadAllLines(file).ShouldBe(
        [
            "username,competency,stage,baseline,performance_level,growth,progress_percent,missed,completed,required,complete",
            "ada,ART.1,1,1,1.5,0.5,100,0,2,2,true",
            "ada,ART.1,2,1.5,3,1.5,33,0,1,3,false",
            "ben,ART.1,2,,2,,33,0,1,3,false",
            "ben,MUS.1,1,1,,,0,1,0,2,false",
        ]);
    }

    [Fact]
    public void The_sheet_may_go_to_standard_output()
    {
        var ran = _cairn.Run("export", "determinations", "--csv", "-");

        ran.Lines.Length.ShouldBe(5);
        ran.Err.ShouldBeEmpty();
    }

    [Fact]
    public void A_program_is_told_how_many_rows_there_are()
    {
        var json = _cairn.Run("export", "determinations", "--csv", _cairn.Of("out.csv"), "--json").Json;

        (json.GetProperty("rows").GetInt32(), json.GetProperty("file").GetString()).ShouldBe((4, _cairn.Of("out.csv")));
    }

    [Fact]
    public void The_file_has_no_byte_order_mark_and_is_written_over()
    {
        File.WriteAllText(_cairn.Of("out.csv"), new string('x', 10_000));

        _cairn.Run("export", "determinations", "--csv", _cairn.Of("out.csv"));

        var bytes = File.ReadAllBytes(_cairn.Of("out.csv"));
        bytes[0].ShouldBe((byte)'u');
        bytes.ShouldNotContain((byte)'x');
    }

    [Fact]
    public void A_username_that_a_spreadsheet_would_run_stays_text()
    {
        _program.Set("learners", "username", "=1+1", "ada").Set("stages", "username", "=1+1", "ada").Set("evidence", "username", "=1+1", "1").Set("evidence", "username", "=1+1", "10");
        _cairn.Apply(_program);

        _cairn.Run("export", "determinations", "--csv", "-").Out.ShouldContain("'=1+1,ART.1,1");
    }

    [Fact]
    public void An_empty_district_has_the_header_only()
    {
        using var empty = new Installation();

        empty.Run("export", "determinations", "--csv", "-").Lines.Length.ShouldBe(1);
    }

    public void Dispose() => _cairn.Dispose();
}
