namespace Cairn.Learning.Mastery.Rules;

/// <summary>An educator judges the body of evidence as a whole; the pieces inform, the latest such judgment stands.</summary>
/// <param name="NeedsModeration">Does it wait until a moderator has judged the whole, too?</param>
public sealed record Judged(bool NeedsModeration = false) : DeterminationRule
{
    /// <inheritdoc/>
    public override string Name => "judged";
}
