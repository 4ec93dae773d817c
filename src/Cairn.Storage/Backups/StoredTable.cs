namespace Cairn.Storage.Backups;

/// <summary>A table as a backup sees it: by the database's own catalog, so that no table is ever forgotten.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns by name, in the order of the alphabet, each with the engine's type.</param>
/// <param name="Key">The columns of its key, in the key's order; every column where it has none.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Key)
{
    // Which migrations a database has is said by the manifest, and by the schema that is made anew: tables of the tool are no record.
    private const string OfTheTool = "__EF";

    // Who is signed in, and answers that are kept for a retry: of the moment, and not to be brought back with a record.
    private static readonly HashSet<string> OfTheMoment = new(StringComparer.Ordinal) { "sessions", "kept_answers" };

    /// <summary>A table of rows (table, column, type, place in the key or 0) as tables.</summary>
    public static IReadOnlyList<StoredTable> Of(IEnumerable<(string Table, string Column, string Type, int InKey)> columns) =>
    [
        .. columns.Where(one => !one.Table.StartsWith(OfTheTool, StringComparison.Ordinal) && !OfTheMoment.Contains(one.Table)).GroupBy(one => one.Table, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal).Select(table =>
        {
            List<StoredColumn> all = [.. table.OrderBy(one => one.Column, StringComparer.Ordinal).Select(one => new StoredColumn(one.Column, one.Type))];
            List<string> key = [.. table.Where(one => one.InKey > 0).OrderBy(one => one.InKey).Select(one => one.Column)];
            return new StoredTable(table.Key, all, key.Count > 0 ? key : [.. all.Select(one => one.Name)]);
        }),
    ];

    /// <summary>A name as SQL writes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the engine calls it.</param>
internal sealed record StoredColumn(string Name, string Type);
