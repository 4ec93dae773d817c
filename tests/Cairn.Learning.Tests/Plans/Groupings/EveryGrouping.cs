using Cairn.Learning.Plans.Groupings;

namespace Cairn.Learning.Tests.Plans.Groupings;

/// <summary>What an ask allows and what it is worth, said plainly and slowly: the measure of the quick way.</summary>
internal sealed class EveryGrouping(RegroupAsk ask)
{
    private readonly Dictionary<(LearnerId, LearnerId), int> _together = ask.Past.SelectMany(set => set.Distinct().SelectMany(one => set.Distinct().Where(other => other != one).Select(other => (one, other))))
        .GroupBy(pair => pair).ToDictionary(pair => pair.Key, pair => pair.Count());

    /// <summary>The points of the best of all groupings: every learner in every offer or none of every slot is tried.</summary>
    public int Best()
    {
        var seats = ask.Learners.SelectMany(one => ask.Offers.Select(offer => offer.Slot).Distinct().Select(slot => (one.Learner, Slot: slot))).ToList();
        return Try(seats, 0, []);
    }

    /// <summary>What is wrong with groups; null where nothing is.</summary>
    public string? Fault(IReadOnlyList<(LearnerId Learner, GroupOffer Offer)> at)
    {
        if (at.GroupBy(one => (one.Learner, one.Offer.Slot)).Any(one => one.Count() > 1)) return "twice in a slot";
        if (at.Where(one => one.Offer.Competency is not null).GroupBy(one => (one.Learner, one.Offer.Competency)).Any(one => one.Count() > 1)) return "the same competency twice";
        foreach (var group in at.GroupBy(one => one.Offer.Id))
        {
            var (offer, members) = (group.First().Offer, group.Select(one => one.Learner).ToHashSet());
            if (members.Count > offer.Most) return "over its most";
            if (members.Count < offer.Least) return "below its least";
            if (members.Any(one => Place(one, offer) < 0)) return "not needed";
            if (ask.KeepApart.Any(set => set.Distinct().Count(members.Contains) > 1)) return "apart";
            if (members.Any(one => IsWorn(one, members))) return "the same set again";
        }

        foreach (var set in ask.KeepTogether.Select(set => set.Where(one => ask.Learners.Any(learner => learner.Learner == one)).Distinct().ToList()))
            foreach (var slot in ask.Offers.Select(one => one.Slot).Distinct())
                if (set.Select(one => at.FirstOrDefault(each => each.Learner == one && each.Offer.Slot == slot).Offer?.Id).Distinct().Count() > 1) return "together";
        return null;
    }

    public int Points(IReadOnlyList<(LearnerId Learner, GroupOffer Offer)> at) => at.GroupBy(one => one.Offer.Id).Sum(group =>
    {
        var members = group.Select(one => one.Learner).ToList();
        var again = members.Index().Sum(one => members.Skip(one.Index + 1).Sum(other => Math.Min(3, Times(one.Item, other))));
        return group.Sum(one => RegroupRules.PointsOf(Place(one.Learner, one.Offer))) - (members.Count < 2 ? 0 : 2 * ask.Rules.Again * again / (members.Count - 1));
    });

    private int Try(List<(LearnerId Learner, FlexSlotId Slot)> seats, int at, List<(LearnerId, GroupOffer)> chosen)
    {
        if (at == seats.Count) return Fault(chosen) is null ? Points(chosen) : 0;
        var best = Try(seats, at + 1, chosen);
        foreach (var offer in ask.Offers.Where(one => one.Slot == seats[at].Slot && Place(seats[at].Learner, one) >= 0))
        {
            chosen.Add((seats[at].Learner, offer));
            best = Math.Max(best, Try(seats, at + 1, chosen));
            chosen.RemoveAt(chosen.Count - 1);
        }

        return best;
    }

    private bool IsWorn(LearnerId one, HashSet<LearnerId> members)
    {
        var worn = members.Count(other => other != one && Times(one, other) >= ask.Rules.MostAgain);
        return worn >= 3 && worn * 4 >= 3 * (members.Count - 1);
    }

    private int Times(LearnerId one, LearnerId other) => _together.GetValueOrDefault((one, other));

    private int Place(LearnerId learner, GroupOffer offer) =>
        offer.Competency is null ? -1 : ask.Learners.Single(one => one.Learner == learner).Needs.Select(one => one.Competency).Distinct().Where(one => ask.Offers.Any(each => each.Competency == one)).ToList().IndexOf(offer.Competency.Value);
}
