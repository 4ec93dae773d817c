using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;

namespace Cairn.App.Features.Flex;

/// <summary>A learner in a draft of groups, at one time.</summary>
/// <param name="Slot">When.</param>
/// <param name="Learner">Who.</param>
/// <param name="Offer">Where they would go; null for nowhere.</param>
/// <param name="IsLocked">Did a person set it?</param>
public sealed record DraftRow(FlexSlotId Slot, Learner Learner, FlexOfferId? Offer, bool IsLocked)
{
    /// <summary>For what need; null for none that is known.</summary>
    public NeedKind? Kind { get; init; }

    /// <summary>How much it is wanted, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Why nowhere; null where they go somewhere, or a person said so.</summary>
    public LeftWhy? Why { get; init; }

    /// <summary>Are they booked at another flex time that overlaps?</summary>
    public bool IsElsewhere { get; init; }
}
