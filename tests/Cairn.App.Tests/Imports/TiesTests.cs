using Cairn.App.Tests.Cli;

namespace Cairn.App.Tests.Imports;

/// <summary>Pieces of one day keep the order of their keys, however often a row is corrected.</summary>
public sealed class TiesTests : IDisposable
{
    private readonly Installation _cairn = new();
    private readonly ProgramFolder _program;

    public TiesTests()
    {
        _program = new ProgramFolder(_cairn.Of("program"));
        _cairn.Apply(_program);
    }

    [Fact]
    public void A_correction_of_words_changes_no_growth_where_two_pieces_share_a_day()
    {
        // Given two pieces of one day, the lower first: growth is told from the first.
        _program.Add("evidence", "21,ada,2026-03-01,project,Fair,,First,,").Add("evidence", "22,ada,2026-03-01,project,Fair,,Second,,")
            .Add("judgments", "21,21,ART.1.b,2,1,0").Add("judgments", "22,22,ART.1.b,2,2,0");
        _cairn.Apply(_program);
        var before = Rows();

        _program.Set("evidence", "comment", "Now with a comment", "21");
        _cairn.Apply(_program);

        Rows().ShouldBe(before);
    }

    [Fact]
    public void A_row_that_comes_later_under_a_lower_key_stands_where_its_key_says()
    {
        _program.Add("evidence", "30,ada,2026-03-01,project,Fair,,Second,,").Add("judgments", "30,30,ART.1.b,2,2,0");
        _cairn.Apply(_program);
        _program.Add("evidence", "29,ada,2026-03-01,project,Fair,,First,,").Add("judgments", "29,29,ART.1.b,2,1,0");
        _cairn.Apply(_program);

        using var again = new Installation();
        again.Apply(_program);
        Rows().ShouldBe(again.Run("export", "determinations", "--csv", "-").Out);
    }

    public void Dispose() => _cairn.Dispose();

    private string Rows() => _cairn.Run("export", "determinations", "--csv", "-").Out;
}
