using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

public sealed partial record Determination
{
    /// <summary>Concludes from a body of evidence by a rule that reads scores, or by an educator's judgment of the whole.</summary>
    /// <param name="body">The body.</param>
    /// <param name="scale">The scale its levels are on.</param>
    /// <param name="rule">The rule: a <see cref="ScoreRule"/> or <see cref="Judged"/>; any other throws <see cref="ArgumentException"/>.</param>
    /// <param name="pieces">Boxes: pieces of evidence asked for, 0 or more.</param>
    public static Determination From(BodyOfEvidence body, ProficiencyScale scale, RuleVersion rule, int pieces = 0) => rule.Rule switch
    {
        ScoreRule scores => FromScores(body, scale, rule, scores, pieces),
        Judged judged => FromWhole(body, scale, rule, judged, pieces),
        _ => throw new ArgumentException($"{rule.Rule.Name} does not conclude from one body of scores.", nameof(rule)),
    };

    private static Determination FromScores(BodyOfEvidence body, ProficiencyScale scale, RuleVersion version, ScoreRule rule, int pieces)
    {
        var levels = body.Scores.Select(score => score.Level).ToArray();
        var weights = rule is WeightedByEvidence weighed ? body.Scores.Select(score => weighed.WeightOf(score.Kind)).ToArray() : null;
        var answer = rule.Conclude(levels, weights);
        var counted = answer.Counted.Select(i => body.Scores[i].Judgment).ToList();
        var notYet = answer.NotYet.Reason != NotYetReason.None ? answer.NotYet : TooFew(rule, Experiences(body), Judges(body));
        var hasValue = notYet.Reason == NotYetReason.None && answer.Value is not null;
        var level = hasValue ? scale.LevelOf(answer.Value!.Value) : null;
        var isProficient = level is not null && scale.IsProficient(level);
        var boxes = BoxesOf(body, pieces);
        return new Determination(body.Learner, body.Competency, body.Target, body.Stage, scale, version, body.AsOf)
        {
            NewestFact = body.NewestFact,
            Value = hasValue ? answer.Value : null,
            Level = level,
            IsProficient = isProficient,
            NotYet = isProficient || level is null ? notYet : new NotYet(NotYetReason.BelowLine, level.Number, scale.Line),
            Boxes = boxes,
            Pieces = body.Scores.Count(IsSeen),
            LastShown = LastOf(body.Scores),
            IsComplete = isProficient && boxes.Empty == 0,
            Growth = GrowthOf(body),
            Chosen = hasValue ? answer.Chosen : null,
            Counted = hasValue ? counted : [],
            Dropped = [.. body.Dropped, .. answer.Dropped.Select(one => new Dropped(body.Scores[one.Index].Judgment.Id, one.Why)),
                .. hasValue ? [] : TooLittleYet(body, answer.Dropped),
                .. body.Whole.Select(one => new Dropped(one.Id, DropReason.OfTheWhole))],
            _arithmetic = hasValue ? () => rule.Explain(levels, weights) : null,
            _wouldChange = () => NextPieces(body, levels, weights, scale, rule, boxes),
        };
    }

