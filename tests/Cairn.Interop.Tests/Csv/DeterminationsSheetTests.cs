using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

public sealed class DeterminationsSheetTests
{
    private static readonly DeterminationRow Row = new("ada", "ART.1", 9, 8.5m, 9.3m, -0.7m, 33, 2, 4, 12, false);

    [Fact]
    public void The_header_names_the_columns_even_where_there_is_no_row() =>
        Write().ShouldBe("username,competency,stage,baseline,performance_level,growth,progress_percent,missed,completed,required,complete\r\n");

    [Fact]
    public void A_row_says_where_a_learner_stands() => Line(Row).ShouldBe("ada,ART.1,9,8.5,9.3,-0.7,33,2,4,12,false");

    [Fact]
    public void None_is_an_empty_cell_and_a_0_is_a_0() =>
        Line(Row with { Stage = null, Baseline = null, PerformanceLevel = null, Growth = 0m, IsComplete = true }).ShouldBe("ada,ART.1,,,,0,33,2,4,12,true");

    [Theory]
    [InlineData("9.30", "9.3")]
    [InlineData("9.0", "9")]
    [InlineData("3.3333333333", "3.3333333333")]
    public void A_number_has_no_idle_zeros(string level, string written) =>
        Line(Row with { PerformanceLevel = decimal.Parse(level, System.Globalization.CultureInfo.InvariantCulture) }).Split(',')[4].ShouldBe(written);

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tada", "'\tada")]
    [InlineData("a=b", "a=b")]
    [InlineData("'ada", "'ada")]
    public void What_a_spreadsheet_would_run_stays_text(string username, string written)
    {
        Line(Row with { Username = username }).ShouldStartWith(written + ",");
        Line(Row with { Username = "x", Competency = username }).ShouldStartWith("x," + written + ",");
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1,2", "\"'=1,2\"")]
    public void Commas_quotes_and_line_breaks_are_quoted(string username, string written) => Line(Row with { Username = username }).ShouldStartWith(written + ",");

    [Fact]
    public void The_sheet_is_the_same_whatever_the_machine_speaks()
    {
        var here = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Line(Row).ShouldContain("8.5,9.3,-0.7");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = here;
        }
    }

    private static string Line(DeterminationRow row) => Write(row).Split("\r\n", 2)[1].TrimEnd('\r', '\n');

    private static string Write(params DeterminationRow[] rows)
    {
        using var text = new StringWriter();
        DeterminationsSheet.Write(text, rows);
        return text.ToString();
    }
}
