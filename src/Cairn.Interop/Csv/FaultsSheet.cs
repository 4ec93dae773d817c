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
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var sheet = new SheetWriter(text, isQuoted: true);
        sheet.Head("kind", "file", "row", "column", "value", "rule", "fix");
        foreach (var (isError, one) in faults)
            sheet.Text(isError ? "error" : "warning").Text(one.File).Text(one.Row > 0 ? one.Row.ToString(CultureInfo.InvariantCulture) : "").Text(one.Column).Text(one.Value).Text(one.Rule).Text(one.Fix).End();
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
