using System.Globalization;
using System.Text;
using Cairn.Interop.Csv;
using CsCheck;
using CsvHelper;

namespace Cairn.Interop.Tests.Csv;

/// <summary>What somebody typed is never run by a spreadsheet, and is read again as it was.</summary>
[Trait("Abuse", "L10")]
public sealed class SafeCellTests
{
    public static TheoryData<string> Formulas =>
    [
        "=1+1", "=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\u00A0=1", "\uFEFF=1", "\u200B@x", "|calc", "%0A=1", "＝1", "＋1", "－1", "＠x", "'=1", "''+1", "\"=1", "=HYPERLINK(\"https://evil.example\",\"x\")", "\u0000=1", "\u3000=1",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Every_writer_writes_it_as_text(string text)
    {
        foreach (var cell in Written(text))
        {
            // A quotation mark before it makes it text by itself.
            if (text[0] != '"') cell.ShouldStartWith("'");
            SafeCell.Read(cell).ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("O'Brien")]
    [InlineData("'Iolani")]
    [InlineData("a=b")]
    [InlineData("")]
    [InlineData("3-4")]
    [InlineData("Zoë, the \"artist\"\r\nand more")]
    public void What_is_no_formula_is_written_as_it_is(string text) => Written(text).ShouldAllBe(cell => cell == text);

    [Fact]
    public void Whatever_is_written_is_read_again_to_the_letter_and_begins_no_formula() => Gen.String[Gen.Char["=+-@|%'\" \t\r\n,;ab1＝\u00A0\uFEFF"], 0, 12].Sample(text =>
    {
        var cell = SafeCell.Of(text);
        SafeCell.Read(cell).ShouldBe(text);
        if (cell != text) cell.ShouldBe("'" + text);
        (cell.TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '|' or '%').ShouldBeFalse();
        Written(text).ShouldAllBe(one => SafeCell.Read(one) == text);
    });

    [Fact]
    public void A_number_of_ours_stays_a_number()
    {
        using var to = new StringWriter();
        new SheetWriter(to).Number(-0.70m).Whole(-3).Number(null).Flag(true).End();
        to.ToString().ShouldBe("-0.7,-3,,true\r\n");
    }

    // The cell as each sheet of ours holds it, read by another's reader.
    private static IEnumerable<string> Written(string text)
    {
        using var determinations = new StringWriter();
        DeterminationsSheet.Write(determinations, [new DeterminationRow(text, text, 9, 8.5m, 9.3m, -0.7m, 33, 2, 4, 12, false)]);
        var fault = new RowFault(text, 3, text, text, text, text);
        var faults = Encoding.UTF8.GetString(FaultsSheet.Of([(true, fault)]));
        using var table = new StringWriter();
        TableSheet.Write(table, ["text", "number"], [[text, -1.5m]]);
        return Cells(table.ToString(), "text").Concat(Cells(determinations.ToString(), "username", "competency")).Concat(Cells(faults, "file", "column", "value", "rule", "fix"));
    }

    private static List<string> Cells(string sheet, params string[] columns)
    {
        using var csv = new CsvReader(new StringReader(sheet), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        csv.Read();
        return [.. columns.Select(column => csv.GetField(column)!)];
    }
}
