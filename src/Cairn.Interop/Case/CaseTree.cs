namespace Cairn.Interop.Case;

/// <summary>An item in its place.</summary>
public sealed class CaseBranch
{
    internal CaseBranch(CaseItem item, int index) => (Item, Index) = (item, index);

    /// <summary>The item.</summary>
    public CaseItem Item { get; }

    /// <summary>The item it stands under; null under the document itself.</summary>
    public CaseBranch? Parent { get; internal set; }

    /// <summary>The isChildOf that puts it there; null for an item that has none, which stands under the document.</summary>
    public CaseAssociation? By { get; internal set; }

    /// <summary>How many items stand above it: 0 for a top-level item.</summary>
    public int Depth { get; internal set; }

    /// <summary>What stands under it, in order.</summary>
    public IReadOnlyList<CaseBranch> Children => Below;

    internal List<CaseBranch> Below { get; } = [];

    internal int Index { get; }
}

/// <summary>
/// The items of a package as a tree. A child stands under the first isChildOf of the file whose destination is the document
/// or an item of the package; an item without one stands under the document. Siblings are in the order of the association's
/// sequenceNumber, then the item's listEnumeration (2 before 10), then of the file; those without a number or enumeration
/// come last.
/// </summary>
public sealed class CaseTree
{
    private readonly Dictionary<string, CaseBranch> _branches;

    private CaseTree(Dictionary<string, CaseBranch> branches, IReadOnlyList<CaseBranch> top, IReadOnlyList<CaseBranch> all) => (_branches, Top, All) = (branches, top, all);

    /// <summary>The items under the document itself, in order.</summary>
    public IReadOnlyList<CaseBranch> Top { get; }

    /// <summary>Every item once, each before what stands under it.</summary>
    public IReadOnlyList<CaseBranch> All { get; }

    /// <summary>An item's place by its identifier; null where the package has no such item.</summary>
    public CaseBranch? Find(string identifier) => _branches.GetValueOrDefault(identifier);

    /// <summary>The tree of a package. Throws <see cref="InvalidOperationException"/> where isChildOf goes in a circle, which no package that was read does.</summary>
    public static CaseTree Of(CasePackage package)
    {
        var branches = new Dictionary<string, CaseBranch>(package.Items.Count, CaseIds.Same);
        foreach (var item in package.Items) branches.TryAdd(item.Identifier, new CaseBranch(item, branches.Count));
        foreach (var edge in new CaseEdges(package).OfChildren())
        {
            if (!branches.TryGetValue(edge.Child, out var child) || child.By is not null) continue;
            var parent = branches.GetValueOrDefault(edge.Parent);
            if (parent is null && !CaseIds.Same.Equals(edge.Parent, package.Document.Identifier)) continue;
            (child.Parent, child.By) = (parent, edge.Association);
        }

        var top = new List<CaseBranch>();
        foreach (var one in branches.Values) (one.Parent?.Below ?? top).Add(one);
        var order = new SiblingOrder();
        top.Sort(order);
        foreach (var one in branches.Values) one.Below.Sort(order);
        var all = InOrder(top);
        if (all.Count < branches.Count) throw new InvalidOperationException("isChildOf goes in a circle.");
        return new CaseTree(branches, top, all);
    }

    /// <summary>What stands under a branch at any depth, each before what stands under it.</summary>
    public static IReadOnlyList<CaseBranch> Under(CaseBranch branch) => InOrder(branch.Below);

    // A stack of our own: a chain may be longer than the thread's stack is deep.
    private static List<CaseBranch> InOrder(List<CaseBranch> from)
    {
        var all = new List<CaseBranch>();
        var open = new Stack<CaseBranch>();
        for (var i = from.Count - 1; i >= 0; i--) open.Push(from[i]);
        while (open.TryPop(out var one))
        {
            one.Depth = one.Parent is null ? 0 : one.Parent.Depth + 1;
            all.Add(one);
            for (var i = one.Below.Count - 1; i >= 0; i--) open.Push(one.Below[i]);
        }

        return all;
    }
}
