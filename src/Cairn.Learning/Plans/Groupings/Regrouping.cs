namespace Cairn.Learning.Plans.Groupings;

/// <summary>Why a learner is in no group of a slot.</summary>
public enum LeftWhy
{
    /// <summary>Nothing that they need is offered then.</summary>
    NothingOffered = 1,

    /// <summary>What they need then, they do at another time.</summary>
    AtAnotherTime = 2,

    /// <summary>No seat is free.</summary>
    Full = 3,

    /// <summary>Too few would come for it to be held.</summary>
    TooFew = 4,

    /// <summary>Somebody is there from whom they are kept apart.</summary>
    KeptApart = 5,

    /// <summary>Those with whom they are kept together cannot come too.</summary>
    KeptTogether = 6,

    /// <summary>It would be the same set of learners again.</summary>
    SameAgain = 7,
}

/// <summary>A learner in a group.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Offer">In which.</param>
/// <param name="Slot">When.</param>
/// <param name="Kind">For what need; null where a person put them there and they need it not.</param>
/// <param name="Place">How much it is wanted among what is offered, from 1; 0 for no need.</param>
/// <param name="IsFixed">Was it so before?</param>
public sealed record GroupPlacement(LearnerId Learner, FlexOfferId Offer, FlexSlotId Slot, NeedKind? Kind, int Place, bool IsFixed);

/// <summary>A learner in no group of a slot.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Slot">When.</param>
/// <param name="Why">Why.</param>
public sealed record LeftOut(LearnerId Learner, FlexSlotId Slot, LeftWhy Why);

/// <summary>
/// Groups for one slot or several, by what each learner needs next: a conclusion. Nobody is in two groups of a slot, nor in two for the same
/// competency; a group has at least its least and at most its most learners, or is not held; apart and together hold; nobody is put into
/// the same set by level only again and again. What a person fixed stays. The same ask gives the same groups, in whatever order it is said.
/// </summary>
/// <param name="Placements">Who is where, by slot, offer and learner.</param>
/// <param name="Out">Who is nowhere in a slot though they are free, by slot and learner.</param>
/// <param name="NotHeld">Offers that too few would come to, by id.</param>
/// <param name="Points">What the groups are worth: the points of all needs that are met, less what it costs to be together again.</param>
public sealed record Regrouping(IReadOnlyList<GroupPlacement> Placements, IReadOnlyList<LeftOut> Out, IReadOnlyList<FlexOfferId> NotHeld, int Points)
{
    /// <summary>Makes groups.</summary>
    /// <exception cref="ArgumentException">A learner or an offer is there twice, a bound of an offer is no bound, or somebody is fixed twice in a slot.</exception>
    public static Regrouping From(RegroupAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var problem = new GroupingProblem(ask);
        var seats = new Seating(problem);
        seats.Load(new SeatingSearch(problem, seats).Best());
        var placements = new List<GroupPlacement>();
        var left = new List<LeftOut>();
        foreach (var unit in problem.Units)
            foreach (var learner in unit.Learners)
            {
                var (who, at) = (problem.Learners[learner].Learner, seats.OfferOf(unit));
                if (at < 0) left.Add(new LeftOut(who, problem.Slots[unit.Slot], SeatingReasons.Of(problem, seats, unit, learner)));
                else placements.Add(new GroupPlacement(who, problem.Offers[at].Id, problem.Slots[unit.Slot], problem.KindOf(learner, at), problem.PlaceOf(learner, at) + 1, unit.IsFixed));
            }

        return new Regrouping(
            [.. placements.OrderBy(one => one.Slot.Value).ThenBy(one => one.Offer.Value).ThenBy(one => one.Learner.Value)],
            [.. left.OrderBy(one => one.Slot.Value).ThenBy(one => one.Learner.Value)],
            [.. problem.Offers.Index().Where(one => seats.Size(one.Index) == 0).Select(one => one.Item.Id)], seats.Points);
    }
}
