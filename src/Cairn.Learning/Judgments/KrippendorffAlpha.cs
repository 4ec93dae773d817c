namespace Cairn.Learning.Judgments;

/// <summary>What makes two levels differ more.</summary>
public enum AlphaMetric
{
    /// <summary>They are the same or they are not.</summary>
    Nominal,

    /// <summary>How many judgments lie between them.</summary>
    Ordinal,

    /// <summary>Their distance.</summary>
    Interval,

    /// <summary>Their distance in proportion to their sum; for levels of 0 or more.</summary>
    Ratio,
}

/// <summary>Krippendorff's alpha: how far any number of judges agree, beyond chance, though some judged only some pieces.</summary>
/// <param name="Value">1 for full agreement, 0 for none beyond chance, below 0 for less; null where it is not defined.</param>
/// <param name="Judgments">How many judgments could be compared.</param>
/// <param name="Missing">Why there is no value.</param>
public sealed record KrippendorffAlpha(double? Value, int Judgments, NoAgreement Missing)
{
    /// <summary>Computes it. Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).</summary>
    /// <param name="judges">One list of levels a judge, all of the same pieces in the same order; null where a judge gave none.</param>
    /// <param name="metric">How levels differ; levels of a scale are ordinal.</param>
    /// <exception cref="ArgumentException">The lists are not of one length, or a level below 0 is read as a ratio.</exception>
    public static KrippendorffAlpha Of(IReadOnlyList<IReadOnlyList<decimal?>> judges, AlphaMetric metric = AlphaMetric.Ordinal)
    {
        if (judges.Select(one => one.Count).Distinct().Count() > 1) throw new ArgumentException("Every judge has one place a piece.", nameof(judges));
        if (metric == AlphaMetric.Ratio && judges.Any(judge => judge.Any(level => level < 0))) throw new ArgumentException("A ratio is of levels of 0 or more.", nameof(judges));
        if (judges.Count < 2) return new KrippendorffAlpha(null, 0, NoAgreement.OneJudge);
        var pieces = Enumerable.Range(0, judges[0].Count).Select(piece => judges.Select(judge => judge[piece]).OfType<decimal>().ToList()).Where(levels => levels.Count > 1).ToList();
        var counts = pieces.SelectMany(levels => levels).CountBy(level => level).OrderBy(one => one.Key).ToList();
        var all = counts.Sum(one => one.Value);
        if (all == 0) return new KrippendorffAlpha(null, 0, NoAgreement.NoOverlap);
        if (counts.Count == 1) return new KrippendorffAlpha(null, all, NoAgreement.OneLevel);

        var place = counts.Index().ToDictionary(one => one.Item.Key, one => one.Index);
        var apart = new double[counts.Count, counts.Count];
        for (var i = 0; i < counts.Count; i++)
            for (var j = i + 1; j < counts.Count; j++)
                apart[i, j] = apart[j, i] = Apart(counts, i, j, metric);
        // Each piece weighs by its judgments: of m judgments every pair counts 1 / (m - 1), in both orders.
        var seen = pieces.Sum(levels => levels.Sum(one => levels.Sum(other => apart[place[one], place[other]])) / (levels.Count - 1));
        double byChance = 0;
        for (var i = 0; i < counts.Count; i++)
            for (var j = 0; j < counts.Count; j++)
                byChance += (double)counts[i].Value * counts[j].Value * apart[i, j];
        return new KrippendorffAlpha(1 - (all - 1) * seen / byChance, all, NoAgreement.None);
    }

    // Squared, the lower level before the higher.
    private static double Apart(List<KeyValuePair<decimal, int>> counts, int low, int high, AlphaMetric metric)
    {
        var (from, to) = ((double)counts[low].Key, (double)counts[high].Key);
        var distance = metric switch
        {
            AlphaMetric.Nominal => 1,
            AlphaMetric.Ordinal => counts.Skip(low).Take(high - low + 1).Sum(one => one.Value) - 0.5 * (counts[low].Value + counts[high].Value),
            AlphaMetric.Interval => to - from,
            _ => (to - from) / (to + from),
        };
        return distance * distance;
    }
}
