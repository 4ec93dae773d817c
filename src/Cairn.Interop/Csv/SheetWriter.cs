using System.Globalization;

namespace Cairn.Interop.Csv;

/// <summary>
/// Writes a sheet, row by row (RFC 4180, lines end in CR LF). Every sheet of ours is written by it: text goes through
/// <see cref="SafeCell"/>, so that nothing that somebody typed is run by a spreadsheet. Numbers are ours and stay numbers.
/// </summary>
/// <param name="to">Where it is written to; it stays open.</param>
/// <param name="isQuoted">Is every text in quotes, and not only those that need them?</param>
public sealed class SheetWriter(TextWriter to, bool isQuoted = false)
{
    private bool _isBegun;

    /// <summary>Writes the row of the columns' names, which are ours.</summary>
    /// <param name="names">The names.</param>
    public void Head(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        to.Write(string.Join(",", names));
        to.Write("\r\n");
    }

    /// <summary>Writes a cell of text; an empty one for null.</summary>
    /// <param name="text">Whatever somebody wrote.</param>
    public SheetWriter Text(string? text) => Write(SafeCell.Of(text ?? ""), isQuoted);

    /// <summary>Writes a number without idle zeros, at most ten decimals; an empty cell for null.</summary>
    /// <param name="number">The number.</param>
    public SheetWriter Number(decimal? number) => Write(number?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes a whole number; an empty cell for null.</summary>
    /// <param name="number">The number.</param>
    public SheetWriter Whole(long? number) => Write(number?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>Writes true or false.</summary>
    /// <param name="isSo">Which of them.</param>
    public SheetWriter Flag(bool isSo) => Write(isSo ? "true" : "false");

    /// <summary>Writes what is ours and no text: an id, a day, a moment.</summary>
    /// <param name="plain">As it is written.</param>
    public SheetWriter Own(string plain) => Write(plain);

    /// <summary>Ends the row.</summary>
    public void End()
    {
        to.Write("\r\n");
        _isBegun = false;
    }

    private SheetWriter Write(string cell, bool inQuotes = false)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (_isBegun) to.Write(',');
        _isBegun = true;
        var needsQuotes = inQuotes || cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '));
        to.Write(needsQuotes ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        return this;
    }
}
