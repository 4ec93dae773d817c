namespace Cairn.Interop.Case;

/// <summary>Finds circles of isChildOf, and of precedes. No recursion: a chain may be as long as the file.</summary>
internal static class CaseCycles
{
    /// <summary>The circles, each as its edges in order; one for every edge that closes one, at most as many as asked for.</summary>
    public static List<IReadOnlyList<CaseEdge>> Find(IReadOnlyList<CaseEdge> edges, int most)
    {
        var found = new List<IReadOnlyList<CaseEdge>>();
        var up = edges.ToLookup(edge => edge.Child, CaseIds.Same);
        // Where a node stands on the path walked now; -1 once all above it is walked.
        var places = new Dictionary<string, int>(CaseIds.Same);
        var path = new List<CaseEdge>();
        var open = new Stack<(string Node, IEnumerator<CaseEdge> Left)>();
        foreach (var start in edges.Select(edge => edge.Child))
        {
            if (places.ContainsKey(start)) continue;
            Enter(start);
            while (open.TryPeek(out var top) && found.Count < most)
            {
                if (!top.Left.MoveNext())
                {
                    open.Pop();
                    places[top.Node] = -1;
                    if (path.Count > 0) path.RemoveAt(path.Count - 1);
                    continue;
                }

                var edge = top.Left.Current;
                if (!places.TryGetValue(edge.Parent, out var place))
                {
                    path.Add(edge);
                    Enter(edge.Parent);
                }
                else if (place >= 0) found.Add([.. path[place..], edge]);
            }
        }

        return found;

        void Enter(string node)
        {
            places[node] = open.Count;
            open.Push((node, up[node].GetEnumerator()));
        }
    }
}
