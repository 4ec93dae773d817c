namespace Cairn.Learning.Policies;

/// <summary>A node of a policy's tree.</summary>
/// <param name="Path">Where it stands, such as root/all/0/any/2: every node has its own.</param>
/// <param name="Id">Its name in the policy; empty where it has none. Two nodes may have the same.</param>
/// <param name="Label">What people call it; empty where it has none.</param>
public abstract record Requirement(string Path, string Id, string Label)
{
    /// <summary>The nodes below it.</summary>
    public virtual IReadOnlyList<Requirement> Below => [];

    /// <summary>Is it meant by a path, in whatever way its steps are set apart, or by its name?</summary>
    public bool IsAt(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (Id.Length > 0 && string.Equals(Id, place, StringComparison.Ordinal)) return true;
        var steps = string.Join('/', place.Split(['/', '.', '[', ']', '$', '#'], StringSplitOptions.RemoveEmptyEntries));
        return string.Equals(Path, steps, StringComparison.Ordinal) || string.Equals(Path, "root/" + steps, StringComparison.Ordinal);
    }
}

/// <summary>All of these, or so many of them.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Count">How many of them: all, one or another number, 0 or more.</param>
/// <param name="Of">The nodes below.</param>
/// <param name="IsAll">Was it written as all of them?</param>
public sealed record Several(string Path, string Id, string Label, int Count, IReadOnlyList<Requirement> Of, bool IsAll) : Requirement(Path, Id, Label)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Requirement> Below => Of;
}

/// <summary>So much of what a selector accepts.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Need">How much, in the policy's unit: a number, or a fact about the learner.</param>
/// <param name="Of">What counts.</param>
/// <param name="Pool">The pool in which it competes with other leaves for achievements; empty where it shares freely.</param>
/// <param name="Where">Least and greatest parts of it.</param>
/// <param name="Distinct">The field of which each value counts for one unit at most; empty for none.</param>
/// <param name="Unit">The unit's name; empty for credits.</param>
public sealed record Leaf(string Path, string Id, string Label, Named Need, Selector Of, string Pool, IReadOnlyList<Limit> Where, string Distinct, string Unit) : Requirement(Path, Id, Label)
{
    /// <summary>So many leaves compete in one pool at most.</summary>
    public const int MostInPool = 64;

    /// <summary>Does it take an achievement, apart from how much it still needs?</summary>
    public bool Takes(Achievement one, IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(one);
        return Of.Accepts(one, facts) && (Distinct.Length == 0 || one[Distinct] is not null);
    }
}

/// <summary>A part of what a leaf uses: at least so much of it, or at most so much.</summary>
/// <param name="IsMost">At most?</param>
/// <param name="Amount">How much: a number, or a fact about the learner.</param>
/// <param name="Of">Of what.</param>
public sealed record Limit(bool IsMost, Named Amount, Selector Of);

/// <summary>How several scores become one.</summary>
public enum ScoreOf
{
    /// <summary>They are added.</summary>
    Sum,

    /// <summary>The highest.</summary>
    Max,

    /// <summary>The lowest.</summary>
    Min,
}

/// <summary>The best score of each selector, put together, reaches a number.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="How">How they are put together.</param>
/// <param name="Of">The selectors; one without a score is left out.</param>
/// <param name="Need">The number.</param>
/// <param name="NeedsAll">Must every selector have a score?</param>
public sealed record Score(string Path, string Id, string Label, ScoreOf How, IReadOnlyList<Selector> Of, Named Need, bool NeedsAll) : Requirement(Path, Id, Label);

/// <summary>The achievement with the highest score, the older of equal ones, says this in a field.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Of">Among which.</param>
/// <param name="Field">The field.</param>
/// <param name="Equal">What it says.</param>
public sealed record BestIs(string Path, string Id, string Label, Selector Of, string Field, Named Equal) : Requirement(Path, Id, Label);

/// <summary>One node or another, by a fact about the learner. A fact that is not known takes the other.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Fact">The fact's name.</param>
/// <param name="Is">What holds of it: every one.</param>
/// <param name="Then">The node where it holds.</param>
/// <param name="Else">The node where it does not.</param>
public sealed record ByFact(string Path, string Id, string Label, string Fact, IReadOnlyList<(Comparison How, IReadOnlyList<Named> Values)> Is, Requirement Then, Requirement Else) : Requirement(Path, Id, Label)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Requirement> Below => [Then, Else];

    /// <summary>Does all of it hold for a learner?</summary>
    public bool Holds(IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.GetValueOrDefault(Fact) is { } has && Is.All(one => one.Values.Any(each => each.For(facts) is { } wanted && FieldIs.Compares(has, one.How, wanted)));
    }
}

/// <summary>Something must not be so. Where it is, the branch is closed.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Of">What.</param>
public sealed record MustNot(string Path, string Id, string Label, Requirement Of) : Requirement(Path, Id, Label)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Requirement> Below => [Of];
}

/// <summary>A person must decide.</summary>
/// <param name="Path"><inheritdoc cref="Requirement"/></param>
/// <param name="Id"><inheritdoc cref="Requirement"/></param>
/// <param name="Label"><inheritdoc cref="Requirement"/></param>
/// <param name="Key">What they attest.</param>
/// <param name="By">Roles of who may.</param>
public sealed record Attest(string Path, string Id, string Label, string Key, IReadOnlyList<string> By) : Requirement(Path, Id, Label)
{
    /// <summary>Is an achievement the attestation that is asked for?</summary>
    public bool IsBy(Achievement one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Text("type") == "attestation" && one.Text("key") == Key;
    }
}
