using System.Globalization;
using System.Text;

namespace Cairn.Interop.Csv;

/// <summary>Faults as a sheet, for whoever mends the files.</summary>
public static class FaultsSheet
{
    /// <summary>The sheet: UTF-8, RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    /// <param name="faults">Each fault, and whether it is an error or only odd.</param>
    public static byte[] Of(IEnumerable<(bool IsError, RowFault Fault)> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var text = new StringBuilder("kind,file,row,column,value,rule,fix\r\n");
        foreach (var (isError, one) in faults)
        {
            string[] cells = [isError ? "error" : "warning", one.File, one.Row > 0 ? one.Row.ToString(CultureInfo.InvariantCulture) : "", one.Column, one.Value, one.Rule, one.Fix];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Quoted, every one: a value may hold commas, quotes and ends of lines.
    internal static string Cell(string value) => $"\"{(IsFormula(value) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Spreadsheets pass over blanks before the sign that makes a formula.
    private static bool IsFormula(string value) => value.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '|' or '%' || value is ['\t' or '\r' or '\n', ..];
}
