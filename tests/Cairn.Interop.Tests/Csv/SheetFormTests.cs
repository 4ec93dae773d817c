using System.Text;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

/// <summary>What a file may look like: line ends, quotes, byte order mark, blank rows.</summary>
public sealed class SheetFormTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string newline) => new ProgramBuilder().WithNewline(newline).ReadGood().Judgments.Count.ShouldBe(3);

    [Fact]
    public void The_last_line_needs_no_end() => new ProgramBuilder().Rewrite("areas.csv", text => text.TrimEnd('\n')).ReadGood().Areas.Count.ShouldBe(2);

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_column() => new ProgramBuilder().Rewrite("areas.csv", text => "\uFEFF" + text).ReadGood().Areas.Count.ShouldBe(2);

    [Fact]
    public void A_byte_order_mark_before_a_quoted_header_is_not_a_stray_quote() =>
        new ProgramBuilder().With("areas.csv", "\uFEFF\"code\",\"title\",\"status\"\n\"ART\",\"Art\",\"\"\n").ReadGood().Areas.Count.ShouldBe(1);

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks()
    {
        var statement = "I say \"yes\", and\r\nthen\nno";

        new ProgramBuilder().Set("competencies.csv", 2, "statement", statement).ReadGood().Competencies[0].Statement.ShouldBe(statement);
    }

    [Fact]
    public void A_row_with_line_breaks_inside_is_one_row_as_in_a_spreadsheet()
    {
        var error = new ProgramBuilder().Set("competencies.csv", 2, "statement", "one\ntwo\nthree").Set("competencies.csv", 3, "status", "x").ReadOneError();

        error.Row.ShouldBe(3);
    }

    [Fact]
    public void A_blank_row_counts_as_a_row_and_says_nothing()
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text.Replace("MUS", "\n\nMUS", StringComparison.Ordinal).Replace("archived", "x", StringComparison.Ordinal)).ReadOneError();

        (error.Row, error.Column).ShouldBe((5, "status"));
    }

    [Fact]
    public void A_row_of_commas_only_is_a_blank_row_as_spreadsheets_leave_them() =>
        new ProgramBuilder().Rewrite("areas.csv", text => text + ",,\n , ,\n,,\n").ReadGood().Areas.Count.ShouldBe(2);

    [Theory]
    [InlineData("ART", 1)]
    [InlineData("ART,Art", 2)]
    [InlineData("ART,Art,active,x", 4)]
    [InlineData("ART,Art,active,", 4)]
    public void A_row_has_as_many_fields_as_the_header(string row, int count)
    {
        var error = new ProgramBuilder().Rewrite("areas.csv", text => text + row + "\n").ReadOneError();

        (error.File, error.Row, error.Column, error.Value).ShouldBe(("areas.csv", 4, "", row));
        error.Rule.ShouldBe($"a row has as many fields as the header: 3, not {count}");
    }

    [Fact]
    public void An_unknown_column_is_not_read_and_warned_of()
    {
        var warning = new ProgramBuilder().AddColumn("areas.csv", "Color", "red").ReadOneWarning();

        (warning.File, warning.Row, warning.Column, warning.Value).ShouldBe(("areas.csv", 1, "color", "Color"));
    }

    [Fact]
    public void A_column_that_stands_twice_is_one_error()
    {
        var error = new ProgramBuilder().AddColumn("areas.csv", "CODE", "x").ReadOneError();

        (error.File, error.Row, error.Column, error.Value, error.Rule).ShouldBe(("areas.csv", 1, "code", "CODE", "a column is named once"));
    }

    [Fact]
    public void Empty_columns_that_spreadsheets_leave_are_warned_of_once() =>
        new ProgramBuilder().AddColumn("areas.csv", "", "").AddColumn("areas.csv", "", "a note").ReadOneWarning().Rule.ShouldBe("the column is not known and not read");

    [Theory]
    [InlineData("required_0")]
    [InlineData("required_256")]
    [InlineData("required_x")]
    [InlineData("required_-1")]
    [InlineData("required_01")]
    public void A_stage_column_off_the_scale_is_warned_of(string column) => new ProgramBuilder().AddColumn("targets.csv", column, "1").ReadOneWarning().Column.ShouldBe(column);

    [Theory]
    [InlineData("areas.csv", "title")]
    [InlineData("targets.csv", "required_default")]
    [InlineData("judgments.csv", "override")]
    public void A_column_that_is_missing_is_named(string file, string column)
    {
        var error = new ProgramBuilder().RemoveColumn(file, column).ReadOneError();

        (error.File, error.Row, error.Column, error.Rule).ShouldBe((file, 1, column, $"the sheet has a column {column}"));
    }

    [Fact]
    public void A_programme_asks_for_pieces_at_some_stage()
    {
        var error = new ProgramBuilder().RemoveColumn("targets.csv", "required_1").RemoveColumn("targets.csv", "required_2").RemoveColumn("targets.csv", "required_3").ReadOneError();

        error.Rule.ShouldBe("the sheet has a column required_N for each stage N");
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        var faults = new FaultList();
        var builder = new ProgramBuilder();

        ReadProgram.From(file => new Piped(Encoding.UTF8.GetBytes(builder.TextOf(file))), ProgramBuilder.Utc, faults);

        faults.Errors.ShouldBeEmpty();
    }

    private sealed class Piped(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
