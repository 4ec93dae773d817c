namespace Cairn.Learning.Plans.Groupings;

/// <summary>Who moves together: in each slot every learner alone, or with those they are kept together with.</summary>
internal static class GroupingUnits
{
    public static IReadOnlyList<GroupingUnit> Of(GroupingProblem problem, RegroupAsk ask, Dictionary<LearnerId, int> learners, Dictionary<FlexOfferId, int> offers)
    {
        var sets = Sets(problem, ask, learners);
        var busy = ask.Busy.Where(one => learners.ContainsKey(one.Learner)).Select(one => (learners[one.Learner], problem.Slots.IndexOf(one.Slot))).ToHashSet();
        var fixedAt = ask.Fixed.Where(one => learners.ContainsKey(one.Learner) && offers.ContainsKey(one.Offer)).Select(one => (Learner: learners[one.Learner], Offer: offers[one.Offer])).Distinct()
            .ToDictionary(one => (one.Learner, problem.SlotOf[one.Offer]), one => one.Offer);
        var units = new List<GroupingUnit>();
        for (var slot = 0; slot < problem.Slots.Count; slot++)
            foreach (var set in sets)
            {
                // What a person fixed stays, also where they took a set apart: the others may only follow.
                foreach (var one in set.Where(one => fixedAt.ContainsKey((one, slot)))) units.Add(new GroupingUnit(units.Count, slot, [one], [fixedAt[(one, slot)]], true));
                int[] free = [.. set.Where(one => !fixedAt.ContainsKey((one, slot)) && !busy.Contains((one, slot)))];
                if (free.Length == 0) continue;
                var follow = set.Where(one => fixedAt.ContainsKey((one, slot))).Select(one => fixedAt[(one, slot)]).Distinct().ToList();
                var isBroken = follow.Count > 1 || set.Any(one => busy.Contains((one, slot))) || set.Any(one => set.Any(other => problem.AreApart(one, other)));
                units.Add(new GroupingUnit(units.Count, slot, free, isBroken ? [] : Open(problem, slot, free, follow), false));
            }

        return units;
    }

    private static int[] Open(GroupingProblem problem, int slot, int[] learners, List<int> follow) =>
        [.. Enumerable.Range(0, problem.Offers.Count)
            .Where(offer => problem.SlotOf[offer] == slot && (follow.Count == 0 || follow[0] == offer) && Array.TrueForAll(learners, one => problem.PlaceOf(one, offer) >= 0))
            .OrderByDescending(offer => learners.Sum(one => problem.PointsOf(one, offer)))];

    // Sets that share somebody are one.
    private static List<int[]> Sets(GroupingProblem problem, RegroupAsk ask, Dictionary<LearnerId, int> learners)
    {
        var head = Enumerable.Range(0, problem.Learners.Count).ToArray();
        int Of(int one)
        {
            while (head[one] != one) one = head[one] = head[head[one]];
            return one;
        }

        foreach (var set in ask.KeepTogether)
        {
            int[] known = [.. set.Where(learners.ContainsKey).Select(one => learners[one])];
            foreach (var one in known) head[Of(one)] = Of(known[0]);
        }

        return [.. Enumerable.Range(0, head.Length).GroupBy(Of).Select(set => set.ToArray())];
    }
}
