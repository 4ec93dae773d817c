namespace Cairn.Learning.Mastery.Rules;

/// <summary>
/// Groups of conditions: AND inside a group, OR between groups. A condition is "this child is Proficient". A group
/// without a condition is never met.
/// </summary>
public sealed record AnyOf : ConditionRule
{
    /// <inheritdoc/>
    public override string Name => "any-of";

    /// <summary>The groups: ids of children, any group of which is enough.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    /// <summary>Two are equal when their groups are.</summary>
    public bool Equals(AnyOf? other) => other is not null && base.Equals(other)
        && Groups.Count == other.Groups.Count && Groups.Zip(other.Groups).All(pair => pair.First.SequenceEqual(pair.Second, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Groups.Count);

    /// <summary>Is one group wholly true?</summary>
    public static bool IsMet(IEnumerable<IReadOnlyCollection<bool>> groups) => groups.Any(group => group.Count > 0 && group.All(isTrue => isTrue));

    /// <inheritdoc/>
    public override bool IsMet(IReadOnlyList<Child> children)
    {
        var proficient = children.Where(child => child.IsProficient).Select(child => child.Id).ToHashSet(StringComparer.Ordinal);
        return IsMet(Groups.Select(group => group.Select(proficient.Contains).ToArray()));
    }

    /// <inheritdoc/>
    public override string? Fault(IReadOnlyList<Child> children) =>
        Groups.SelectMany(group => group).FirstOrDefault(id => children.All(child => child.Id != id)) is { } stranger
            ? $"{stranger} is not a child of this competency" : null;
}
