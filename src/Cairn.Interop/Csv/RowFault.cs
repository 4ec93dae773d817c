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
    /// <summary>A value as a message shows it: cut to 200 characters, never in the middle of one.</summary>
    public static string Show(string value) => value.Length <= 200 ? value : value[..(char.IsHighSurrogate(value[199]) ? 199 : 200)] + "…";
}
