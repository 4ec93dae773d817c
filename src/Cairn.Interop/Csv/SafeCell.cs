namespace Cairn.Interop.Csv;

/// <summary>
/// Text for a cell of a spreadsheet that runs nothing. A spreadsheet takes a cell for a formula that begins, after blanks, with one of
/// = + - @ | % or their full-width forms, or that begins with a tab or an end of line (OWASP, CSV Injection). An apostrophe before it keeps it text.
/// </summary>
public static class SafeCell
{
    /// <summary>The text as it is written: one apostrophe more where it would be taken for a formula.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text.AsSpan().TrimStart('\'')) ? "'" + text : text;
    }

    /// <summary>The text that <see cref="Of"/> was given: what is written and read again is the same, to the letter.</summary>
    /// <param name="cell">A cell that was written by <see cref="Of"/>.</param>
    public static string Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith('\'') && IsFormula(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;
    }

    // Spreadsheets pass over blanks, and marks that nobody sees, before the sign that makes a formula.
    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        if (text is ['\t' or '\r' or '\n', ..]) return true;
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]) || text[at] is '\uFEFF' or '\u200B' or '\u200E' or '\u200F')) at++;
        return at < text.Length && text[at] is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠';
    }
}
