using Cairn.App.Ui.Kit;
using Cairn.Learning.Evidence;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Scales;

namespace Cairn.App.Ui.Reasons;

/// <summary>Says an estimate in a reader's words: the likely level, how sure, why, and what would settle it. Shares are for staff.</summary>
internal sealed class EstimateWords(Words.Words words, Estimate estimate, ProficiencyScale scale)
{
    // Less than this share of doubt is not worth another piece.
    private const double Hardly = 0.02;

    private ProficiencyLevel Line => estimate.Levels.Levels[estimate.Levels.Line];

    /// <summary>How sure, in a sentence or two.</summary>
    public string Sure => words["estimate.sure", ("sureness", estimate.Sureness.ToString()), ("level", Level(estimate.Likely)), ("line", LevelLook.Text(Line, words)), ("shown", estimate.ProficientChance > 0.5)];

    /// <summary>The chances in percent, for staff.</summary>
    public string Shares => words["estimate.shares", ("percent", Percent(estimate.ProficientChance)), ("line", LevelLook.Text(Line, words)), ("likely", Percent(estimate.LikelyChance)), ("level", Level(estimate.Likely))];

    /// <summary>Why: how many pieces, how far apart, how long ago. Null without a piece.</summary>
    public string? Why()
    {
        if (estimate.Pieces.Count == 0) return null;
        var judged = estimate.Pieces.Select(one => one.Score.Level!.Value).ToList();
        return words["estimate.why", ("pieces", judged.Count), ("spread", judged.Min() == judged.Max() ? "same" : "apart"),
            ("low", Judged(judged.Min())), ("high", Judged(judged.Max())), ("days", (int)estimate.DaysSince)];
    }

    /// <summary>What would settle it, in sentences.</summary>
    public IEnumerable<string> Settle()
    {
        var settling = estimate.WouldSettle;
        var best = settling[0];
        if (best.Gain < Hardly)
        {
            yield return words["estimate.settle.hardly"];
            yield break;
        }

        var kinds = settling.Where(one => best.Gain - one.Gain < 1e-6).Select(one => Kind(one.Kind)).Aggregate((one, other) => words["estimate.or", ("one", one), ("other", other)]);
        yield return words["estimate.settle", ("kinds", kinds)];
        if (estimate.Sureness == Sureness.NoEvidence) yield break;
        if (best.ShownFrom is { } shown) yield return words["estimate.settle.shown", ("level", LevelLook.Text(shown, words)), ("edge", shown == scale.Highest)];
        if (best.NotYetUpTo is { } notYet) yield return words["estimate.settle.notYet", ("level", LevelLook.Text(notYet, words)), ("edge", notYet == scale.Lowest)];
    }

    private string Kind(EvidenceKind kind) => words[$"estimate.kind.{kind}"];

    // Around a stage, the levels at the ends stand for all beyond them.
    private string Level(ProficiencyLevel level)
    {
        var text = LevelLook.Text(level, words);
        return level == estimate.Levels.Levels[0] && level != scale.Lowest ? words["estimate.orBelow", ("level", text)]
            : level == estimate.Levels.Levels[^1] && level != scale.Highest ? words["estimate.orAbove", ("level", text)] : text;
    }

    private string Judged(decimal level) => scale.WithNumber(level) is { } found ? LevelLook.Text(found, words) : words.Number(level);

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);
}
