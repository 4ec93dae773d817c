using Cairn.App.Cli.Demo;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>New facts of a learner of the demonstration, in the words of the demonstration's framework.</summary>
internal static class NewFacts
{
    /// <summary>A piece of work and an educator's level for it.</summary>
    public static Recording Judged(
        LearnerId learner, string code = "RD.1", int? stage = 1, decimal level = 4, DateTime? shown = null, JudgeRole role = JudgeRole.Educator,
        string title = "A map of the creek", string experience = "Where the water goes", string comment = "", PersonId? judge = null)
    {
        var at = Instant.Utc(shown ?? DateTime.UtcNow);
        var piece = new PieceOfEvidence(new EvidenceId(Guid.CreateVersion7()), learner, new ExperienceId(Guid.CreateVersion7()), EvidenceKind.Project, "", "", at, default);
        var judgment = new Judgment(new JudgmentId(Guid.CreateVersion7()), learner, DemoFramework.CompetencyOf(code), null, stage, piece.Id, level, null, false,
            judge ?? DemoPeople.EducatorOf("nobody").Person, role, at, at, default);
        return new Recording(learner) { Evidence = [piece], EvidenceTexts = [new EvidenceText(piece.Id, title, experience, "", comment)], Judgments = [judgment] };
    }

    /// <summary>An educator's decision in place of the rule's.</summary>
    public static Recording Decided(LearnerId learner, string code, int? stage, decimal level, DateTime at, DateTime? until = null, string reason = "We talked it through.", PersonId? author = null)
    {
        var set = new Override(new OverrideId(Guid.CreateVersion7()), learner, DemoFramework.CompetencyOf(code), stage, level,
            author ?? DemoPeople.EducatorOf("nobody").Person, Instant.Utc(at), default, until);
        return new Recording(learner) { Overrides = [set], OverrideTexts = [new OverrideText(set.Id, reason)] };
    }
}
