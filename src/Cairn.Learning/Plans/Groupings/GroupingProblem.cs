namespace Cairn.Learning.Plans.Groupings;

/// <summary>Learners who go together in a slot: mostly one.</summary>
/// <param name="Index">Its place among all units.</param>
/// <param name="Slot">The slot's place.</param>
/// <param name="Learners">Places of its learners.</param>
/// <param name="Offers">Places of offers that all of them may go to, the most wanted first.</param>
/// <param name="IsFixed">Is it where it is already? Then there is one offer.</param>
internal sealed record GroupingUnit(int Index, int Slot, int[] Learners, int[] Offers, bool IsFixed);

/// <summary>An ask by numbers: learners, offers and slots by their places, in an order that does not hang on how it was said.</summary>
internal sealed class GroupingProblem
{
    private const byte Times = 3;
    private const byte Worn = 64;
    private const byte Apart = 128;

    private readonly byte[] _pairs;
    private readonly int[] _places;
    private readonly NeedKind[] _kinds;

    public GroupingProblem(RegroupAsk ask)
    {
        Rules = ask.Rules;
        Offers = [.. ask.Offers.OrderBy(one => one.Id.Value)];
        Slots = [.. Offers.Select(one => one.Slot).Distinct().OrderBy(one => one.Value)];
        Learners = [.. ask.Learners.OrderBy(one => Dice.Mixed(one.Learner.Value, Rules.Round)).ThenBy(one => one.Learner.Value)];
        var (offers, learners) = (Offers.Index().ToDictionary(one => one.Item.Id, one => one.Index), Learners.Index().ToDictionary(one => one.Item.Learner, one => one.Index));
        if (Offers.Any(one => one.Least < 0 || one.Most < one.Least)) throw new ArgumentException("An offer has from its least to its most seats.", nameof(ask));
        Competencies = Offers.Where(one => one.Competency is not null).Select(one => one.Competency!.Value).Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        Subject = [.. Offers.Select(one => one.Competency is { } id ? Competencies[id] : -1)];
        SlotOf = [.. Offers.Select(one => Slots.IndexOf(one.Slot))];
        (_places, _kinds) = (new int[Learners.Count * Competencies.Count], new NeedKind[Learners.Count * Competencies.Count]);
        Want();
        _pairs = new byte[Learners.Count * Learners.Count];
        Pair(ask, learners);
        Units = GroupingUnits.Of(this, ask, learners, offers);
    }

    public RegroupRules Rules { get; }

    public List<LearnerNeeds> Learners { get; }

    public List<GroupOffer> Offers { get; }

    public List<FlexSlotId> Slots { get; }

    public Dictionary<CompetencyId, int> Competencies { get; }

    /// <summary>The competency's place of each offer; -1 for none.</summary>
    public int[] Subject { get; }

    public int[] SlotOf { get; }

    public IReadOnlyList<GroupingUnit> Units { get; }

    /// <summary>The place of an offer among what a learner needs, from 0; -1 where they need it not.</summary>
    public int PlaceOf(int learner, int offer) => Subject[offer] < 0 ? -1 : _places[(learner * Competencies.Count) + Subject[offer]];

    public int PointsOf(int learner, int offer) => PlaceOf(learner, offer) is var place and >= 0 ? RegroupRules.PointsOf(place) : 0;

    public NeedKind? KindOf(int learner, int offer) => PlaceOf(learner, offer) < 0 ? null : _kinds[(learner * Competencies.Count) + Subject[offer]];

    public bool AreApart(int one, int other) => (_pairs[(one * Learners.Count) + other] & Apart) != 0;

    /// <summary>Were they together as often as anybody is by level only?</summary>
    public bool AreWorn(int one, int other) => (_pairs[(one * Learners.Count) + other] & Worn) != 0;

    /// <summary>How often they were together before; 3 for that often and more.</summary>
    public int Together(int one, int other) => _pairs[(one * Learners.Count) + other] & Times;

    private void Want()
    {
        Array.Fill(_places, -1);
        foreach (var (learner, one) in Learners.Index())
        {
            var place = 0;
            foreach (var need in one.Needs)
            {
                // What nobody offers takes no place from what is offered.
                if (!Competencies.TryGetValue(need.Competency, out var at) || _places[(learner * Competencies.Count) + at] >= 0 || place >= RegroupRules.Wanted) continue;
                (_places[(learner * Competencies.Count) + at], _kinds[(learner * Competencies.Count) + at]) = (place++, need.Kind);
            }
        }
    }

    private void Pair(RegroupAsk ask, Dictionary<LearnerId, int> learners)
    {
        var count = new int[_pairs.Length];
        foreach (var set in ask.Past) Each(set, learners, at => count[at]++);
        for (var i = 0; i < count.Length; i++) _pairs[i] = (byte)(Math.Min(count[i], Times) | (count[i] >= Rules.MostAgain ? Worn : 0));
        foreach (var set in ask.KeepApart) Each(set, learners, at => _pairs[at] |= Apart);
    }

    private void Each(IReadOnlyList<LearnerId> set, Dictionary<LearnerId, int> learners, Action<int> pair)
    {
        int[] known = [.. set.Distinct().Where(learners.ContainsKey).Select(one => learners[one])];
        foreach (var one in known)
            foreach (var other in known)
                if (one != other) pair((one * Learners.Count) + other);
    }
}
