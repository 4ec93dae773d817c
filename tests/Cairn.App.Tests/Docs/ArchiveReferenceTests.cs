using Cairn.App.Features.Archives;
using Cairn.App.Tests.Privacy;
using Cairn.Storage.Privacy;

namespace Cairn.App.Tests.Docs;

/// <summary>The reference of the archive names every table and every column that there is.</summary>
public sealed class ArchiveReferenceTests
{
    private static readonly Dictionary<string, string> Rows = Page().Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).GroupBy(cells => cells[1], StringComparer.Ordinal).ToDictionary(some => some.Key, some => some.First()[2], StringComparer.Ordinal);

    [Fact]
    public async Task Every_table_of_a_learner_is_there_with_its_columns()
    {
        await using var family = await Family.Make();
        using var db = family.District.Open();

        var contents = MakeArchive.Contents(family.Making(), HeldRows.Of(db, Family.Scope(db), family.Ada)!);

        foreach (var table in contents.Tables)
        {
            Rows.ShouldContainKey(table.Name);
            Rows[table.Name].ShouldBe(string.Join(' ', table.Columns), table.Name);
        }
    }

    private static string Page()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return File.ReadAllText(Path.Combine(at, "docs", "reference", "archive.md"));
    }
}
