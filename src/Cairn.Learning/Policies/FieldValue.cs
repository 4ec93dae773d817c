namespace Cairn.Learning.Policies;

/// <summary>What a field of an achievement, or a fact about a learner, says. Fields are open: a policy may name any.</summary>
public abstract record FieldValue
{
    private protected FieldValue()
    {
    }

    /// <summary>Is it the same as another, or, where it is a list, is the other in it?</summary>
    public virtual bool Is(FieldValue other) => Equals(other);

    /// <summary>Below zero, zero or above it as this comes before another; null where the two cannot be compared.</summary>
    public virtual int? CompareTo(FieldValue other) => null;
}

/// <summary>Words: two are compared letter by letter, so that days written as 2026-11-30 come in their order.</summary>
/// <param name="Text">As it was written.</param>
public sealed record TextValue(string Text) : FieldValue
{
    /// <inheritdoc/>
    public override int? CompareTo(FieldValue other) => other is TextValue text ? string.CompareOrdinal(Text, text.Text) : null;
}

/// <summary>A number.</summary>
/// <param name="Number">Any.</param>
public sealed record NumberValue(decimal Number) : FieldValue
{
    /// <inheritdoc/>
    public override int? CompareTo(FieldValue other) => other is NumberValue number ? Number.CompareTo(number.Number) : null;
}

/// <summary>Yes or no.</summary>
/// <param name="IsSo">Yes?</param>
public sealed record FlagValue(bool IsSo) : FieldValue;

/// <summary>Several values, such as tags.</summary>
/// <param name="Values">In the order they were written.</param>
public sealed record ListValue(IReadOnlyList<FieldValue> Values) : FieldValue
{
    /// <inheritdoc/>
    public override bool Is(FieldValue other) => other is ListValue list ? Equals(list) : Values.Any(one => one.Is(other));

    /// <summary>The same values in the same order.</summary>
    public bool Equals(ListValue? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;
}
