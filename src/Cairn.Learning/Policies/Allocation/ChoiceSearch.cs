using System.Globalization;

namespace Cairn.Learning.Policies.Allocation;

/// <summary>The cheapest way through a tree: which branches are taken where there is a choice, and what each leaf of a pool is given (branch and bound, exact).</summary>
internal sealed class ChoiceSearch(IReadOnlyDictionary<string, Pool> pools)
{
    private readonly Dictionary<string, Shares> _known = new(StringComparer.Ordinal);
    private long _cost = Cost.Impossible;

    /// <summary>What leaves of pools are given, by leaf; a leaf that is not here is in no branch that was taken.</summary>
    public Dictionary<int, long[]> Given { get; private set; } = [];

    /// <summary>The branches that were taken where there was a choice.</summary>
    public HashSet<Branch> Taken { get; private set; } = [];

    /// <summary>The least cost; <see cref="Cost.Impossible"/> where no way is open.</summary>
    public long Best(Branch root)
    {
        if (root == Settled.Closed) return Cost.Impossible;
        Try([root], 0, [], []);
        return _cost;
    }

    private void Try(List<Branch> ahead, long cost, List<LeafBody> taken, List<Branch> picked)
    {
        // All that is not a choice first.
        while (ahead.FindLastIndex(one => one is not Pick { } pick || pick.Count == pick.Of.Count || pick.Count == 0) is >= 0 and var at)
        {
            var one = ahead[at];
            ahead.RemoveAt(at);
            if (one is Settled settled) cost += settled.Known;
            else if (one is Contested contested) taken.Add(contested.Leaf);
            else if (one is Pick { Count: > 0 } pick)
            {
                ahead.AddRange(pick.Of);
                picked.AddRange(pick.Of);
            }
        }

        var least = cost + ahead.Sum(one => one.Least);
        var shares = Share(taken);
        if (least + shares.Sum(one => one.Cost) >= _cost) return;
        if (ahead.Count == 0)
        {
            _cost = cost + shares.Sum(one => one.Cost);
            Taken = new(picked, ReferenceEqualityComparer.Instance);
            Given = shares.SelectMany(one => one.Given).ToDictionary();
            return;
        }

        var choice = (Pick)ahead.MinBy(one => ((Pick)one).Of.Count)!;
        ahead.Remove(choice);
        var (first, others) = (choice.Of[0], choice.Of.Skip(1).ToList());
        Try([.. ahead, first, .. Rest(choice.Count - 1, others)], cost, [.. taken], [.. picked, first]);
        // What is settled and left aside is the cheapest of its kind: none that costs more takes its place.
        if (first is Settled) others.RemoveAll(one => one is Settled);
        if (others.Count >= choice.Count) Try([.. ahead, .. Rest(choice.Count, others)], cost, [.. taken], [.. picked]);
    }

    private static IEnumerable<Branch> Rest(int count, IReadOnlyList<Branch> of) => count == 0 ? [] : [new Pick(count, of)];

    private List<Shares> Share(List<LeafBody> taken)
    {
        var shares = new List<Shares>();
        foreach (var group in taken.GroupBy(one => one.Of.Pool, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var leaves = group.OrderByDescending(one => one.Specific).ThenBy(one => one.Index).ToList();
            var key = $"{group.Key} {string.Join(' ', leaves.Select(one => one.Index.ToString(CultureInfo.InvariantCulture)))}";
            if (!_known.TryGetValue(key, out var known)) _known[key] = known = new PoolSearch(pools[group.Key], leaves, Cost.Impossible).Best()!;
            shares.Add(known);
        }

        return shares;
    }
}
