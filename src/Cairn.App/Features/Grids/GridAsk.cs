using System.Globalization;
using Cairn.App.Ui.Words;

namespace Cairn.App.Features.Grids;

/// <summary>In what order learners stand. Nobody is ranked: there is no order by level.</summary>
internal enum GridOrder
{
    /// <summary>By given name.</summary>
    Given,

    /// <summary>By family name.</summary>
    Family,

    /// <summary>By age, the youngest first.</summary>
    Age,

    /// <summary>By when something new was last recorded, the longest ago first.</summary>
    Seen,
}

/// <summary>What is asked of the grid, as it stands in the address. What cannot be read is as if it were not there.</summary>
/// <param name="Group">The group or school; null for everybody the reader works with.</param>
/// <param name="Framework">The framework's code; empty for the first.</param>
/// <param name="Area">The area's code; empty for all areas of learning.</param>
/// <param name="Stage">The stage; null for the highest that is open.</param>
/// <param name="Q">A part of a name.</param>
/// <param name="On">The last day whose showings count; null for today.</param>
/// <param name="IsHiding">Are competencies without results left out?</param>
/// <param name="Order">In what order.</param>
/// <param name="HasLinks">Is every cell a link? Without scripts it is asked for.</param>
internal sealed record GridAsk(Guid? Group, string Framework, string Area, int? Stage, string Q, DateOnly? On, bool IsHiding, GridOrder Order, bool HasLinks)
{
    private const string Day = "yyyy-MM-dd";

    // Before it nobody had shown anything.
    private static readonly DateOnly Earliest = new(1901, 1, 1);

    public static GridAsk Of(IQueryCollection query, DateOnly today) => new(
        Guid.TryParse(One(query, "group"), out var group) ? group : null,
        One(query, "framework"), One(query, "area"),
        int.TryParse(One(query, "stage"), NumberStyles.None, CultureInfo.InvariantCulture, out var stage) && stage is > 0 and < 256 ? stage : null,
        NameSearch.Tidy(One(query, "q")),
        DateOnly.TryParseExact(One(query, "on"), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on < today ? on < Earliest ? Earliest : on : null,
        One(query, "hide").Length > 0,
        Enum.TryParse<GridOrder>(One(query, "sort"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : GridOrder.Given,
        One(query, "links").Length > 0);

    /// <summary>A whole number from 1 in the address; 1 where there is none.</summary>
    public static int Whole(IQueryCollection query, string name) =>
        int.TryParse(One(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;

    /// <summary>The filters by their names in the address; what is not asked for is left out.</summary>
    public IReadOnlyDictionary<string, string> Named() => new (string Name, string? Value)[]
    {
        ("group", Group?.ToString("N")), ("framework", Framework), ("area", Area), ("stage", Stage?.ToString(CultureInfo.InvariantCulture)), ("q", Q),
        ("on", On?.ToString(Day, CultureInfo.InvariantCulture)), ("hide", IsHiding ? "1" : ""), ("sort", Order == GridOrder.Given ? "" : Order.ToString()), ("links", HasLinks ? "1" : ""),
    }.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Name, one => one.Value!, StringComparer.Ordinal);

    /// <summary>The part of an address from the question mark on.</summary>
    public string Query(int page = 1)
    {
        var parts = Named().Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}");
        var all = string.Join('&', page == 1 ? parts : parts.Append(string.Create(CultureInfo.InvariantCulture, $"page={page}")));
        return all.Length == 0 ? "" : "?" + all;
    }

    private static string One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) ? values[0] ?? "" : "";
}
