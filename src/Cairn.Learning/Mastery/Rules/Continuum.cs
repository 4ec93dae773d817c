namespace Cairn.Learning.Mastery.Rules;

/// <summary>How growth at a stage is measured.</summary>
public enum GrowthRule
{
    /// <summary>(a) The rounded performance level less the baseline, stored or from the first pieces.</summary>
    FromBaseline,

    /// <summary>(b) The mean over targets of the last level less the baseline or the first.</summary>
    FirstToLast,
}

/// <summary>
/// Boxes for each target and stage are filled with the best pieces; the level is their mean; a full stage at its level
/// opens the next. Levels and stages are one scale of whole numbers. Source: "Continuum" in the determination rules.
/// </summary>
/// <param name="LastStage">The last stage, 1 to 255.</param>
/// <param name="MinimumAverage">The least performance level that completes a stage; 0 or less means the stage plus this.</param>
/// <param name="MinimumRating">The least level that a kept piece may have; null for none.</param>
/// <param name="Growth">How growth is measured.</param>
public sealed record Continuum(
    int LastStage, decimal MinimumAverage = -0.5m, decimal? MinimumRating = null, GrowthRule Growth = GrowthRule.FromBaseline) : DeterminationRule
{
    /// <inheritdoc/>
    public override string Name => "continuum";

    /// <summary>The least performance level that completes a stage.</summary>
    public decimal MinimumAverageAt(int stage) => MinimumAverage <= 0 ? stage + MinimumAverage : MinimumAverage;
}