    private static Determination FromWhole(BodyOfEvidence body, ProficiencyScale scale, RuleVersion version, Judged rule, int pieces)
    {
        var whole = body.Whole.Where(one => one.Level is not null).ToList();
        var stands = whole.Where(one => one.Role == JudgeRole.Moderator).DefaultIfEmpty(whole.LastOrDefault()).Last();
        var waits = rule.NeedsModeration && stands is { Role: not JudgeRole.Moderator };
        var level = stands is null || waits ? null : scale.LevelOf(stands.Level!.Value);
        var isProficient = level is not null && scale.IsProficient(level);
        var boxes = BoxesOf(body, pieces);
        var others = body.Whole.Where(one => one != stands || waits).Select(one => new Dropped(one.Id, one.Level is null ? DropReason.NoLevel : one == stands ? DropReason.AwaitsModeration : DropReason.JudgedAgainWhole));
        return new Determination(body.Learner, body.Competency, body.Target, body.Stage, scale, version, body.AsOf)
        {
            NewestFact = body.NewestFact,
            Value = level is null ? null : stands!.Level,
            Level = level,
            IsProficient = isProficient,
            NotYet = isProficient ? default
                : level is not null ? new NotYet(NotYetReason.BelowLine, level.Number, scale.Line)
                : new NotYet(waits ? NotYetReason.WaitsForModeration : NotYetReason.NotJudgedWhole),
            Boxes = boxes,
            Pieces = body.Scores.Count(IsSeen),
            LastShown = LastOf(body.Scores),
            IsComplete = isProficient && boxes.Empty == 0,
            Growth = GrowthOf(body),
            Counted = level is null ? [] : [stands!],
            Dropped = [.. body.Dropped, .. body.Scores.Select(one => new Dropped(one.Judgment.Id, DropReason.NotOfTheWhole)), .. others],
            _wouldChange = () => isProficient ? [] : [new JudgeWhole(waits)],
        };
    }

    /// <summary>Too few experiences or judges in the body, whichever of its pieces the rule reads.</summary>
    /// <summary>Without a value nothing counts yet: each piece that the rule did not drop by name waits.</summary>
    private static IEnumerable<Dropped> TooLittleYet(BodyOfEvidence body, IReadOnlyList<DroppedScore> named) =>
        Enumerable.Range(0, body.Scores.Count).Except(named.Select(one => one.Index)).Select(i => new Dropped(body.Scores[i].Judgment.Id, DropReason.TooLittleYet));

    private static NotYet TooFew(DeterminationRule rule, int experiences, int judges) =>
        experiences < rule.MinimumExperiences ? new NotYet(NotYetReason.TooFewExperiences, experiences, rule.MinimumExperiences)
        : judges < rule.MinimumJudges ? new NotYet(NotYetReason.TooFewJudges, judges, rule.MinimumJudges)
        : default;

    private static int Experiences(BodyOfEvidence body) => body.Scores.Count(score => score.Level is not null);

    private static int Judges(BodyOfEvidence body) =>
        body.Scores.Where(score => score.Level is not null).Select(score => score.Judgment.Judge).Distinct().Count();

    private static Boxes BoxesOf(BodyOfEvidence body, int pieces) => new(
        Math.Min(pieces, body.Scores.Count(score => score.Level is not null)),
        body.Scores.Count(score => score.NonScore == NonScore.Missed), pieces);

    /// <summary>The last level less the first, one decimal; null with fewer than two levels.</summary>
    private static decimal? GrowthOf(BodyOfEvidence body)
    {
        var levels = body.Scores.Where(score => score.Level is not null).Select(score => score.Level!.Value).ToList();
        return levels.Count < 2 ? null : Math.Round(levels[^1] - levels[0], 1, MidpointRounding.AwayFromZero);
    }

    private static List<Change> NextPieces(
        BodyOfEvidence body, decimal?[] levels, decimal[]? weights, ProficiencyScale scale, ScoreRule rule, Boxes boxes)
    {
        // The next piece is of another experience, and by somebody who has not judged yet.
        var isEnough = TooFew(rule, Experiences(body) + 1, Judges(body) + 1).Reason == NotYetReason.None;
        var changes = new List<Change>();
        if (boxes.Empty > 0) changes.Add(new FillBoxes(null, boxes.Empty));
        foreach (var level in scale.Levels)
        {
            var answer = rule.Conclude([.. levels, level.Number], weights is null ? null : [.. weights, 1m]);
            var value = isEnough ? answer.Value : null;
            var then = value is null ? null : scale.LevelOf(value.Value);
            changes.Add(new NextPiece(level, value, then, then is not null && scale.IsProficient(then)));
        }

        return changes;
    }
}
