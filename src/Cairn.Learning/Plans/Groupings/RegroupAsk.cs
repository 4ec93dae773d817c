namespace Cairn.Learning.Plans.Groupings;

/// <summary>Why a learner would be in a group for a competency.</summary>
public enum NeedKind
{
    /// <summary>The learner said: I am ready for a check.</summary>
    Asked = 1,

    /// <summary>It is begun, and evidence is missing.</summary>
    Begun = 2,

    /// <summary>It is ready next.</summary>
    Next = 3,
}

/// <summary>A competency that a learner needs.</summary>
/// <param name="Competency">Which.</param>
/// <param name="Kind">Why.</param>
public readonly record struct Need(CompetencyId Competency, NeedKind Kind);

/// <summary>A learner and what they need, the most wanted first.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Needs">What, by how much it is wanted; a competency that is said twice counts where it stands first.</param>
public sealed record LearnerNeeds(LearnerId Learner, IReadOnlyList<Need> Needs);

/// <summary>A group that an educator would hold.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slot">When.</param>
/// <param name="Competency">For what; null for what is no competency: nobody is put there by need.</param>
/// <param name="Least">With fewer learners it is not held; from 0.</param>
/// <param name="Most">The seats there are; from 0.</param>
public sealed record GroupOffer(FlexOfferId Id, FlexSlotId Slot, CompetencyId? Competency, int Least, int Most);

/// <summary>Who is to be grouped, for what, and what holds. The order of learners, offers and sets does not matter.</summary>
/// <param name="Learners">Who takes part, and what they need.</param>
/// <param name="Offers">Groups that could be held, in one slot or several.</param>
public sealed record RegroupAsk(IReadOnlyList<LearnerNeeds> Learners, IReadOnlyList<GroupOffer> Offers)
{
    /// <summary>Sets of learners no two of whom are put into one group.</summary>
    public IReadOnlyList<IReadOnlyList<LearnerId>> KeepApart { get; init; } = [];

    /// <summary>Sets of learners who are put into a group all together, or not at all.</summary>
    public IReadOnlyList<IReadOnlyList<LearnerId>> KeepTogether { get; init; } = [];

    /// <summary>Who is in which offer already: booked, or set by a person. They stay, whatever else holds.</summary>
    public IReadOnlyList<(LearnerId Learner, FlexOfferId Offer)> Fixed { get; init; } = [];

    /// <summary>Who is elsewhere in a slot: they are not put anywhere in it.</summary>
    public IReadOnlyList<(LearnerId Learner, FlexSlotId Slot)> Busy { get; init; } = [];

    /// <summary>The groups of the last weeks, a set each, so that no fixed tracks form.</summary>
    public IReadOnlyList<IReadOnlyList<LearnerId>> Past { get; init; } = [];

    /// <summary>How it is weighed.</summary>
    public RegroupRules Rules { get; init; } = RegroupRules.Usual;
}
