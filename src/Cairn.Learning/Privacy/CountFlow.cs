namespace Cairn.Learning.Privacy;

/// <summary>How far one hidden count can change: a flow along the other hidden arcs, forward without end and backward as far as
/// what flows there.</summary>
/// <param name="network">The table.</param>
/// <param name="changing">The arc of the count that changes; it is no way.</param>
internal sealed class CountFlow(CountNetwork network, int changing)
{
    private readonly int[] _flow = [.. network.Arcs.Select(one => one.Count)];

    /// <summary>Sends as much as can go from a node to another along hidden arcs, and says how much it was.</summary>
    /// <param name="from">The first node.</param>
    /// <param name="to">The last.</param>
    /// <param name="most">Enough.</param>
    public int Push(int from, int to, int most)
    {
        var sent = 0;
        while (sent < most && Way(from, to) is { } way)
        {
            var here = way.Aggregate(most - sent, (least, arc) => arc.IsForward ? least : Math.Min(least, _flow[arc.Arc]));
            foreach (var (arc, isForward) in way) _flow[arc] += isForward ? here : -here;
            sent += here;
        }

        return sent;
    }

    /// <summary>The way that hides least and lets so many more go, after <see cref="Push"/>: the arcs that are not yet hidden on
    /// it and their price; null where there is no way. Dijkstra's; of equal prices the arcs that come first in the table.</summary>
    public (IReadOnlyList<int> Arcs, long Price)? CheapestWay(int from, int to, int amount)
    {
        var (price, by, isDone) = (Enumerable.Repeat(long.MaxValue, network.Nodes).ToArray(), new int[network.Nodes], new bool[network.Nodes]);
        price[from] = 0;
        while (true)
        {
            var at = -1;
            for (var node = 0; node < network.Nodes; node++)
                if (!isDone[node] && price[node] < long.MaxValue && (at < 0 || price[node] < price[at])) at = node;
            if (at < 0) return null;
            if (at == to) break;
            isDone[at] = true;
            foreach (var arc in Beside(at))
            {
                var (next, isForward) = Step(arc, at);
                if (!isForward && _flow[arc] < amount) continue;
                var here = price[at] + (network.Arcs[arc].IsHidden ? 0 : network.Arcs[arc].Price);
                if (here < price[next]) (price[next], by[next]) = (here, arc);
            }
        }

        var way = new List<int>();
        for (var node = to; node != from; node = Step(by[node], node).Next)
            if (!network.Arcs[by[node]].IsHidden) way.Add(by[node]);
        return (way, price[to]);
    }

    private IEnumerable<int> Beside(int node) => network.Touching[node].Where(arc => arc != changing);

    private (int Next, bool IsForward) Step(int arc, int at) => network.Arcs[arc].From == at ? (network.Arcs[arc].To, true) : (network.Arcs[arc].From, false);

    private List<(int Arc, bool IsForward)>? Way(int from, int to)
    {
        var (by, open) = (new (int Node, int Arc, bool IsForward)?[network.Nodes], new Queue<int>([from]));
        while (by[to] is null && open.TryDequeue(out var at))
            foreach (var arc in Beside(at))
            {
                var (next, isForward) = Step(arc, at);
                if (!network.Arcs[arc].IsHidden || next == from || by[next] is not null || (!isForward && _flow[arc] == 0)) continue;
                by[next] = (at, arc, isForward);
                open.Enqueue(next);
            }

        if (by[to] is null) return null;
        var way = new List<(int Arc, bool IsForward)>();
        for (var node = to; node != from; node = by[node]!.Value.Node) way.Add((by[node]!.Value.Arc, by[node]!.Value.IsForward));
        return way;
    }
}
