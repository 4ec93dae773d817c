namespace Cairn.Learning.Mastery.Rules;

/// <summary>Every child is Proficient; with no children, never.</summary>
public sealed record AllShown : ConditionRule
{
    /// <inheritdoc/>
    public override string Name => "all-shown";

    /// <inheritdoc/>
    public override bool IsMet(IReadOnlyList<Child> children) => children.Count > 0 && children.All(child => child.IsProficient);
}
