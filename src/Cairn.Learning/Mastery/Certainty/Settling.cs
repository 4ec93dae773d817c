using Cairn.Learning.Evidence;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// What one more piece of a kind would settle. The risk of a wrong word about Proficient is R0 = min(p, 1 - p); the gain of a piece
/// is R0 less the risk that is left after it, over the levels it may be judged at. Source: "Estimate: the advisory model".
/// </summary>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Gain">How much less risk, 0 to 0.5.</param>
/// <param name="ShownFrom">The lowest level at which it would be said that the learner is Proficient; null where none would do.</param>
/// <param name="NotYetUpTo">The highest level at which it would be said that the learner is not yet; null where none would do.</param>
public sealed record Settling(EvidenceKind Kind, double Gain, ProficiencyLevel? ShownFrom, ProficiencyLevel? NotYetUpTo)
{
    private static readonly EvidenceKind[] Kinds = [.. Enum.GetValues<EvidenceKind>().Where(kind => kind != EvidenceKind.Decision)];

    internal static IReadOnlyList<Settling> Of(Estimate estimate)
    {
        var (model, levels) = (estimate.Model, estimate.Levels);
        var cut = model.Cuts[Math.Max(0, levels.Line - 1)];
        var imagined = Kinds.Select(UsualModel.PrecisionOf).Distinct()
            .ToDictionary(precision => precision, precision => Enumerable.Range(1, model.Levels).Select(level => new WeighedPiece(level, precision)).ToList());
        var grid = OrdinalFilter.Believe(model, [.. estimate.Pieces.Select(one => one.Weighed)], estimate.DaysSince, (_, _) => { }, [.. imagined.Values.SelectMany(all => all)]);
        var risk = Risk(estimate.ProficientChance);
        var outcomes = imagined.ToDictionary(one => one.Key, one => one.Value.ConvertAll(piece =>
        {
            var after = grid.Copy();
            var likely = after.Observe(new Likelihood(model, piece));
            return (Likely: likely, Proficient: levels.Line == 0 ? 1 : 1 - new AbilitySum(after).Below(cut));
        }));
        return [.. Kinds.Select(kind =>
        {
            var of = outcomes[UsualModel.PrecisionOf(kind)];
            var (shown, notYet) = (of.FindIndex(one => one.Proficient > 1 - Estimate.Doubt), of.FindLastIndex(one => one.Proficient < Estimate.Doubt));
            return new Settling(kind, Math.Max(0, risk - of.Sum(one => one.Likely * Risk(one.Proficient))),
                shown < 0 ? null : levels.Levels[shown], notYet < 0 ? null : levels.Levels[notYet]);
        }).OrderByDescending(one => one.Gain).ThenBy(one => one.Kind)];
    }

    private static double Risk(double chance) => Math.Min(chance, 1 - chance);
}
