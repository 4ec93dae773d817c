using System.Globalization;

namespace Cairn.Interop.Csv;

/// <summary>A row of a framework's sheet.</summary>
/// <param name="Kind">"area", "habits" (an area of work habits), "competency" or "target".</param>
/// <param name="Code">Its code, unique in the sheet without case.</param>
/// <param name="Parent">The code of what it stands under; empty for areas.</param>
/// <param name="Title">Its title.</param>
/// <param name="Statement">The statement, in the learner's voice.</param>
/// <param name="Official">The official wording; empty where the statement is it.</param>
/// <param name="Family">The statement for families.</param>
/// <param name="Pieces">Pieces of evidence asked for, 0 to 100; null where the sheet does not say.</param>
/// <param name="IsPriority">Is it a priority? Null where the sheet does not say.</param>
/// <param name="IsActive">Is it in use?</param>
/// <param name="Levels">Words for levels, by number.</param>
public sealed record FrameworkRow(
    string Kind, string Code, string Parent, string Title, string Statement, string Official, string Family, int? Pieces, bool? IsPriority, bool IsActive,
    IReadOnlyDictionary<decimal, string> Levels);

/// <summary>Reads a framework from one sheet: areas, competencies and targets in their order, each under what it names as its parent.</summary>
public static class ReadFramework
{
    private const string LevelPrefix = "level_";
    private static readonly string[] Needed = ["kind", "code", "parent", "title"];
    private static readonly string[] More = ["statement", "official", "family", "pieces", "priority", "status"];

    /// <summary>Reads the sheet; rows that break a rule are named and left out.</summary>
    public static IReadOnlyList<FrameworkRow> From(Stream csv, string file, FaultList faults)
    {
        var rows = new List<FrameworkRow>();
        var kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        List<(decimal Number, string Column)> levels = [];
        Sheet.Read(file, csv, Needed, name => More.Contains(name, StringComparer.Ordinal) || LevelOf(name) is not null, faults,
            sheet =>
            {
                levels = [.. sheet.Columns.Where(name => LevelOf(name) is not null).Select(name => (LevelOf(name)!.Value, name)).DistinctBy(one => one.Value)];
                foreach (var name in sheet.Columns.Where(name => LevelOf(name) is not null).Except(levels.Select(one => one.Column), StringComparer.Ordinal))
                    faults.Error(file, 1, name, name, "a level has one column", "take one of the two columns out");
            },
            sheet =>
            {
                var cells = new Cells(sheet);
                var kind = sheet["kind"].ToLowerInvariant();
                if (kind is not ("area" or "habits" or "competency" or "target")) cells.Wrong("kind", "kind is area, habits, competency or target", "write one of them");
                var code = cells.Code("code");
                cells.Once("code", kinds.TryAdd(code, kind), $"code is used once in {file}");
                var above = kind switch { "competency" => (string[])["area", "habits"], "target" => ["competency"], _ => [] };
                if (above.Length == 0 && sheet["parent"].Length > 0) cells.Wrong("parent", "an area stands under nothing", "leave the cell empty");
                if (above.Length > 0) cells.Known("parent", kinds.TryGetValue(sheet["parent"], out var is_) && above.Contains(is_, StringComparer.Ordinal), $"the code of {(kind == "target" ? "a competency" : "an area")} above it in {file}");
                if (sheet["title"].Length == 0) cells.Wrong("title", "title is not empty", "write a short title");
                var row = new FrameworkRow(kind, code, sheet["parent"], sheet["title"], sheet["statement"], sheet["official"], sheet["family"],
                    cells.WholeOrNone("pieces", 0, 100, "pieces asked for are a whole number"), sheet["priority"].Length == 0 ? null : cells.Flag("priority", "write 1 for a priority, else 0"), cells.Active("status"),
                    levels.Where(level => sheet[level.Column].Length > 0).ToDictionary(level => level.Number, level => sheet[level.Column]));
                if (row.Levels.Count > 0 && kind != "competency") cells.Wrong(levels[0].Column, "words for levels belong to competencies", "leave the cell empty");
                if (cells.IsGood) rows.Add(row);
            });
        if (rows.Count == 0 && faults.Errors.Count == 0) faults.Error(file, 0, "", "", "a framework has at least one row", "write an area and a competency under it");
        return rows;
    }

    private static decimal? LevelOf(string column) => column.StartsWith(LevelPrefix, StringComparison.Ordinal)
        && decimal.TryParse(column.AsSpan(LevelPrefix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
