using Cairn.App.Ui.Words;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Grids;

/// <summary>Who is looked for, in the order that is asked for.</summary>
internal static class GridOrdering
{
    public static IReadOnlyList<GridRow> Of(IReadOnlyList<GridRow> rows, GridAsk ask, Words words)
    {
        var search = new NameSearch(ask.Q, words);
        var compare = words.Culture.CompareInfo;
        var options = System.Globalization.CompareOptions.IgnoreCase;
        // A sort key is made once a name; comparing names letter by letter would take longer for a whole district.
        var keyed = rows.Where(row => ask.Q.Length == 0 || search.Finds($"{row.CalledName} {row.FamilyName} {row.Username}"))
            .Select(row => (Row: row, Given: compare.GetSortKey(row.CalledName, options), Family: compare.GetSortKey(row.FamilyName, options)));
        var names = Comparer<System.Globalization.SortKey>.Create(System.Globalization.SortKey.Compare);
        var ordered = ask.Order switch
        {
            GridOrder.Family => keyed.OrderBy(one => one.Family, names).ThenBy(one => one.Given, names),
            GridOrder.Age => keyed.OrderByDescending(one => one.Row.BirthDate ?? DateOnly.MinValue).ThenBy(one => one.Given, names),
            GridOrder.Seen => keyed.OrderBy(one => one.Row.AsOf ?? DateTime.MinValue).ThenBy(one => one.Given, names),
            _ => keyed.OrderBy(one => one.Given, names).ThenBy(one => one.Family, names),
        };
        return [.. ordered.ThenBy(one => one.Row.Username, StringComparer.Ordinal).Select(one => one.Row)];
    }
}
