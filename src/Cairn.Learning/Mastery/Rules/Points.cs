namespace Cairn.Learning.Mastery.Rules;

/// <summary>Every required child is Proficient, and the points of the Proficient children reach what is needed.</summary>
/// <param name="Needed">Points needed: 1 or more, and no more than the children have.</param>
public sealed record Points(decimal Needed) : ConditionRule
{
    /// <inheritdoc/>
    public override string Name => "points";

    /// <inheritdoc/>
    public override bool IsMet(IReadOnlyList<Child> children) =>
        children.All(child => child.IsProficient || !child.IsRequired)
        && children.Where(child => child.IsProficient).Sum(child => child.Points) >= Needed;

    /// <inheritdoc/>
    public override string? Fault(IReadOnlyList<Child> children) =>
        Needed < 1 ? "needed must be 1 or more"
        : children.GroupBy(child => child.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"child {twice.Key} is named twice"
        : children.Any(child => child.Points < 0) ? "a child's points must be 0 or more"
        : children.Sum(child => child.Points) < Needed ? "needed is more than the sum of the children's points"
        : null;
}
