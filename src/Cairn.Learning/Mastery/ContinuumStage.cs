using Cairn.Learning.Mastery.Rules;

namespace Cairn.Learning.Mastery;

/// <summary>One competency at one stage of a continuum: steps 4 to 7 of "Continuum" in the determination rules.</summary>
internal sealed class ContinuumStage(int stage, decimal? storedBaseline, IReadOnlyList<ContinuumTarget> targets, Continuum rule)
{
    private readonly List<decimal> _kept = [.. targets.SelectMany(one => one.KeptLevels)];

    public int Stage => stage;

    public IReadOnlyList<ContinuumTarget> Targets => targets;

    public IReadOnlyList<decimal> Kept => _kept;

    public Boxes Boxes { get; } = targets.Aggregate(default(Boxes), (sum, one) => sum + one.Boxes);

    /// <summary>The mean of all kept levels, one decimal.</summary>
    public decimal? Level => _kept.Count == 0 ? null : Tenth(_kept.Sum() / _kept.Count);

    /// <summary>The stored baseline, one decimal; a stored 0 is none.</summary>
    public decimal? Baseline { get; } = storedBaseline is null or 0 ? null : Tenth(storedBaseline.Value);

    public decimal MinimumAverage => rule.MinimumAverageAt(stage);

    public bool IsFull => Boxes.Completed >= Boxes.Required;

    public bool IsAtAverage => Level is null || Level >= MinimumAverage;

    public bool IsAtRating => rule.MinimumRating is not { } least || _kept.All(level => level >= least);

    public bool IsComplete => IsFull && IsAtAverage && IsAtRating;

    /// <summary>Does it open the next stage? A stage that asks for nothing never does by itself.</summary>
    public bool OpensNext => IsComplete && Boxes.Required > 0 && stage < rule.LastStage;

    /// <summary>The baseline of the stage that this one opens.</summary>
    public decimal? NextBaseline => Baseline is null ? Level : Level is null ? Baseline : Math.Max(Baseline.Value, Level.Value);

    public decimal? Growth => rule.Growth == GrowthRule.FromBaseline ? GrowthFromBaseline : GrowthFirstToLast;

    /// <summary>B of growth (a): the baseline, or the mean of where each target began, once enough is known.</summary>
    public decimal? Beginning
    {
        get
        {
            if (Baseline is { } stored) return stored;
            var began = Began.ToList();
            var isKnown = began.Count > 0 && (began.Count == targets.Count(one => one.Pieces > 0) || Boxes.Progress >= 0.5m);
            return isKnown ? began.Sum() / began.Count : null;
        }
    }

    /// <summary>Growth (a), where that is the rule.</summary>
    public decimal? GrowthFromBeginning => rule.Growth == GrowthRule.FromBaseline ? GrowthFromBaseline : null;

    /// <summary>The first level of each target that asks for evidence and began with a level.</summary>
    public IEnumerable<decimal> Began => targets.Where(one => one.Pieces > 0 && one.Earliest?.Level is not null).Select(one => one.Earliest!.Level!.Value);

    private decimal? GrowthFromBaseline => Level is { } level && Beginning is { } from ? Tenth(level - from) : null;

    private decimal? GrowthFirstToLast
    {
        get
        {
            var asked = targets.Where(one => one.Pieces > 0).ToList();
            var grown = asked.Select(Grown).Where(one => one is not null).Select(one => one!.Value).ToList();
            return grown.Count == 0 || grown.Count * 2 < asked.Count ? null : Tenth(grown.Sum() / grown.Count);
        }
    }

    private decimal? Grown(ContinuumTarget target)
    {
        var levels = target.Body.Scores.Where(one => one.Level is not null).Select(one => one.Level!.Value).ToList();
        return levels.Count == 0 || (levels.Count == 1 && Baseline is null) ? null : levels[^1] - (Baseline ?? levels[0]);
    }

    private static decimal Tenth(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
