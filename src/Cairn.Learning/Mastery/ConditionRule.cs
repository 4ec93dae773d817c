namespace Cairn.Learning.Mastery;

/// <summary>A child of a parent competency as its parent's rule sees it.</summary>
/// <param name="Id">What the child is called where the rule is read, such as its code.</param>
/// <param name="Value">Its rounded value; null when it has none.</param>
/// <param name="IsProficient">Is it Proficient?</param>
/// <param name="Points">Its points, 0 or more.</param>
/// <param name="IsRequired">Must it be Proficient, or have a value?</param>
public sealed record Child(string Id, decimal? Value, bool IsProficient, decimal Points = 1, bool IsRequired = false);

/// <summary>A rule that says met or not met over children, and gives no value.</summary>
public abstract record ConditionRule : DeterminationRule
{
    /// <summary>Is the condition met?</summary>
    public abstract bool IsMet(IReadOnlyList<Child> children);

    /// <summary>What is wrong with the rule over these children; null when nothing is.</summary>
    public virtual string? Fault(IReadOnlyList<Child> children) => null;
}
