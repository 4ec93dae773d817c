namespace Cairn.Learning.Policies;

/// <summary>A part of what is missing: so much that all of these accept.</summary>
/// <param name="Units">How much, in the leaf's unit, above 0; it may come in several pieces.</param>
/// <param name="Of">What counts: the leaf's own selector, and that of its part where one is missing.</param>
/// <param name="But">What counts no more, because there is as much of it as may be.</param>
/// <param name="Fresh">The field whose value must be another than those that are used; empty for none.</param>
/// <param name="UsedUp">The values of that field that are used.</param>
public sealed record Shortfall(decimal Units, IReadOnlyList<Selector> Of, IReadOnlyList<Selector> But, string Fresh, IReadOnlyList<FieldValue> UsedUp);

/// <summary>How a gap can close.</summary>
public enum RouteKind
{
    /// <summary>What the learner is at closes it when it is done.</summary>
    UnderWay,

    /// <summary>A person decides.</summary>
    Person,

    /// <summary>What the learner plans closes it.</summary>
    Planned,

    /// <summary>The learner shows something that is not planned yet.</summary>
    New,
}

/// <summary>One step on the shortest legal way to close a gap.</summary>
/// <param name="Kind">How.</param>
/// <param name="Units">How much of the gap it closes, in the node's unit.</param>
/// <param name="With">The achievements, by their ids, that do it; empty where a person decides, or something new is shown.</param>
/// <param name="By">Roles of who decides; empty where nobody has to.</param>
public sealed record Route(RouteKind Kind, decimal Units, IReadOnlyList<string> With, IReadOnlyList<string> By);

/// <summary>An end of the tree that counts and misses something: why the policy is not met.</summary>
/// <param name="Node">The leaf, score or attestation.</param>
/// <param name="Remaining">What is missing, in its unit, above 0; 1 of a score or an attestation.</param>
/// <param name="Has">What there is of it: units that are used, or the score; null for an attestation, and where there is no score.</param>
/// <param name="Asks">What it asks: units or a score; null for an attestation, or where the best score must say something.</param>
/// <param name="Shortfalls">The least that would do, the parts of it apart; none of a score or an attestation, which say themselves what they ask.</param>
/// <param name="Routes">The shortest legal way, what is nearest first; together they close it.</param>
public sealed record Gap(Requirement Node, decimal Remaining, decimal? Has, decimal? Asks, IReadOnlyList<Shortfall> Shortfalls, IReadOnlyList<Route> Routes);

/// <summary>A branch that was not taken, because another is as near or nearer.</summary>
/// <param name="Choice">The node where there is a choice; something of it is missing.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Remaining">What is missing of it if nothing else wanted what it needs.</param>
public sealed record Alternative(Requirement Choice, Requirement Branch, decimal Remaining);
