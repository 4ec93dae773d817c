using System.Globalization;
using System.Text.Json;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Which columns of a row are not as its entries left them: those that an entry said something of, compared with what stands there.</summary>
internal static class ThingColumns
{
    /// <summary>The columns; none where no entry says anything of those that were altered.</summary>
    public static IReadOnlyList<string> Of(Engine engine, Db db, int kind, Guid row)
    {
        var type = JournalKinds.All.First(one => one.Number == kind).Type;
        var said = Said(engine, db, kind, row);
        if (said.Count == 0) return [];
        var bytes = RowBytes.Of(db, type);
        using var command = TableReading.Command(db, $"SELECT {string.Join(", ", bytes.Names.Select(one => $"\"{one}\""))} FROM \"{RowPass.TableOf(db, kind)}\"");
        using var reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        while (rows.Next())
            if (TableReading.Try<Guid?>(() => bytes.IdOf(rows)) == row)
                return [.. bytes.Names.Where((name, at) => said.TryGetValue(name, out var was) && was != JournalWords.Secret && bytes.Said(rows, at) is { } now && now != was)];
        return [];
    }

    // What the entries say in their order: the last word on a column holds.
    private static Dictionary<string, string> Said(Engine engine, Db db, int kind, Guid row)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = TableReading.Command(db, "SELECT p.words FROM journal j JOIN journal_payloads p ON p.\"index\" = j.\"index\" WHERE j.kind = @kind AND j.\"row\" = @row AND j.act = 2 ORDER BY j.\"index\"");
        TableReading.Add(command, "@kind", kind);
        TableReading.Add(command, "@row", engine.Stored(row));
        using var reader = command.ExecuteReader();
        var rows = engine.Reader(reader);
        while (rows.Next())
        {
            if (rows.Bytes(0) is not { Length: > 0 } words) continue;
            using var json = JsonDocument.Parse(words);
            if (!json.RootElement.TryGetProperty("is", out var now)) continue;
            foreach (var one in now.EnumerateObject()) said[one.Name] = one.Value.ToString();
        }

        return said;
    }
}
