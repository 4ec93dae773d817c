using System.Text;

namespace Cairn.Interop.Case;

/// <summary>Circles of isChildOf are refused; circles of precedes, unknown types, ends outside, several parents and none are warned of.</summary>
internal static class CheckAssociations
{
    private const int MostCircles = 20;
    private const int MostNamed = 8;

    /// <summary>Checks what associations bind.</summary>
    public static void In(CasePackage package, CaseFaults faults)
    {
        var edges = new CaseEdges(package);
        var inside = Inside(package);
        for (var at = 0; at < package.Associations.Count; at++)
        {
            var (one, place) = (package.Associations[at], Place(at));
            if (!CaseAssociationType.IsKnown(one.Type))
                faults.Warn(place.Field("associationType"), one.Type, "an association's type is one of CASE 1.1, or begins with ext:", "it is kept as a text, and binds nothing here");
            if (!inside.Contains(edges.IdOf(one.Origin))) Outside(place.Field("originNodeURI"), one.Origin, "origin", faults);
            if (!inside.Contains(edges.IdOf(one.Destination))) Outside(place.Field("destinationNodeURI"), one.Destination, "destination", faults);
        }

        var children = edges.OfChildren(edge => faults.Warn(Place(edge.At), edge.Child, "an item is a child of the same parent once", "the first such association counts; all are kept"));
        foreach (var circle in CaseCycles.Find(children, MostCircles))
            faults.Error(Place(circle[^1].At), Say(circle, one => one), "isChildOf goes in no circle", "take one of these associations out");
        var names = Names(package);
        foreach (var circle in CaseCycles.Find(edges.Of(CaseAssociationType.Precedes), MostCircles))
            faults.Warn(Place(circle[^1].At), Say(circle, one => names.GetValueOrDefault(one, one)), "precedes goes in no circle: nobody could begin there", "it is kept; take one of these associations out, or turn it round");
        Parents(package, children, faults);
    }

    private static void Parents(CasePackage package, List<CaseEdge> children, CaseFaults faults)
    {
        var nodes = package.Items.Select(one => one.Identifier).Append(package.Document.Identifier).ToHashSet(CaseIds.Same);
        var parents = children.Where(edge => nodes.Contains(edge.Parent)).ToLookup(edge => edge.Child, CaseIds.Same);
        var seen = new HashSet<string>(CaseIds.Same);
        for (var at = 0; at < package.Items.Count; at++)
        {
            var item = package.Items[at];
            if (!seen.Add(item.Identifier)) continue;
            var above = parents[item.Identifier].ToList();
            if (above.Count == 0) faults.Warn(CasePlace.Root.One("CFItems", at), item.Identifier, "an item is a child of the document or of an item of the package", "it is read as a child of the document");
            foreach (var more in above.Skip(1))
                faults.Warn(Place(more.At), item.Identifier, "an item has one parent", $"it is read under the parent of CFAssociations[{above[0].At}]; this one is kept as an association");
        }
    }

    private static HashSet<string> Inside(CasePackage package) => package.Items.Select(one => one.Identifier)
        .Concat(package.Definitions.All.Select(one => one.Identifier))
        .Concat(package.Rubrics.Select(one => one.Identifier))
        .Concat(package.Rubrics.SelectMany(one => one.Criteria).SelectMany(one => one.Levels.Select(level => level.Identifier).Prepend(one.Identifier)))
        .Where(one => one.Length > 0).Append(package.Document.Identifier).ToHashSet(CaseIds.Same);

    private static void Outside(CasePlace place, CaseLink end, string which, CaseFaults faults) => faults.Warn(
        place, end.Identifier ?? end.Uri ?? "", $"the {which} of an association is in the package", "it is kept, and bound once the other framework is here");

    private static string Say(IReadOnlyList<CaseEdge> circle, Func<string, string> name)
    {
        var text = new StringBuilder();
        foreach (var edge in circle.Take(MostNamed)) text.Append(name(edge.Child)).Append(" > ");
        return text.Append(circle.Count > MostNamed ? "… > " : "").Append(name(circle[^1].Parent)).ToString();
    }

    // By the code that people use, else by the statement.
    private static Dictionary<string, string> Names(CasePackage package)
    {
        var names = new Dictionary<string, string>(CaseIds.Same);
        foreach (var one in package.Items) names.TryAdd(one.Identifier, string.IsNullOrWhiteSpace(one.HumanCodingScheme) ? FromPackage.ShortTitle(one) : one.HumanCodingScheme.Trim());
        return names;
    }

    private static CasePlace Place(int at) => CasePlace.Root.One("CFAssociations", at);
}
