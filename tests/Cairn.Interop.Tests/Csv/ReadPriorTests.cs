using System.Text;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Tests.Csv;

/// <summary>Transcripts of other schools, from a sheet.</summary>
public sealed class ReadPriorTests
{
    [Fact]
    public void A_line_is_read_with_whatever_of_it_is_there()
    {
        var (rows, faults) = Read("Title,Code,Grade,Credit,Ended\n Algebra II ,MA-2,B+,1,2026-01-31\n\"Band, marching\",,,0.5,\nChemistry,,88,\"0,25\",\n");

        faults.Errors.ShouldBeEmpty();
        rows.ShouldBe([new("Algebra II", "MA-2", "B+", 100, new DateOnly(2026, 1, 31)), new("Band, marching", "", "", 50, null), new("Chemistry", "", "88", 25, null)]);
    }

    [Theory]
    [InlineData("title,credit\n,1\n", 2, "title")]
    [InlineData("title,credit\nA,one\n", 2, "credit")]
    [InlineData("title,credit\nA,-1\n", 2, "credit")]
    [InlineData("title,credit\nA,11\n", 2, "credit")]
    [InlineData("title,credit\nA,0.125\n", 2, "credit")]
    [InlineData("title,credit,ended\nA,1,31.1.2026\n", 2, "ended")]
    [InlineData("title,credit,ended\nA,1,1066-01-01\n", 2, "ended")]
    [InlineData("title\nA\n", 1, "credit")]
    public void What_breaks_a_rule_is_named_with_its_place(string sheet, int row, string column)
    {
        var (rows, faults) = Read(sheet);

        rows.ShouldBeEmpty();
        var fault = faults.Errors.ShouldHaveSingleItem();
        (fault.Row, fault.Column, fault.Fix.Length > 0).ShouldBe((row, column, true));
    }

    [Fact]
    public void A_row_that_is_wrong_does_not_keep_the_others_out()
    {
        var (rows, faults) = Read("title,credit\nA,1\nB,x\nC,0\n");

        rows.Select(one => one.Title).ShouldBe(["A", "C"]);
        faults.Errors.Count.ShouldBe(1);
    }

    [Fact]
    public void A_sheet_without_a_line_says_so() => Read("title,credit\n").Faults.Errors.ShouldHaveSingleItem();

    [Fact]
    public void More_lines_than_a_transcript_has_are_refused_once()
    {
        var (rows, faults) = Read("title,credit\n" + string.Concat(Enumerable.Repeat("A,1\n", 200)));

        (rows.Count, faults.Errors.Count > 0).ShouldBe((ReadPrior.Most, true));
    }

    private static (IReadOnlyList<PriorRow> Rows, FaultList Faults) Read(string sheet)
    {
        var faults = new FaultList();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(sheet));
        return (ReadPrior.From(stream, "transcript.csv", faults), faults);
    }
}
