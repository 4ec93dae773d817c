namespace Cairn.Learning.Policies;

/// <summary>How a node of a policy stands.</summary>
public enum FindingStatus
{
    /// <summary>Nothing is missing.</summary>
    Met,

    /// <summary>A person with the right to do so waived it.</summary>
    Waived,

    /// <summary>Nothing will be missing when what the learner is at is done.</summary>
    OnTrack,

    /// <summary>All that is missing is that a person decides.</summary>
    NeedsPerson,

    /// <summary>Something is missing.</summary>
    NotYet,

    /// <summary>Something is missing in the best use that was found, and the search ended before it was sure that there is no better one.</summary>
    NotDecided,

    /// <summary>It cannot be met: something that must not be is so, or a fact that it needs is not known.</summary>
    Closed,
}

/// <summary>One node of a policy for one learner.</summary>
/// <param name="Node">The node.</param>
/// <param name="Depth">How deep it stands, the root 0.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Remaining">What is missing of it, in its unit; null where it is closed.</param>
/// <param name="IsTaken">Does it count? Not where another branch was the shorter, or a fact chose the other.</param>
/// <param name="Used">What it uses: achievements, by their ids, and how much of each, in its unit; 0 of what is looked at and not used up: an attestation, a score.</param>
public sealed record Finding(Requirement Node, int Depth, FindingStatus Status, decimal? Remaining, bool IsTaken, IReadOnlyList<(string Achievement, decimal Units)> Used)
{
    /// <summary>The fact that it needs as a number and that is not known as one: why it is closed; empty for none.</summary>
    public string Lacks { get; init; } = "";
}

/// <summary>Why something of an achievement is not used.</summary>
public enum UnusedReason
{
    /// <summary>No leaf asks for it.</summary>
    NoLeafAccepts,

    /// <summary>Every leaf that accepts it has all that it needs.</summary>
    LeafFull,

    /// <summary>A leaf accepts it and still needs something, but takes no more of this kind.</summary>
    Cap,

    /// <summary>Only branches that were not taken accept it.</summary>
    OtherBranch,

    /// <summary>Another leaf has it, and it stays whole, or what is left of it is less than may be divided.</summary>
    Claimed,

    /// <summary>It is looked at, and does not decide: a higher score does, or an attestation that is there already; or the score that is asked is not reached.</summary>
    Outdone,

    /// <summary>It is not earned yet.</summary>
    NotEarned,
}

/// <summary>An achievement of which something is left.</summary>
/// <param name="Achievement">Its id.</param>
/// <param name="Units">How much is left, in the policy's unit.</param>
/// <param name="Reason">Why.</param>
/// <param name="Leaf">The leaf of which the reason speaks: its path; empty for none.</param>
public sealed record Unused(string Achievement, decimal Units, UnusedReason Reason, string Leaf);
