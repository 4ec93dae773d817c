namespace Cairn.Learning.Judgments;

/// <summary>Why a figure of agreement cannot be given.</summary>
public enum NoAgreement
{
    /// <summary>It is given.</summary>
    None,

    /// <summary>There are fewer than two judges.</summary>
    OneJudge,

    /// <summary>No piece was judged by two of them.</summary>
    NoOverlap,

    /// <summary>Everybody gave one and the same level: there is no chance agreement to compare with.</summary>
    OneLevel,
}

/// <summary>How far two judges agree on the pieces that both judged.</summary>
/// <param name="Pieces">How many pieces that is.</param>
/// <param name="Exact">Share of pieces at the same level, 0 to 1; null without a piece.</param>
/// <param name="Adjacent">Share of pieces at most one level apart, the same ones too; null without a piece.</param>
/// <param name="Kappa">Cohen's kappa, -1 to 1; null where it is not defined.</param>
/// <param name="WeightedKappa">Kappa weighted by the square of the distance; null where it is not defined.</param>
/// <param name="Missing">Why a figure is missing.</param>
public sealed record PairAgreement(int Pieces, double? Exact, double? Adjacent, double? Kappa, double? WeightedKappa, NoAgreement Missing)
{
    /// <summary>Compares two judges. Source: Cohen 1960 (kappa) and 1968 (weighted kappa).</summary>
    /// <param name="levels">One pair a piece, in levels; null where a judge gave none.</param>
    public static PairAgreement Of(IEnumerable<(decimal? One, decimal? Other)> levels)
    {
        var both = levels.Where(pair => pair is { One: not null, Other: not null }).Select(pair => (One: pair.One!.Value, Other: pair.Other!.Value)).ToList();
        if (both.Count == 0) return new PairAgreement(0, null, null, null, null, NoAgreement.NoOverlap);
        double count = both.Count;
        var exact = both.Count(pair => pair.One == pair.Other) / count;
        var adjacent = both.Count(pair => Math.Abs(pair.One - pair.Other) <= 1) / count;
        var (ones, others) = (both.CountBy(pair => pair.One).ToList(), both.CountBy(pair => pair.Other).ToList());
        double byChance = 0, apartByChance = 0;
        foreach (var one in ones)
            foreach (var other in others)
            {
                var share = one.Value / count * (other.Value / count);
                if (one.Key == other.Key) byChance += share;
                apartByChance += share * Square(one.Key - other.Key);
            }

        // Both gave one and the same level throughout.
        if (apartByChance == 0) return new PairAgreement(both.Count, exact, adjacent, null, null, NoAgreement.OneLevel);
        var apart = both.Sum(pair => Square(pair.One - pair.Other)) / count;
        return new PairAgreement(both.Count, exact, adjacent, (exact - byChance) / (1 - byChance), 1 - apart / apartByChance, NoAgreement.None);
    }

    private static double Square(decimal distance) => (double)(distance * distance);
}
