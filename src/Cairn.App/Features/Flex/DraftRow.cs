using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;

namespace Cairn.App.Features.Flex;

/// <summary>A learner in a draft of groups.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Offer">Where they would go; null for nowhere.</param>
/// <param name="IsLocked">Did a person set it?</param>
public sealed record DraftRow(Learner Learner, FlexOfferId? Offer, bool IsLocked)
{
    /// <summary>For what need; null for none that is known.</summary>
    public NeedKind? Kind { get; init; }

    /// <summary>How much it is wanted, from 1.</summary>
    public int Place { get; init; }

    /// <summary>Why nowhere; null where they go somewhere, or a person said so.</summary>
    public LeftWhy? Why { get; init; }
}
