using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;

namespace Cairn.Storage.Transfers;

/// <summary>All that is needed to say what lines of another school's transcript are taken for here: read once for many lines.</summary>
public sealed class TransferReads
{
    private readonly Scope _scope;
    private readonly Learner _learner;
    private readonly IReadOnlyList<FrameworkInForce> _frameworks;
    private readonly ILookup<CreditPolicyId, CreditPart> _parts;
    private readonly IReadOnlyList<CourseEquivalent> _equivalents;
    private LearnerRecord? _record;

    /// <summary>Reads for one learner, as somebody sees them.</summary>
    public TransferReads(Db db, Scope scope, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(learner);
        (_scope, _learner, _frameworks) = (scope, learner, frameworks);
        (Policies, _parts, _equivalents) = (PolicyInForce.Of(CreditRows.Policies(db), learner.Place, today), CreditRows.Parts(db), EquivalentRows.InUse(db));
        if (GradeMeanings.Of(db, learner.Place, today) is var (conversion, meanings)) (Conversion, Meanings) = (conversion.Title, meanings);
    }

    /// <summary>The policies that a line may be taken for, by code.</summary>
    public IReadOnlyList<CreditPolicy> Policies { get; }

    /// <summary>The name of the conversion that grades are read by; null where none is in force.</summary>
    public string? Conversion { get; }

    /// <summary>What its grades mean.</summary>
    public IReadOnlyList<GradeMeaning> Meanings { get; } = [];

    /// <summary>What is proposed for a line.</summary>
    public TransferProposal For(PriorLine line) => TransferProposal.From(line, _equivalents, Policies, PartsOf, Meanings, ScaleOf).Beside(IsSeen);

    /// <summary>What a line comes to if it is taken for a policy, or for nothing but a subject.</summary>
    public TransferProposal As(PriorLine line, CreditPolicy? policy, string subject) => TransferProposal.As(line, policy, subject, PartsOf, Meanings, ScaleOf).Beside(IsSeen);

    /// <summary>The scale that a competency is judged on where the learner is; null where it is not in force, and on a continuum, whose levels are its stages.</summary>
    public ProficiencyScale? ScaleOf(CompetencyId id)
    {
        foreach (var one in _frameworks)
            if (one.Content.Find(id) is { } competency && one.RulesFor(_learner.Place) is var rules) return rules.RuleOf(id).Rule is Continuum ? null : Standing.ScaleOf(competency, one.Content, rules);
        return null;
    }

    /// <summary>What is owed to the learner if they leave on a day.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="on">The district's day.</param>
    public Leaving Leaving(Db db, Scope scope, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(on);
        List<CreditDecision> decisions = [];
        foreach (var some in Policies.GroupBy(one => one.Framework))
        {
            if (_frameworks.FirstOrDefault(one => one.Content.Framework.Id == some.Key) is not { } framework) continue;
            var standings = CreditStandings.Of(scope, _learner, framework, some.SelectMany(one => _parts[one.Id]).Select(one => one.Competency), on);
            decisions.AddRange(some.Select(one => CreditDecision.From(one, [.. _parts[one.Id]], new CreditEvidence(standings), isPartial: true)));
        }

        return Learning.Credits.Leaving.From(decisions, CreditRows.RecordOf(db, scope, _learner.Id), on.Today);
    }

    // Work at the stage of a part, or at a later one, stands for itself: what is shown before a line is accepted and what is accepted ask here, both.
    private bool IsSeen(ProposedPart part)
    {
        var record = _record ??= _scope.Record(_learner.Id);
        return record.JudgmentsUnder(part.Competency).Any(one => (one.Stage == part.Stage || one.Stage > part.Stage) && one.Role is JudgeRole.Educator or JudgeRole.Moderator
            && (one.Level is not null || one.IsCompletion) && !record.IsRetracted(one, AsOf.Everything));
    }

    private IReadOnlyList<CreditPart> PartsOf(CreditPolicyId policy) => [.. _parts[policy]];
}
