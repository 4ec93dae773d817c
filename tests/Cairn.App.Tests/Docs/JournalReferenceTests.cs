using Cairn.App.Access;

namespace Cairn.App.Tests.Docs;

/// <summary>The reference of the journal lists every reason of a refusal.</summary>
public sealed class JournalReferenceTests
{
    [Fact]
    public void Every_reason_of_a_refusal_is_listed_once()
    {
        var listed = Rows().Where(row => Enum.GetNames<RefusedWhy>().Contains(row, StringComparer.Ordinal)).ToList();
        listed.ShouldBe(Enum.GetNames<RefusedWhy>(), ignoreOrder: true);
    }

    private static IEnumerable<string> Rows()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Cairn.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return File.ReadLines(Path.Combine(folder, "docs", "reference", "journal.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
    }
}
