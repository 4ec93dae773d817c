using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Certainty;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Competencies;

/// <summary>Where one learner stands in one competency, concluded anew from the facts, with all that explains it.</summary>
public sealed class CompetencyStanding
{
    private readonly LearnerRecord _record;
    private readonly Rulebook _rules;
    private readonly IReadOnlyDictionary<EvidenceId, EvidenceText> _texts;
    private readonly IReadOnlyDictionary<Guid, string> _judges;
    private readonly EarlierWordings _wordings;

    private CompetencyStanding(
        Learner learner, Competency competency, FrameworkInForce framework, Rulebook rules, LearnerRecord record, IReadOnlyList<Determination> stages, Determination shown,
        IReadOnlyDictionary<EvidenceId, EvidenceText> texts, ILookup<EvidenceId, Artifact> artifacts, IReadOnlyDictionary<Guid, string> judges, string? reason, EarlierWordings wordings) =>
        (Learner, Competency, Framework, _rules, _record, Stages, Shown, _texts, Artifacts, _judges, OverrideReason, _wordings) =
        (learner, competency, framework, rules, record, stages, shown, texts, artifacts, judges, reason, wordings);

    public Learner Learner { get; }

    public Competency Competency { get; }

    public FrameworkInForce Framework { get; }

    /// <summary>The determinations of all stages; one where there is no continuum.</summary>
    public IReadOnlyList<Determination> Stages { get; }

    /// <summary>The stage that is open and not begun, where the one explained is the stage before; null otherwise.</summary>
    public int? NotBegun => Stages is [.., var highest] && highest.Pieces == 0 && highest.Stage > Shown.Stage ? highest.Stage : null;

    /// <summary>The stage that they stand in: the highest that is open, but the one before it while nothing of it was shown.</summary>
    public int? Worked => Stages.Aggregate(default(Determination), (found, one) => found is null || one.Pieces > 0 || !(found.IsComplete || found.IsProficient) ? one : found)?.Stage;

    /// <summary>The one that is explained.</summary>
    public Determination Shown { get; }

    public ILookup<EvidenceId, Artifact> Artifacts { get; }

    /// <summary>Why an educator decided otherwise; null where nobody did.</summary>
    public string? OverrideReason { get; }

    /// <summary>The rule of the parts, where the competency concludes from them.</summary>
    public DeterminationRule? RuleOfParts => !IsContinuum && Shown.Targets.Count > 0 ? _rules.RuleOfTargets(Competency.Id, null, Shown.Stage).Rule : null;

    public bool IsContinuum => Shown.Rule.Rule is Continuum;

    public Area Area => Framework.Content.AreaOf(Competency);

    public IEnumerable<LearningTarget> Targets => Framework.Content.TargetsOf(Competency.Id);

    /// <summary>Every judgment at the stage that is explained, oldest first.</summary>
    public IEnumerable<Judgment> Judgments => _record.JudgmentsUnder(Competency.Id)
        .Where(one => one.Stage == Shown.Stage && one.DemonstratedOn <= Shown.AsOf.ShownBy && one.RecordedAt <= Shown.AsOf.KnownBy)
        .Order(Comparer<Judgment>.Create(Judgment.InOrder));

    /// <summary>How sure one can be of the level, read at a moment; null where the scale has too many levels. It only advises.</summary>
    public Estimate? EstimateAt(DateTime moment) => Estimate.Of(
        Competency, Shown.Stage, _record, Framework.Content, Framework.Rules, Shown.AsOf, moment < Shown.AsOf.ShownBy ? moment : Shown.AsOf.ShownBy);

    public EvidenceText? TextOf(Judgment judgment) => judgment.Evidence is { } piece ? _texts.GetValueOrDefault(piece) : null;

    public EvidenceKind KindOf(Judgment judgment) => _record.KindOf(judgment);

    public string JudgeOf(PersonId judge) => _judges.GetValueOrDefault(judge.Value, "");

    /// <summary>A target's title, or its code; of any competency, for a target may have moved since it was judged.</summary>
    public string TargetTitle(TargetId target) => Framework.Content.Targets.FirstOrDefault(one => one.Id == target) is { } found ? found.Title.Length > 0 ? found.Title : found.Code : "";

