using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cairn.App.Tests.Web;

/// <summary>A grid as it came, read as XML: what is not well formed, or was not encoded, cannot be read at all.</summary>
internal sealed partial class GridPage
{
    private readonly XElement _table;

    private GridPage(XElement table) => _table = table;

    /// <summary>Codes of the columns, in order.</summary>
    public IReadOnlyList<string> Codes => [.. Heads.Select(one => one.Attribute("data-code")!.Value)];

    public IReadOnlyList<XElement> Heads => [.. _table.Descendants("th").Where(one => one.Attribute("data-code") is not null)];

    public IReadOnlyList<XElement> Rows => [.. _table.Element("tbody")!.Elements("tr")];

    public IReadOnlyList<string> Names => [.. Rows.Select(row => row.Element("th")!.Element("a")!.Value)];

    public int RowCount => (int)_table.Attribute("aria-rowcount")!;

    public static GridPage Of(Answer answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return new GridPage(XElement.Parse(Table().Match(answer.Body) is { Success: true } found ? found.Value : throw new InvalidOperationException("There is no table.")));
    }

    public IReadOnlyList<XElement> CellsOf(string name) => [.. Rows.Single(row => row.Element("th")!.Element("a")!.Value == name).Elements("td")];

    public XElement Cell(string name, string code) => CellsOf(name)[Codes.ToList().IndexOf(code)];

    /// <summary>A cell as it is read out.</summary>
    public string Said(string name, string code) => string.Concat(Cell(name, code).DescendantNodes().OfType<XText>().Where(one => one.Ancestors("s").All(around => around.Attribute("aria-hidden") is null)).Select(one => one.Value));

    /// <summary>How many learners a heading's bar counts, by the words beside their number.</summary>
    public IReadOnlyDictionary<string, int> Counts(string code) => Heads.Single(one => one.Attribute("data-code")!.Value == code).Element("svg")!.Attribute("aria-label")!.Value
        .Split(", ").Select(part => part.Split(": ")).ToDictionary(part => part[0], part => int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [GeneratedRegex("<table.*</table>", RegexOptions.Singleline, 5000)]
    private static partial Regex Table();
}
