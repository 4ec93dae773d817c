using System.Text.RegularExpressions;

namespace Cairn.House.Tests;

/// <summary>Every sheet of ours is written by the one writer, which runs nothing that somebody typed.</summary>
public sealed partial class SheetsOfOurs
{
    [Fact]
    public void No_other_writer_of_sheets_is_used() => (
        from code in Code.All
        from use in code.Uses
        where use.Used.FullName is "CsvHelper.CsvWriter" or "CsvHelper.IWriter" or "CsvHelper.Factory"
        select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.FullName}")
        .ShouldBeNone("write rows with Cairn.Interop.Csv.SheetWriter: text through Text, our own numbers through Number and Whole.");

    [Fact]
    public void Nobody_puts_a_row_together_by_hand() => (
        from file in Tree.HandWritten("src")
        where file.Path != "src/Cairn.Interop/Csv/SheetWriter.cs"
        from line in file.Code.Split('\n')
        where Row().IsMatch(line)
        select $"{file.Path}: {line.Trim()}")
        .ShouldBeNone("write rows with Cairn.Interop.Csv.SheetWriter.");

    // Cells joined by a bare comma into a line that ends as a sheet's does.
    [GeneratedRegex("""(AppendJoin|Join)\(("|')[,;\\t]+("|').*\\r\\n""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
