namespace Cairn.Interop.Case;

/// <summary>"Child isChildOf parent", by identifiers.</summary>
/// <param name="Association">The association that says so.</param>
/// <param name="At">Its place in the package, from 0.</param>
/// <param name="Child">The child's identifier.</param>
/// <param name="Parent">The parent's identifier.</param>
internal sealed record CaseEdge(CaseAssociation Association, int At, string Child, string Parent);

/// <summary>Where associations of a package begin and end. An end without identifier is found by its address.</summary>
internal sealed class CaseEdges
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly CasePackage _package;

    public CaseEdges(CasePackage package)
    {
        _package = package;
        foreach (var one in package.Items.Cast<CaseObject>().Prepend(package.Document))
            if (one.Uri is { } address) _addresses.TryAdd(address, one.Identifier);
    }

    /// <summary>The identifier of an end; its address where nothing in the package has it.</summary>
    public string IdOf(CaseLink end) =>
        !string.IsNullOrWhiteSpace(end.Identifier) ? end.Identifier : _addresses.GetValueOrDefault(end.Uri ?? "") ?? end.Uri ?? "";

    /// <summary>All isChildOf, in the order of the file. Of two with the same ends the first.</summary>
    public List<CaseEdge> OfChildren(Action<CaseEdge>? isRepeated = null) => Of(CaseAssociationType.IsChildOf, isRepeated);

    /// <summary>All of one type from their origin (the child) to their destination (the parent). Of two with the same ends the first.</summary>
    public List<CaseEdge> Of(string type, Action<CaseEdge>? isRepeated = null)
    {
        var seen = new Dictionary<string, HashSet<string>>(CaseIds.Same);
        var edges = new List<CaseEdge>();
        for (var at = 0; at < _package.Associations.Count; at++)
        {
            var one = _package.Associations[at];
            if (one.Type != type) continue;
            var edge = new CaseEdge(one, at, IdOf(one.Origin), IdOf(one.Destination));
            if (!seen.TryGetValue(edge.Child, out var parents)) seen[edge.Child] = parents = new HashSet<string>(CaseIds.Same);
            if (parents.Add(edge.Parent)) edges.Add(edge);
            else isRepeated?.Invoke(edge);
        }

        return edges;
    }
}
