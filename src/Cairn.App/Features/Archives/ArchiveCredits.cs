using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Credit, and what was agreed, looked at, asked and waived, as tables of an archive.</summary>
internal static class ArchiveCredits
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var credits = held.Credits;
        string Name(PersonId? person) => person is { } one ? held.Names.GetValueOrDefault(one.Value, "") : "";
        string Title(CompetencyId id) => frameworks.Select(each => each.Content.Find(id)?.Title).FirstOrDefault(each => each is not null) ?? id.Value.ToString("D");
        yield return ArchiveTable.Of("credits", "id title code subject tags hundredths level grading source earnedOn policy grade origin reason awardedBy recordedAt provisionalUntil reversedAt reversedBy reversalReason", credits.Awards, one =>
            [one.Award.Id.Value, one.Text?.Title, one.Text?.Code, one.Text?.Subject, one.Text?.Tags, one.Award.Hundredths, one.Award.Level, one.Award.Grading.ToString(), one.Award.Source.ToString(), one.Award.EarnedOn, one.Policy?.Code,
                one.Text?.Grade, one.Text?.Origin, one.Text?.Reason, Name(one.Award.By), one.Award.RecordedAt, one.Award.ProvisionalUntil, one.Reversal?.RecordedAt, Name(one.Reversal?.By), one.Reversal?.Reason.ToString()]);
        yield return ArchiveTable.Of("creditParts", "id award competency stage hundredths level", credits.Awards.SelectMany(one => one.Parts), one => [one.Id.Value, one.Award.Value, Title(one.Competency), one.Stage, one.Hundredths, one.Level]);
        yield return ArchiveTable.Of("creditAgreements", "id title content evidence threshold subject hundredths grading dueOn state edition educator writtenAt closedAt closing", credits.Agreements, one =>
            [one.Id.Value, one.Title, one.Content, one.Evidence, one.Threshold, one.Subject, one.Hundredths, one.Grading.ToString(), one.DueOn, one.State.ToString(), one.Edition, Name(one.Educator), one.WrittenAt, one.ClosedAt, one.Closing]);
        yield return ArchiveTable.Of("creditAgreementParts", "agreement edition position competency stage hundredths", credits.AgreementParts, one => [one.Agreement.Value, one.Edition, one.Position, Title(one.Competency), one.Stage, one.Hundredths]);
        yield return ArchiveTable.Of("creditAgreementSignatures", "agreement edition by as recordedAt", credits.Signatures, one => [one.Agreement.Value, one.Edition, Name(one.By), one.As.ToString(), one.RecordedAt]);
        yield return ArchiveTable.Of("creditPanels", "id exam score examOn artifact openedBy openedAt endedAt", credits.Panels, one => [one.Id.Value, one.Exam, one.Score, one.ExamOn, one.Artifact.Value, Name(one.OpenedBy), one.OpenedAt, one.EndedAt]);
        yield return ArchiveTable.Of("panelVotes", "id panel by level isAtTheLine words recordedAt", credits.Votes, one => [one.Vote.Id.Value, one.Vote.Panel.Value, Name(one.Vote.By), one.Vote.Level, one.Vote.IsProficient, one.Words, one.Vote.RecordedAt]);
        yield return ArchiveTable.Of("creditAppeals", "id about what words askedBy askedAt dueOn state decidedBy decidedAt reason", credits.Appeals, one =>
            [one.Id.Value, one.About.ToString(), one.What, one.Words, Name(one.AskedBy), one.AskedAt, one.DueOn, one.State.ToString(), Name(one.DecidedBy), one.DecidedAt, one.Reason]);
        yield return ArchiveTable.Of("waivers", "id plan requirement role reason askedBy askedAt state decidedBy decidedAt decision", credits.Waivers, one =>
            [one.Id.Value, one.Plan, one.Leaf, one.Role, one.Reason, Name(one.AskedBy), one.AskedAt, one.State.ToString(), Name(one.DecidedBy), one.DecidedAt, one.Decision]);
        yield return ArchiveTable.Of("otherAchievements", "id kind name on score hundredths subject tags origin by recordedAt endedAt", credits.Others, one =>
            [one.Id.Value, one.Kind.ToString(), one.Name, one.On, one.Score, one.Hundredths, one.Subject, one.Tags, one.Origin, Name(one.By), one.RecordedAt, one.EndedAt]);
        yield return ArchiveTable.Of("attestations", "id key role by recordedAt endedAt", credits.Attestations, one => [one.Id.Value, one.Key, one.Role, Name(one.By), one.RecordedAt, one.EndedAt]);
    }
}
