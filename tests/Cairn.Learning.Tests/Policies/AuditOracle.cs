using Cairn.Learning.Policies;

namespace Cairn.Learning.Tests.Policies;

/// <summary>Tries every way through a small policy and every use of every achievement, and knows nothing of how the audit does it.</summary>
internal sealed class AuditOracle(AuditAsk ask)
{
    private readonly List<Achievement> _all = [.. ask.Achievements.Where(one => one.Status == AchievementStatus.Earned)];

    /// <summary>The least that can be missing, in ten-thousandths, and how many ends of the tree can then be met; null where no way is open.</summary>
    public static (long Missing, int Met)? Best(AuditAsk ask)
    {
        var oracle = new AuditOracle(ask);
        return oracle.Ways(ask.Policy.Root).Select(way => oracle.Cost(way)).OrderBy(one => one.Missing).ThenByDescending(one => one.Met).Select(one => ((long, int)?)one).FirstOrDefault();
    }

    private sealed record Way(long Missing, int Met, IReadOnlyList<Leaf> Leaves);

    private IEnumerable<Way> Ways(Requirement node)
    {
        if (ask.Waived.Any(node.IsAt)) return [new(0, 1, [])];
        return node switch
        {
            Leaf leaf => leaf.Need.For(ask.Facts) is NumberValue ? [new(0, 0, [leaf])] : [],
            Several several => Choices(several.Of, several.Count).SelectMany(chosen => chosen.Select(Ways).Aggregate(
                (IEnumerable<Way>)[new(0, 0, [])], (before, next) => from one in before from other in next select new Way(one.Missing + other.Missing, one.Met + other.Met, [.. one.Leaves, .. other.Leaves]))),
            ByFact fork => Ways(fork.Holds(ask.Facts) ? fork.Then : fork.Else),
            MustNot not => Ways(not.Of).Any(way => Cost(way).Missing == 0) ? [] : [new(0, 1, [])],
            Attest attest => [One(_all.Any(attest.IsBy))],
            _ => throw new NotSupportedException(node.GetType().Name),
        };
    }

    private static IEnumerable<Leaf> Leaves(Requirement node) => node is Leaf leaf ? [leaf] : node.Below.SelectMany(Leaves);

    private static Way One(bool isSo) => new(isSo ? 0 : Amount.One, isSo ? 1 : 0, []);

    private static IEnumerable<IReadOnlyList<Requirement>> Choices(IReadOnlyList<Requirement> of, int count)
    {
        for (var bits = 0; bits < 1 << of.Count; bits++)
            if (int.PopCount(bits) == count) yield return [.. of.Where((_, i) => (bits >> i & 1) != 0)];
    }

    private (long Missing, int Met) Cost(Way way)
    {
        // A leaf without a pool is a pool of its own.
        var pools = way.Leaves.Where(one => one.Pool.Length > 0).GroupBy(one => one.Pool).Select(one => one.ToArray()).Concat(way.Leaves.Where(one => one.Pool.Length == 0).Select(one => new[] { one })).ToList();
        var costs = pools.Select(one => new PoolOracle(ask, _all, one, one[0].Pool.Length == 0 ? [] : [.. Leaves(ask.Policy.Root).Where(each => each.Pool == one[0].Pool)]).Best()).ToList();
        return (way.Missing + costs.Sum(one => one.Missing), way.Met + costs.Sum(one => one.Met));
    }
}
