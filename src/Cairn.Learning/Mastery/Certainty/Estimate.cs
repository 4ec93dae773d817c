using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery.Certainty;

/// <summary>How sure the Estimate is that a learner is Proficient, or is not.</summary>
public enum Sureness
{
    /// <summary>No piece with a level: nothing is known of this learner.</summary>
    NoEvidence,

    /// <summary>The chance of Proficient lies between 0.2 and 0.8: not enough yet to tell.</summary>
    NotEnough,

    /// <summary>The chance is beyond 0.8, one way or the other.</summary>
    Fairly,

    /// <summary>The chance is beyond 0.95, one way or the other.</summary>
    Very,
}

/// <summary>A piece that entered an estimate.</summary>
/// <param name="Score">The score.</param>
/// <param name="Weighed">How it was weighed.</param>
public sealed record EstimatePiece(ExperienceScore Score, WeighedPiece Weighed);

/// <summary>
/// The likely level of one learner in one competency, how sure that is, why, and what evidence would settle it: a conclusion
/// that advises. It never decides: no determination reads it. It reads judged levels, their kinds and days, and nothing else.
/// Source: "Estimate: the advisory model" in the methods.
/// </summary>
public sealed record Estimate
{
    internal const double Doubt = 0.2;
    private const double SmallDoubt = 0.05;

    private Estimate(EstimateLevels levels, EstimateModel model, IReadOnlyList<EstimatePiece> pieces, double daysSince)
    {
        (Levels, Model, Pieces, DaysSince) = (levels, model, pieces, daysSince);
        Ability = OrdinalFilter.Read(model, [.. pieces.Select(one => one.Weighed)], daysSince);
        ProficientChance = Ability.Levels.Skip(levels.Line).Sum();
        var place = Ability.Levels.Index().MaxBy(one => one.Item).Index;
        (Likely, LikelyChance) = (levels.Levels[place], Ability.Levels[place]);
    }

    /// <summary>The levels told apart.</summary>
    public EstimateLevels Levels { get; }

    /// <summary>What was taken for granted.</summary>
    public EstimateModel Model { get; }

    /// <summary>The pieces that entered, oldest first.</summary>
    public IReadOnlyList<EstimatePiece> Pieces { get; }

    /// <summary>Days from the last piece to the reading, 0 or more; 0 without a piece.</summary>
    public double DaysSince { get; }

    /// <summary>What is believed at the reading.</summary>
    public Ability Ability { get; }

    /// <summary>The level with the greatest chance.</summary>
    public ProficiencyLevel Likely { get; }

    /// <summary>Its chance, 0 to 1.</summary>
    public double LikelyChance { get; }

    /// <summary>The chance of Proficient (on a continuum: of the stage or above), 0 to 1.</summary>
    public double ProficientChance { get; }

    /// <summary>How sure it is.</summary>
    public Sureness Sureness =>
        Pieces.Count == 0 ? Sureness.NoEvidence
        : ProficientChance is >= Doubt and <= 1 - Doubt ? Sureness.NotEnough
        : ProficientChance is > SmallDoubt and < 1 - SmallDoubt ? Sureness.Fairly
        : Sureness.Very;

    /// <summary>Does it keep from saying whether the learner is Proficient?</summary>
    public bool IsAbstaining => Sureness is Sureness.NoEvidence or Sureness.NotEnough;

    /// <summary>What one more piece of each kind would settle, the most telling kinds first. Computed when asked.</summary>
    public IReadOnlyList<Settling> WouldSettle => Settling.Of(this);

    /// <summary>Estimates from bodies of evidence: of a competency, or of the targets it concludes from.</summary>
    /// <param name="bodies">The bodies; their scores are those that the rules read.</param>
    /// <param name="levels">The levels told apart.</param>
    /// <param name="model">What is taken for granted; one level more than it has cuts.</param>
    /// <param name="readAt">The moment of reading, UTC: ability drifts until then. Before the last piece it is as at the last piece.</param>
    /// <param name="severities">Severity of judges, in levels; null for none.</param>
    public static Estimate From(
        IEnumerable<BodyOfEvidence> bodies, EstimateLevels levels, EstimateModel model, DateTime readAt, IReadOnlyDictionary<PersonId, double>? severities = null)
    {
        if (model.Levels != levels.Levels.Count) throw new ArgumentException("A model has one level for each that is told apart.", nameof(model));
        var scores = bodies.SelectMany(body => body.Scores).Where(one => one.Level is not null)
            .OrderBy(one => one.Judgment, Comparer<Judgments.Judgment>.Create(Judgments.Judgment.InOrder)).TakeLast(EstimateModel.MostPieces).ToList();
        // One piece that speaks to several targets is still one piece: together they tell no more than it does.
        var shares = scores.CountBy(one => one.Judgment.Evidence!.Value).ToDictionary();
        var pieces = new List<EstimatePiece>(scores.Count);
        foreach (var one in scores)
        {
            var days = pieces is [.., var before] ? DaysBetween(before.Score.Judgment.DemonstratedOn, one.Judgment.DemonstratedOn) : 0;
            var precision = UsualModel.PrecisionOf(one.Kind) / Math.Sqrt(shares[one.Judgment.Evidence!.Value]);
            pieces.Add(new EstimatePiece(one, new WeighedPiece(levels.PlaceOf(one.Level!.Value), precision, severities?.GetValueOrDefault(one.Judgment.Judge) ?? 0, days)));
        }

        return new Estimate(levels, model, pieces, pieces is [.., var last] ? DaysBetween(last.Score.Judgment.DemonstratedOn, readAt) : 0);
    }

    /// <summary>Estimates a competency at a stage by the usual model, from the evidence that its rule reads; null where the scale
    /// has too many levels, or only one.</summary>
    /// <param name="competency">The competency.</param>
    /// <param name="stage">The stage; null where there is none.</param>
    /// <param name="record">The learner's record.</param>
    /// <param name="content">The framework.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="asOf">Shown by and known by.</param>
    /// <param name="readAt">The moment of reading, UTC.</param>
    public static Estimate? Of(Competency competency, int? stage, LearnerRecord record, FrameworkContent content, Rulebook rules, AsOf asOf, DateTime readAt)
    {
        var rule = rules.RuleOf(competency.Id).Rule;
        if (EstimateLevels.Of(content.ScaleOf(competency), rule is Continuum ? stage : null) is not { } levels) return null;
        var isOfTargets = rule is Continuum or ConditionRule || rules.IsParent(competency.Id);
        var targets = isOfTargets ? content.TargetsOf(competency.Id).Where(target => target.IsActive).Select(target => (TargetId?)target.Id) : [null];
        return From(targets.Select(target => BodyOfEvidence.From(record, competency.Id, target, stage, rules.Policy, asOf)), levels, UsualModel.Of(levels), readAt);
    }

    private static double DaysBetween(DateTime from, DateTime to) => Math.Clamp((to - from).TotalDays, 0, 36_525);
}
