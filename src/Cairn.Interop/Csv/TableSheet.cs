using System.Globalization;

namespace Cairn.Interop.Csv;

/// <summary>Writes any table as a sheet (UTF-8, RFC 4180), for whoever opens it in a spreadsheet.</summary>
public static class TableSheet
{
    /// <summary>Writes the header and the rows.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The rows: texts, numbers, ids, yes or no, days and moments (UTC); null is an empty cell. A text that a
    /// spreadsheet would take for a formula begins with an apostrophe.</param>
    /// <exception cref="NotSupportedException">A cell holds something else.</exception>
    public static void Write(TextWriter to, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(rows);
        var sheet = new SheetWriter(to, isQuoted: true);
        sheet.Head(columns);
        foreach (var row in rows)
        {
            foreach (var cell in row) _ = cell is string text ? sheet.Text(text) : sheet.Own(Plain(cell));
            sheet.End();
        }
    }

    /// <summary>A value that is no text, as it is written: the same in every language.</summary>
    /// <param name="value">A number, an id, yes or no, a day or a moment in UTC; null is nothing.</param>
    /// <exception cref="NotSupportedException">It is something else.</exception>
    public static string Plain(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new NotSupportedException($"A sheet does not know {value.GetType().Name}."),
    };
}
