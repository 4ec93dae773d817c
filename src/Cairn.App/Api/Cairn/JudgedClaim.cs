using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

/// <summary>What somebody says about one claim, as it was sent.</summary>
/// <param name="At">Where it stands in the body.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Target">The target under it; null for the competency as a whole.</param>
/// <param name="Stage">The stage; null for none.</param>
/// <param name="Level">The level; null with a non-score or a completion.</param>
/// <param name="NonScore">What was said that is no level.</param>
/// <param name="IsCompletion">Is the target complete, without a level?</param>
/// <param name="Reason">Why.</param>
internal sealed record JudgedClaim(string At, CompetencyId Competency, TargetId? Target, int? Stage, decimal? Level, NonScore? NonScore, bool IsCompletion, string Reason)
{
    public const int LongestText = 8000;

    /// <summary>Reads it; it says one of a level, a non-score or a completion.</summary>
    public static JudgedClaim Read(SentPart part)
    {
        var claim = new JudgedClaim(part.At, new CompetencyId(part.Id("competency", isNeeded: true) ?? default), part.Id("target") is { } target ? new TargetId(target) : null, part.Number("stage", 1, 255),
            part.Level("level"), part.OneOf<NonScore>("nonScore"), part.Flag("completion"), part.Text("reason", LongestText));
        if ((claim.Level is null ? 0 : 1) + (claim.NonScore is null ? 0 : 1) + (claim.IsCompletion ? 1 : 0) != 1) part.Refuse("level", "exactly one of level, nonScore and completion");
        return claim;
    }

    /// <summary>What does not fit the framework and the rules that the learner lives under; null where all does.</summary>
    public Fault? Misfit(IReadOnlyList<FrameworkInForce> frameworks, Learner learner)
    {
        if (frameworks.FirstOrDefault(one => one.Content.Find(Competency) is not null) is not { } framework) return Wrong("competency", "a competency of a framework in force");
        var competency = framework.Content.Find(Competency)!;
        if (!framework.Content.Counts(Competency)) return Wrong("competency", "a competency that is in use");
        if (Target is { } target && !framework.Content.TargetsOf(Competency).Any(one => one.Id == target && one.IsActive)) return Wrong("target", "a target of the competency that is in use");
        var rules = framework.RulesFor(learner.Place);
        var continuum = rules.RuleOf(Competency, Stage).Rule as Continuum;
        var last = continuum?.LastStage ?? framework.Content.Version.LastStage;
        if (continuum is not null && Stage is null) return Wrong("stage", $"a stage from 1 to {last}");
        if (Stage > (last ?? 0)) return Wrong("stage", last is null ? "nothing: the competency has no stages" : $"a stage from 1 to {last}");
        if (IsCompletion && (continuum is null || Target is null)) return Wrong("completion", "only of a target on a continuum");
        var scale = Standing.ScaleOf(competency, framework.Content, rules);
        if (Level is { } level && scale.WithNumber(level) is null) return Wrong("level", $"a level of the scale: {string.Join(", ", scale.Levels.Select(one => Word.Plain(one.Number)))}");
        return NonScore is { } said && !scale.NonScores.Any(one => one.Code == said && one.IsOffered) ? Wrong("nonScore", "a code that the scale offers") : null;
    }

    /// <summary>The fact, as an educator says it.</summary>
    public Judgment By(EducatorId judge, LearnerId learner, EvidenceId? piece, DateTime demonstratedOn, DateTime now) => new(
        new JudgmentId(Guid.CreateVersion7()), learner, Competency, Target, Stage, piece, Level, NonScore, IsCompletion, judge.Person, JudgeRole.Educator, demonstratedOn, now, default);

    private Fault Wrong(string name, string rule) => new($"{At}/{name}", rule);
}