    /// <summary>The words that a judgment was made under; null where they are those of now.</summary>
    public EarlierWording? WordingOf(Judgment judgment) => _wordings.Under(judgment.Target, judgment.Level, judgment.JudgedAt, judgment.RecordedAt);

    /// <summary>The scale that a judgment was made on: its words are those that the judge saw.</summary>
    public ProficiencyScale ScaleOf(Judgment judgment)
    {
        ArgumentNullException.ThrowIfNull(judgment);
        return Framework.RulesFor(Learner.Place, judgment.JudgedAt).ScaleOf(Competency.Id) ?? _wordings.ScaleUnder(judgment.JudgedAt, judgment.RecordedAt);
    }

    /// <summary>Why a judgment did not count; null where it counted or was not read.</summary>
    public DropReason? WhyDropped(Judgment judgment) =>
        Shown.Dropped.Where(one => one.Judgment == judgment.Id).Select(one => (DropReason?)one.Why).FirstOrDefault()
        ?? (judgment.Target is { } target && Targets.FirstOrDefault(one => one.Id == target) is not { IsActive: true } ? DropReason.NotInUse : null);

    /// <summary>Finds it for somebody who may see the learner; null where there is no such competency or stage.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="learner">The learner, found through the scope.</param>
    /// <param name="code">The competency's code.</param>
    /// <param name="stage">The stage; null for the highest that is open.</param>
    /// <param name="asOf">As of when.</param>
    public static CompetencyStanding? Find(Db db, IReadOnlyList<FrameworkInForce> frameworks, Scope scope, Learner learner, string code, int? stage, AsOf asOf) =>
        // Two sources may use the same code: the one that the learner has begun in is meant. An id stands where no address can be made of the code.
        frameworks.Select(one => (In: one, Found: one.Content.Find(code)))
            .Concat(Guid.TryParseExact(code, "N", out var id) ? frameworks.Select(one => (In: one, Found: one.Content.Find(new CompetencyId(id)))) : [])
            .Where(one => one.Found is not null).Select(one => In(one.In, one.Found!, db, scope, learner, stage, asOf)).Where(one => one is not null)
            .OrderBy(one => one!._record.NewestOf(one.Competency.Id, asOf) is null).FirstOrDefault();

    private static CompetencyStanding? In(FrameworkInForce framework, Competency competency, Db db, Scope scope, Learner learner, int? stage, AsOf asOf)
    {
        var record = scope.Record(learner.Id, competency.Id);
        // What was shown by an earlier day is concluded by the rule of that day.
        var rules = framework.RulesFor(learner.Place, asOf.ShownBy);
        var stages = Standing.Of(competency, record, framework.Content, rules, asOf);
        if ((stage is null ? stages is [.., var highest] ? highest : null : stages.FirstOrDefault(one => one.Stage == stage)) is not { } shown) return null;
        var judgments = record.JudgmentsUnder(competency.Id).ToList();
        var pieces = judgments.Where(one => one.Evidence is not null).Select(one => one.Evidence!.Value).Distinct().ToList();
        var people = judgments.Select(one => new EducatorId(one.Judge.Value)).Append(new EducatorId(shown.Override?.Author.Value ?? Guid.Empty)).Distinct().ToList();
        var judges = db.Educators.AsNoTracking().Where(one => people.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        if (judgments.Exists(one => one.Role == JudgeRole.Mentor))
        {
            var sponsors = judgments.Where(one => one.Role == JudgeRole.Mentor).Select(one => new SponsorId(one.Judge.Value)).Distinct().ToList();
            foreach (var sponsor in db.Sponsors.AsNoTracking().Where(one => sponsors.Contains(one.Id)).ToList()) judges[sponsor.Id.Value] = sponsor.DisplayName;
        }

        judges[learner.Id.Value] = learner.FullName;
        return new CompetencyStanding(learner, competency, framework, rules, record, stages, shown, scope.TextsOf(learner.Id, pieces),
            scope.ArtifactsOf(learner.Id, pieces), judges, shown.Override is { } set ? scope.ReasonOf(set) : null, EarlierWordings.Of(db, framework.Content, competency.Id));
    }
}
