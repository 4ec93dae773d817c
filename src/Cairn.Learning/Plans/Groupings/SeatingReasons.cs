namespace Cairn.Learning.Plans.Groupings;

/// <summary>Why somebody sits nowhere: what stands nearest to a seat.</summary>
internal static class SeatingReasons
{
    public static LeftWhy Of(GroupingProblem problem, Seating seats, GroupingUnit unit, int learner)
    {
        if (unit.Offers.Length == 0 && IsOfSet(problem, unit, learner)) return LeftWhy.KeptTogether;
        var why = unit.Offers.Select(offer => seats.Bars(unit, offer) ?? LeftWhy.TooFew).DefaultIfEmpty(LeftWhy.NothingOffered).ToList();
        // What a person can change comes first: seats, then who is with whom.
        foreach (var one in (LeftWhy[])[LeftWhy.Full, LeftWhy.TooFew, LeftWhy.KeptApart, LeftWhy.SameAgain, LeftWhy.AtAnotherTime])
            if (why.Contains(one)) return one;
        return LeftWhy.NothingOffered;
    }

    // Alone there would be something for them.
    private static bool IsOfSet(GroupingProblem problem, GroupingUnit unit, int learner) =>
        Enumerable.Range(0, problem.Offers.Count).Any(offer => problem.SlotOf[offer] == unit.Slot && problem.PlaceOf(learner, offer) >= 0);
}
