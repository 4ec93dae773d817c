using Cairn.Interop.Policies;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Transcripts;
using Cairn.Storage;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Transcripts;

namespace Cairn.App.Signing;

/// <summary>How far a learner's diploma is, for one line of a transcript: of one that was awarded its title and day, else how they stand to the rules they are under.</summary>
internal static class DiplomaLine
{
    public static TranscriptDiploma? Of(Db db, Scope scope, LearnerId learner, TranscriptAsk ask)
    {
        if (DiplomaFiles.Of(db, scope, learner, ask.Frameworks, ask.Now, ask.Today) is not { } file) return null;
        if (file.Awarded is { } awarded) return new TranscriptDiploma(awarded.Text?.Title ?? "", 0, 0, null, awarded.Award.AwardedOn);
        if (file.PlanOn(DiplomaPlanRows.All(db), ask.Today).Plan is not { } plan || PolicyText.Read(plan.Rules).Policy is not { } policy) return null;
        var audit = DiplomaAudit.From(plan, policy, Achievements.Of(file.Holdings, plan.Code, ask.Today), Achievements.Facts(file.Learner.GraduationYear, file.School, file.Program), file.Pins, ask.Today);
        var line = new TranscriptDiploma(plan.Title, audit.MetCount, audit.EndCount, null, null);
        return audit.CreditsAsked > 0 ? line with { Asked = (int)(audit.CreditsAsked * 100), Counted = (int)(audit.CreditsHad * 100) } : line;
    }
}
