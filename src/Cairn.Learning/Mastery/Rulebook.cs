using System.Collections.Concurrent;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>
/// Which rule each competency and target of a framework concludes by, at a moment and at a place. The narrowest rule wins: one
/// for a target before one for its competency before one for all, one for a stage before one for all stages; of equally
/// narrow ones the program's before the school's before the district's. A locked rule leaves no narrower place a say about what it covers.
/// </summary>
public sealed class Rulebook
{
    private readonly List<RuleAssignment> _rules;
    private readonly List<(ScaleAssignment Assignment, ProficiencyScale Scale)> _scales;
    private readonly ConcurrentDictionary<(CompetencyId, bool, TargetId?, int?), RuleVersion> _found = new();
    private readonly HashSet<CompetencyId> _parents;

    /// <summary>The rules in force at a moment, for somebody at a place.</summary>
    /// <param name="assignments">Every rule of the framework, in every version.</param>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="policy">Whose judgments count.</param>
    /// <param name="place">Where; the district where it is not said.</param>
    /// <param name="scales">Scales in place of the framework's.</param>
    public Rulebook(
        IEnumerable<RuleAssignment> assignments, DateTime at, JudgmentPolicy? policy = null, PolicyPlace place = default,
        IEnumerable<(ScaleAssignment Assignment, ProficiencyScale Scale)>? scales = null)
    {
        Policy = policy ?? JudgmentPolicy.Default;
        _rules = [.. assignments.Where(one => one.EffectiveFrom <= at && one.Place.Reaches(place))
            .GroupBy(one => (one.Competency, one.OfTargets, one.Target, one.Stage, one.Place.Said))
            .Select(versions => versions.OrderBy(one => one.EffectiveFrom).ThenBy(one => one.Number).ThenBy(one => one.Id.Value).Last())];
        _scales = [.. (scales ?? []).Where(one => one.Assignment.EffectiveFrom <= at && one.Assignment.Place.Reaches(place))
            .GroupBy(one => (one.Assignment.Competency, one.Assignment.Place.Said))
            .Select(versions => versions.OrderBy(one => one.Assignment.EffectiveFrom).ThenBy(one => one.Assignment.Number).ThenBy(one => one.Assignment.Id.Value).Last())];
        // A rule that a lock leaves no say makes no parent either.
        _parents = [.. _rules.Where(one => one is { OfTargets: true, Competency: not null } && !_rules.Exists(other => other.IsLocked && other.Place.Narrowness < one.Place.Narrowness
                && (PolicyLocks.Covers(other, one) || PolicyLocks.ForbidsParts(other, one))))
            .Select(one => one.Competency!.Value)];
        Fingerprint = FingerprintOf(_rules.Select(one => one.Id.Value).Concat(_scales.Select(one => one.Assignment.Id.Value)));
    }

    /// <summary>The rule of everything that nobody gave a rule: the latest piece.</summary>
    public static RuleVersion Unassigned { get; } = new(new MostRecent(), 0, default);

    /// <summary>Whose judgments count.</summary>
    public JudgmentPolicy Policy { get; }

    /// <summary>A number that the rules and scales in force have in common with no other set of them: what was concluded under another is due again.</summary>
    public long Fingerprint { get; }

    /// <summary>The rule of a competency, at a stage where there are stages.</summary>
    public RuleVersion RuleOf(CompetencyId competency, int? stage = null) => Find(competency, false, null, stage);

    /// <summary>The rule of a competency's targets, or of one of them, where it concludes from them.</summary>
    public RuleVersion RuleOfTargets(CompetencyId competency, TargetId? target = null, int? stage = null) => Find(competency, true, target, stage);

    /// <summary>Does a competency conclude from its targets?</summary>
    public bool IsParent(CompetencyId competency) => _parents.Contains(competency);

    /// <summary>The scale in place of a competency's own, or null.</summary>
    public ProficiencyScale? ScaleOf(CompetencyId competency)
    {
        if (_scales.Count == 0) return null;
        var covering = _scales.Where(one => one.Assignment.Competency is null || one.Assignment.Competency == competency).ToList();
        var locked = covering.Where(one => one.Assignment.IsLocked).Select(one => one.Assignment.Place.Narrowness).DefaultIfEmpty(int.MaxValue).Min();
        return covering.Where(one => one.Assignment.Place.Narrowness <= locked)
            .OrderByDescending(one => one.Assignment.Competency is null ? 0 : 1).ThenByDescending(one => one.Assignment.Place.Narrowness).Select(one => one.Scale).FirstOrDefault();
    }

    private RuleVersion Find(CompetencyId competency, bool ofTargets, TargetId? target, int? stage) =>
        _found.GetOrAdd((competency, ofTargets, target, stage), asked =>
            SourceOf(asked.Item1, asked.Item2, asked.Item3, asked.Item4) is { } won ? new RuleVersion(won.Rule, won.Number, won.EffectiveFrom) : Unassigned);

    /// <summary>The assignment that a rule comes from, with its place and lock; null where nobody gave one.</summary>
    /// <param name="competency">The competency.</param>
    /// <param name="ofTargets">The rule of its targets, rather than its own?</param>
    /// <param name="target">The one target; null for all of them.</param>
    /// <param name="stage">The stage; null where there is none.</param>
    public RuleAssignment? SourceOf(CompetencyId competency, bool ofTargets = false, TargetId? target = null, int? stage = null)
    {
        var covering = _rules.Where(one => one.OfTargets == ofTargets && (one.Competency is null || one.Competency == competency)
            && (one.Target is null || one.Target == target) && (one.Stage is null || one.Stage == stage)).ToList();
        var locked = covering.Where(one => one.IsLocked).Select(one => one.Place.Narrowness).DefaultIfEmpty(int.MaxValue).Min();
        return covering.Where(one => one.Place.Narrowness <= locked)
            .OrderByDescending(one => one.Target is null ? 0 : 1).ThenByDescending(one => one.Competency is null ? 0 : 1)
            .ThenByDescending(one => one.Stage is null ? 0 : 1).ThenByDescending(one => one.Place.Narrowness).FirstOrDefault();
    }

    /// <summary>FNV-1a over the ids in order.</summary>
    private static long FingerprintOf(IEnumerable<Guid> ids)
    {
        var hash = 14_695_981_039_346_656_037UL;
        Span<byte> bytes = stackalloc byte[16];
        foreach (var id in ids.Order())
        {
            id.TryWriteBytes(bytes);
            foreach (var one in bytes) hash = unchecked((hash ^ one) * 1_099_511_628_211UL);
        }

        return unchecked((long)hash);
    }
}
