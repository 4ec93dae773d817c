using Cairn.Learning.Evidence;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery.Certainty;

/// <summary>
/// What is taken for granted where nobody fitted a model: levels one unit of ability apart with the Proficient line at 0, a
/// learner of whom nothing is known on the line, give or take a level. The same for everybody.
/// </summary>
public static class UsualModel
{
    /// <summary>Variance that ability gains in a day: less than half a level in a year.</summary>
    public const double DriftPerDay = 0.0005;

    /// <summary>The usual model of levels.</summary>
    public static EstimateModel Of(EstimateLevels levels) =>
        new([.. Enumerable.Range(1, levels.Levels.Count - 1).Select(k => (double)(k - levels.Line))], DriftPerDay, EstimateModel.UsualLapse, 0, 1);

    /// <summary>
    /// How sharply a kind of evidence tells levels apart: work that is larger or shown to others tells more than a task, a
    /// conversation less, an educator's decision about the whole body most.
    /// </summary>
    public static double PrecisionOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Conversation => 0.7,
        EvidenceKind.Project or EvidenceKind.Performance => 1.4,
        EvidenceKind.Decision => 2,
        _ => 1,
    };
}

/// <summary>
/// The levels an estimate tells apart: those of a scale of two to nine, or of a continuum those around the stage, two below to
/// two above, the lowest and highest standing for all beyond them. A longer scale without a stage has no estimate.
/// </summary>
/// <param name="Levels">The levels, lowest first.</param>
/// <param name="Line">The place, from 0, of the lowest Proficient level; on a continuum, of the stage.</param>
public sealed record EstimateLevels(IReadOnlyList<ProficiencyLevel> Levels, int Line)
{
    private const int Most = 9;
    private const int Around = 2;

    /// <summary>The levels that an estimate on a scale tells apart; null where it has none.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="stage">The stage of a continuum, which is its line; null for another scale.</param>
    public static EstimateLevels? Of(ProficiencyScale scale, int? stage)
    {
        var all = scale.Levels;
        if (stage is { } at)
        {
            if (all.Count < 2 || scale.WithNumber(at) is not { } level) return null;
            var place = all.Count(one => one.Number < level.Number);
            var first = Math.Max(0, place - Around);
            return new EstimateLevels([.. all.Skip(first).Take(place + Around + 1 - first)], place - first);
        }

        return all.Count is < 2 or > Most ? null : new EstimateLevels(all, all.Count(one => one.Number < scale.Line));
    }

    /// <summary>The place, from 1, of the level that a judged level reaches; below the lowest, 1.</summary>
    public int PlaceOf(decimal level) => Math.Max(1, Levels.Count(one => one.From <= level));
}
