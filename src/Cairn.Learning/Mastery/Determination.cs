using Cairn.Learning.Judgments;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>
/// Where one learner stands in one competency (or target) and stage, and why: a conclusion, computed from facts by a
/// named rule and always rebuildable. What only time changes, such as an override that expires, is asked with a moment.
/// </summary>
public sealed partial record Determination
{
    private Determination(LearnerId learner, CompetencyId competency, TargetId? target, int? stage, ProficiencyScale scale, RuleVersion rule, AsOf asOf) =>
        (Learner, Competency, Target, Stage, Scale, Rule, AsOf) = (learner, competency, target, stage, scale, rule, asOf);

    /// <summary>Whose learning.</summary>
    public LearnerId Learner { get; }

    /// <summary>The competency.</summary>
    public CompetencyId Competency { get; }

    /// <summary>The target under it; null for the competency itself.</summary>
    public TargetId? Target { get; }

    /// <summary>The stage; null where there is no continuum.</summary>
    public int? Stage { get; }

    /// <summary>The scale the level is read on.</summary>
    public ProficiencyScale Scale { get; }

    /// <summary>The rule, and its version.</summary>
    public RuleVersion Rule { get; }

    /// <summary>Shown by and known by what moments this was concluded.</summary>
    public AsOf AsOf { get; }

    /// <summary>When the newest fact that was read was recorded, UTC; null when nothing was.</summary>
    public DateTime? NewestFact { get; private init; }

    /// <summary>The value, rounded to the rule's precision; null when there is too little evidence or the rule gives none.</summary>
    public decimal? Value { get; private init; }

    /// <summary>The level of the value; null when there is too little evidence or the rule gives none.</summary>
    public ProficiencyLevel? Level { get; private init; }

    /// <summary>Is it Proficient by the rule? On a continuum: is the stage complete?</summary>
    public bool IsProficient { get; private init; }

    /// <summary>Why not yet; none when Proficient.</summary>
    public NotYet NotYet { get; private init; }

    /// <summary>Boxes for evidence.</summary>
    public Boxes Boxes { get; private init; }

    /// <summary>Is all the evidence in, and at its level?</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Experiences that gave a level or a completion, whether the rule counted them or not.</summary>
    public int Pieces { get; private init; }

    /// <summary>When the newest of them was shown, UTC; null where there is none.</summary>
    public DateTime? LastShown { get; private init; }

    /// <summary>The level the learner brought to the stage, one decimal; null for none.</summary>
    public decimal? Baseline { get; private init; }

    /// <summary>Growth in levels, one decimal; null where it cannot be told.</summary>
    public decimal? Growth { get; private init; }

    /// <summary>What BestFit chose; null for every other rule.</summary>
    public string? Chosen { get; private init; }

    /// <summary>Judgments that counted, oldest first.</summary>
    public IReadOnlyList<Judgment> Counted { get; private init; } = [];

    /// <summary>Judgments that did not, each with its reason.</summary>
    public IReadOnlyList<Dropped> Dropped { get; private init; } = [];

    /// <summary>Where the learner stands in each child or target that was read, in framework order.</summary>
    public IReadOnlyList<TargetStanding> Targets { get; private init; } = [];

    /// <summary>The arithmetic, line by line.</summary>
    public IReadOnlyList<ArithmeticLine> Arithmetic => _arithmetic?.Invoke() ?? [];

    /// <summary>What would change the conclusion.</summary>
    public IReadOnlyList<Change> WouldChange => _wouldChange?.Invoke() ?? [];

    /// <summary>The educator's determination that stands in place of the rule's; null where there is none. Ask <see cref="At"/>.</summary>
    public Override? Override { get; private init; }

    /// <summary>Has newer evidence arrived since the override?</summary>
    public bool IsOverrideStale { get; private init; }

    // Explanations are made when somebody asks: a recomputation of a district asks for none.
    private Func<IReadOnlyList<ArithmeticLine>>? _arithmetic { get; init; }

    private Func<IReadOnlyList<Change>>? _wouldChange { get; init; }

    /// <summary>What holds at a moment: the override while it lasts, else the rule's conclusion.</summary>
    public Held At(DateTime moment)
    {
        if (Override is not { } set || set.IsExpired(moment))
            return new Held(Level, IsProficient, Override is null ? null : OverrideState.Expired);
        var level = Scale.WithNumber(set.Level) ?? Scale.LevelOf(set.Level);
        var isProficient = Rule.Rule is Rules.Continuum ? level.Number >= Stage : Scale.IsProficient(level);
        return new Held(level, isProficient, IsOverrideStale ? OverrideState.Stale : OverrideState.InForce);
    }

    /// <summary>Do the rule and the person disagree at a moment?</summary>
    public bool IsDisputed(DateTime moment) => At(moment) is { Override: not null and not OverrideState.Expired } held && held.Level?.Number != Level?.Number;

    /// <summary>Is a refresh asked for at a moment, because the newest showing is older than the competency lets it stand? Only time changes this, so it is asked when read.</summary>
    /// <param name="moment">The moment, UTC.</param>
    /// <param name="days">Days that a showing is good for; null where it does not expire.</param>
    public bool NeedsRefresh(DateTime moment, int? days) => days is { } good && LastShown is { } last && last.AddDays(good) <= moment;

    private static bool IsSeen(ExperienceScore score) => score.Level is not null || score.IsCompletion;

    private static DateTime? LastOf(IEnumerable<ExperienceScore> scores) => scores.Where(IsSeen).Max(score => (DateTime?)score.Judgment.DemonstratedOn);

    /// <summary>The same conclusion with the override that stands in the record, stamped with the newest fact about the competency.</summary>
    internal Determination WithOverride(LearnerRecord record, IEnumerable<Judgment> read)
    {
        var newest = record.NewestOf(Competency, AsOf);
        if (Mastery.Override.Standing(record, Competency, Stage, AsOf) is not { } set) return this with { NewestFact = newest };
        var isStale = read.Any(one => one.RecordedAt > set.RecordedAt && one.DemonstratedOn <= AsOf.ShownBy && one.RecordedAt <= AsOf.KnownBy
            && one.Role != JudgeRole.Learner && !record.IsRetracted(one, AsOf));
        return this with { Override = set, IsOverrideStale = isStale, NewestFact = newest };
    }
}

/// <summary>What holds at a moment.</summary>
/// <param name="Level">The level; null for none.</param>
/// <param name="IsProficient">Is it Proficient?</param>
/// <param name="Override">Where the override is in its life; null when there is none.</param>
public readonly record struct Held(ProficiencyLevel? Level, bool IsProficient, OverrideState? Override)
{
    /// <summary>Did a person set it?</summary>
    public bool IsSetByPerson => Override is OverrideState.InForce or OverrideState.Stale;
}

/// <summary>Where a learner stands in one target that its competency concludes from.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">Its value; null for none.</param>
/// <param name="IsProficient">Is it Proficient, or on a continuum: are its boxes full?</param>
/// <param name="Boxes">Its boxes.</param>
/// <param name="Dropped">Why the parent's rule did not count it; null when it did.</param>
public sealed record TargetStanding(TargetId Target, decimal? Value, bool IsProficient, Boxes Boxes, DropReason? Dropped = null);
