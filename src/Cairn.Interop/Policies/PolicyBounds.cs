using Cairn.Learning.Policies;

namespace Cairn.Interop.Policies;

/// <summary>How large a policy may be, so that every audit of it ends.</summary>
internal static class PolicyBounds
{
    private const int MostInPools = 512;
    private const int MostChoices = 200;

    /// <summary>Adds what is too much.</summary>
    public static void Check(Requirement root, List<PolicyRemark> faults)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var choices = 0;
        Count(root);
        foreach (var (pool, leaves) in counts.Where(one => one.Value > Leaf.MostInPool))
            faults.Add(new("root", $"{leaves} leaves compete in the pool {pool}: {Leaf.MostInPool} at most"));
        if (counts.Values.Sum() > MostInPools) faults.Add(new("root", $"{counts.Values.Sum()} leaves compete in pools: {MostInPools} at most"));
        if (choices > MostChoices) faults.Add(new("root", $"{choices} choices are about leaves that compete: {MostChoices} at most"));

        bool Count(Requirement node)
        {
            if (node is Leaf leaf)
            {
                if (leaf.Pool.Length > 0) counts[leaf.Pool] = counts.GetValueOrDefault(leaf.Pool) + 1;
                return leaf.Pool.Length > 0;
            }

            var competes = false;
            foreach (var one in node.Below) competes |= Count(one);
            if (competes && node is Several { IsAll: false }) choices++;
            return competes;
        }
    }
}
