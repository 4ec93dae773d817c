namespace Cairn.Learning.Plans.Groupings;

/// <summary>Why rules about who is with whom cannot all hold.</summary>
public enum GroupingClashKind
{
    /// <summary>The same two are to be apart and together, by one rule or over several.</summary>
    Both = 1,

    /// <summary>More are to be together than any group has seats.</summary>
    NoSeats = 2,

    /// <summary>More are to be apart from each other than there are groups.</summary>
    NoGroups = 3,
}

/// <summary>Learners about whom rules cannot all hold. A conclusion.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Learners">Who: two who are both apart and together, or all of a set that is too large.</param>
public sealed record GroupingClash(GroupingClashKind Kind, IReadOnlyList<LearnerId> Learners)
{
    /// <summary>Two whom rules put together and keep apart, whatever groups there are; null where no two are. Together goes on from one to the next: who is with somebody is with everybody they are with.</summary>
    /// <param name="apart">Sets no two of whom are in one group.</param>
    /// <param name="together">Sets of whom all are in one group.</param>
    public static GroupingClash? Between(IReadOnlyList<IReadOnlyList<LearnerId>> apart, IReadOnlyList<IReadOnlyList<LearnerId>> together)
    {
        ArgumentNullException.ThrowIfNull(apart);
        ArgumentNullException.ThrowIfNull(together);
        foreach (var set in Joined(together))
            foreach (var rule in apart)
                if (rule.Distinct().Where(set.Contains).OrderBy(one => one.Value).Take(2).ToList() is [_, _] both) return new GroupingClash(GroupingClashKind.Both, both);
        return null;
    }

    /// <summary>What cannot hold with the groups of one time: each set that no group has the seats for, and learners who are to be apart and are more than the groups.</summary>
    /// <param name="apart">Sets no two of whom are in one group.</param>
    /// <param name="together">Sets of whom all are in one group.</param>
    /// <param name="seats">The seats of each group.</param>
    public static IReadOnlyList<GroupingClash> In(IReadOnlyList<IReadOnlyList<LearnerId>> apart, IReadOnlyList<IReadOnlyList<LearnerId>> together, IReadOnlyCollection<int> seats)
    {
        ArgumentNullException.ThrowIfNull(apart);
        ArgumentNullException.ThrowIfNull(together);
        ArgumentNullException.ThrowIfNull(seats);
        var most = seats.DefaultIfEmpty(0).Max();
        List<GroupingClash> all = [.. Joined(together).Where(set => set.Count > most).Select(set => new GroupingClash(GroupingClashKind.NoSeats, [.. set.OrderBy(one => one.Value)]))];
        var known = new HashSet<LearnerId>();
        foreach (var one in EachApart(apart).Where(one => one.Count > seats.Count).OrderByDescending(one => one.Count))
        {
            // Of sets that lie in each other the largest is told, once.
            if (one.All(known.Contains)) continue;
            known.UnionWith(one);
            all.Add(new GroupingClash(GroupingClashKind.NoGroups, [.. one.OrderBy(each => each.Value)]));
        }

        return all;
    }

    // Sets that share somebody are one.
    private static List<HashSet<LearnerId>> Joined(IEnumerable<IReadOnlyList<LearnerId>> together)
    {
        var all = new List<HashSet<LearnerId>>();
        foreach (var set in together)
        {
            HashSet<LearnerId> joined = [.. set];
            foreach (var other in all.Where(joined.Overlaps).ToList())
            {
                joined.UnionWith(other);
                all.Remove(other);
            }

            all.Add(joined);
        }

        return all;
    }

    // From each learner on, everybody who is apart from all that were taken: not always the largest set, and always one that holds.
    private static IEnumerable<List<LearnerId>> EachApart(IReadOnlyList<IReadOnlyList<LearnerId>> apart)
    {
        var pairs = apart.SelectMany(rule => rule.Distinct().SelectMany(one => rule.Where(other => other != one).Select(other => (one, other)))).ToLookup(one => one.one, one => one.other);
        foreach (var first in pairs.Select(one => one.Key).OrderBy(one => one.Value))
        {
            List<LearnerId> set = [first];
            foreach (var next in pairs[first].Distinct().OrderByDescending(one => pairs[one].Distinct().Count()).ThenBy(one => one.Value))
                if (set.TrueForAll(one => pairs[one].Contains(next))) set.Add(next);
            yield return set;
        }
    }
}
