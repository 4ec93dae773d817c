namespace Cairn.Interop.Csv;

/// <summary>What is wrong with one place in a sheet or a JSON file, and how to mend it.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row, the header being 1; 0 where the whole file is meant. In JSON: the line, where the file is no JSON; else 0.</param>
/// <param name="Column">The column; empty where the whole row is meant. In JSON: the path, such as <c>CFItems[12].fullStatement</c>.</param>
/// <param name="Value">What stands there, cut to 200 characters.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record RowFault(string File, int Row, string Column, string Value, string Rule, string Fix)
{
    /// <summary>A value as a message shows it: cut to 200 characters, never in the middle of one. What cannot be seen, and what turns the
    /// line around, is written as its number, such as [U+202E].</summary>
    public static string Show(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Cut(value.Any(IsUnseen) ? string.Concat(value.Select(one => IsUnseen(one) ? $"[U+{(int)one:X4}]" : one.ToString())) : value);
    }

    private static string Cut(string value) => value.Length <= 200 ? value : value[..(char.IsHighSurrogate(value[199]) ? 199 : 200)] + "…";

    // Control characters, and those that only say how others are written. Joiners are left: some scripts need them.
    private static bool IsUnseen(char one) => char.IsControl(one) || one is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
