namespace Cairn.Learning.Policies;

/// <summary>Which achievements are meant: every condition holds.</summary>
/// <param name="Conditions">None of them: every achievement.</param>
public sealed record Selector(IReadOnlyList<Condition> Conditions)
{
    /// <summary>Is it meant?</summary>
    /// <param name="achievement">The achievement.</param>
    /// <param name="facts">Facts about the learner by name.</param>
    public bool Accepts(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(achievement);
        foreach (var one in Conditions)
            if (!one.Holds(achievement, facts)) return false;
        return true;
    }
}

/// <summary>One condition of a selector.</summary>
public abstract record Condition
{
    /// <summary>Does it hold of an achievement? A field that is missing, and a fact that is, never match.</summary>
    public abstract bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts);
}

/// <summary>How a field stands to a value.</summary>
public enum Comparison
{
    /// <summary>It is the value.</summary>
    Equal,

    /// <summary>It is the value or above it.</summary>
    AtLeast,

    /// <summary>It is the value or below it.</summary>
    AtMost,
}

/// <summary>A value that a policy names: its own, or a fact about the learner.</summary>
/// <param name="Given">The policy's own; null for a fact.</param>
/// <param name="Fact">The fact's name; empty for the policy's own.</param>
public sealed record Named(FieldValue? Given, string Fact = "")
{
    /// <summary>The value for a learner; null where the fact is not known.</summary>
    public FieldValue? For(IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Given ?? facts.GetValueOrDefault(Fact);
    }
}

/// <summary>A field stands so to a value.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="How">How.</param>
/// <param name="Value">The value.</param>
public sealed record FieldIs(string Field, Comparison How, Named Value) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(achievement);
        return achievement[Field] is { } has && Value.For(facts) is { } wanted && Compares(has, How, wanted);
    }

    /// <summary>Does a value stand so to another?</summary>
    public static bool Compares(FieldValue has, Comparison how, FieldValue wanted)
    {
        ArgumentNullException.ThrowIfNull(has);
        return how switch
        {
            Comparison.Equal => has.Is(wanted),
            Comparison.AtLeast => has.CompareTo(wanted) >= 0,
            _ => has.CompareTo(wanted) <= 0,
        };
    }
}

/// <summary>A field is one of several values.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Values">The values.</param>
public sealed record FieldIsOneOf(string Field, IReadOnlyList<Named> Values) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(achievement);
        return achievement[Field] is { } has && Values.Any(one => one.For(facts) is { } wanted && has.Is(wanted));
    }
}

/// <summary>An achievement has all of these tags, and perhaps more.</summary>
/// <param name="Tags">The tags.</param>
public sealed record HasTags(IReadOnlyList<Named> Tags) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts)
    {
        ArgumentNullException.ThrowIfNull(achievement);
        return achievement["tags"] is { } has && Tags.All(one => one.For(facts) is { } wanted && has.Is(wanted));
    }
}

/// <summary>One of several selectors accepts it.</summary>
/// <param name="Selectors">The selectors.</param>
public sealed record AcceptedByAny(IReadOnlyList<Selector> Selectors) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts) => Selectors.Any(one => one.Accepts(achievement, facts));
}

/// <summary>A selector does not accept it.</summary>
/// <param name="Selector">The selector.</param>
public sealed record NotAccepted(Selector Selector) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(Achievement achievement, IReadOnlyDictionary<string, FieldValue> facts) => !Selector.Accepts(achievement, facts);
}
