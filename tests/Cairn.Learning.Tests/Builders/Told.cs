using Cairn.Learning.Mastery;

namespace Cairn.Learning.Tests.Builders;

/// <summary>Determinations told in words, so that two can be compared.</summary>
internal static class Told
{
    /// <summary>What is concluded: all but what was dropped and when the newest fact came.</summary>
    public static string Conclusion(Determination one) => string.Join(' ',
    [
        $"{one.Competency.Value} {one.Target?.Value} stage {one.Stage} value {one.Value} level {one.Level?.Number} proficient {one.IsProficient} {one.NotYet}",
        $"{one.Boxes} complete {one.IsComplete} baseline {one.Baseline} growth {one.Growth} chose {one.Chosen}",
        $"override {one.Override?.Id.Value} stale {one.IsOverrideStale}",
        .. one.Counted.Select(judgment => $"counted {judgment.Id.Value}"),
        .. one.Targets.Select(target => target.ToString()),
        .. one.Arithmetic.Select(line => line.ToString()),
        .. one.WouldChange.Select(change => change.ToString()),
    ]);

    /// <summary>What was left out for another reason than a retraction.</summary>
    public static string Dropped(Determination one) =>
        string.Join(' ', one.Dropped.Where(left => left.Why != DropReason.Retracted).Select(left => left.ToString()));

    /// <summary>All of it, but the two dates it was asked with.</summary>
    public static string Whole(Determination one) =>
        $"{Conclusion(one)} newest {one.NewestFact?.Ticks} {string.Join(' ', one.Dropped.Select(left => left.ToString()))}";
}
