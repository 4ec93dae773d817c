namespace Cairn.House.Tests;

/// <summary>Counts of learners' rows for readers who do not see the rows go through SmallCell, and through nothing else.</summary>
public sealed class CountsForOthers
{
    /// <summary>Where counts are shown to somebody who sees every row that is counted: whoever leads the district, or their own learners.</summary>
    private static readonly (string Counts, string[] Readers)[] Known =
    [
        ("Cairn.Storage.Queries.JudgmentCounts", ["Cairn.App.Features.Workshop", "Cairn.App.Features.Imports", "Cairn.App.Cli"]),
        ("Cairn.App.Features.Imports.RosterCounts", ["Cairn.App.Features.Imports", "Cairn.App.Cli"]),
        ("Cairn.App.Ui.Kit.ClassBar", ["Cairn.App.Features.Learners", "Cairn.App.Features.Grids"]),
        ("Cairn.App.Features.Grids.ColumnHead", ["Cairn.App.Features.Grids"]),
    ];

    [Fact]
    public void Counts_without_names_are_read_where_every_row_is_seen() => (
        from known in Known
        from use in Code.App.Uses
        where use.Used.FullName == known.Counts && !known.Readers.Any(reader => Code.SpaceOf(use.User).StartsWith(reader, StringComparison.Ordinal)) && !Code.SpaceOf(use.User).StartsWith("Cairn.App.Ui.Kit", StringComparison.Ordinal)
        select $"{Tree.FileOf(use.User.FullName)} uses {use.Used.Name}")
        .ShouldBeNone("hand the counts to SmallCell.Publish first, and add the reader here only where they see every row that is counted.");

    [Fact]
    public void What_counts_for_others_is_on_the_list() => (
        from code in new[] { Code.Storage, Code.App }
        from type in code.Types
        where type.Name.EndsWith("Counts", StringComparison.Ordinal) && Known.All(one => one.Counts != type.FullName)
        select $"{Tree.FileOf(type.FullName)} declares {type.Name}")
        .ShouldBeNone("say in CountsForOthers who reads it, and pass it through SmallCell.Publish where they do not see the rows.");
}
