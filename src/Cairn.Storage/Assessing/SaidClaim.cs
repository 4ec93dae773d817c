using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;

namespace Cairn.Storage.Assessing;

/// <summary>What an educator says about one claim: a level, a non-score, or only words.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Target">The target under it; null for the competency as a whole.</param>
/// <param name="Stage">The stage; null for none.</param>
/// <param name="Level">The level's number; null with a non-score, and with words alone.</param>
/// <param name="NonScore">What is said that is no level.</param>
/// <param name="Reason">Why; empty for nothing.</param>
public sealed record SaidClaim(CompetencyId Competency, TargetId? Target, int? Stage, decimal? Level, NonScore? NonScore, string Reason)
{
    /// <summary>Is there a judgment, or only words?</summary>
    public bool IsJudged => Level is not null || NonScore is not null;

    /// <summary>What does not fit the framework and the rules that the learner lives under.</summary>
    /// <param name="framework">The framework of the competency.</param>
    /// <param name="learner">Of whom.</param>
    public AssessFault FaultOf(FrameworkInForce framework, Learner learner)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(learner);
        var content = framework.Content;
        if (content.Find(Competency) is not { } competency || !content.Counts(Competency)) return AssessFault.NotInUse;
        if (Target is { } target && !content.TargetsOf(Competency).Any(one => one.Id == target && one.IsActive)) return AssessFault.NotInUse;
        var rules = framework.RulesFor(learner.Place);
        var continuum = rules.RuleOf(Competency, Stage).Rule as Continuum;
        if ((continuum is not null && Stage is null) || Stage < 1 || Stage > (continuum?.LastStage ?? content.Version.LastStage ?? 0)) return AssessFault.NoStage;
        var scale = Standing.ScaleOf(competency, content, rules);
        if (Level is { } level && scale.WithNumber(level) is null) return AssessFault.NoLevel;
        return NonScore is { } said && !scale.NonScores.Any(one => one.Code == said && one.IsOffered) ? AssessFault.NotOffered : AssessFault.None;
    }

    /// <summary>The targets that have to be judged on the same piece before a level of the whole; none where no policy asks, and none before a missed chance or too little to see: those are no sum of parts.</summary>
    /// <param name="framework">The framework of the competency.</param>
    /// <param name="learner">Of whom.</param>
    /// <param name="policies">What was set.</param>
    /// <param name="day">The day of the judgment.</param>
    public IReadOnlyList<TargetId> CriteriaFirst(FrameworkInForce framework, Learner learner, IReadOnlyList<CriteriaPolicy> policies, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(learner);
        return Target is not null || Level is null || !CriteriaPolicy.IsNeededOn(policies, framework.Content.Framework.Id, learner.Program, day) ? []
            : [.. framework.Content.TargetsOf(Competency).Where(one => one.IsActive).Select(one => one.Id)];
    }

    internal Judgment By(JudgmentId id, PersonId judge, LearnerId learner, EvidenceId piece, DateTime shownOn, DateTime now) =>
        new(id, learner, Competency, Target, Stage, piece, Level, NonScore, IsCompletion: false, judge, JudgeRole.Educator, shownOn, now, default);
}
