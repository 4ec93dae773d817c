using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>What diploma a learner aims at, and what was awarded, as tables of an archive.</summary>
internal static class ArchiveDiplomas
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held)
    {
        string Name(Guid? person) => person is { } one ? held.Names.GetValueOrDefault(one, "") : "";
        yield return ArchiveTable.Of("diplomaChoices", "id plan on by recordedAt", held.Diplomas.Choices, one => [one.Id.Value, one.Plan, one.On, Name(one.By.Value), one.RecordedAt]);
        yield return ArchiveTable.Of("diplomaPins", "id plan achievement leaf reason by pinnedAt endedAt", held.Diplomas.Pins, one => [one.Id.Value, one.Plan, one.Achievement, one.Leaf, one.Reason, Name(one.By.Value), one.PinnedAt, one.EndedAt]);
        yield return ArchiveTable.Of("diplomas", "id title awardedOn by second rulesHash auditHash audit recordedAt", held.Diplomas.Awards, one =>
            [one.Award.Id.Value, one.Text?.Title, one.Award.AwardedOn, Name(one.Award.By.Value), Name(one.Award.SecondBy?.Value), one.Award.RulesHash, one.Award.AuditHash, one.Text?.Audit, one.Award.RecordedAt]);
        yield return ArchiveTable.Of("diplomaWithdrawals", "diploma reason askedBy askedAt state decidedBy decidedAt", held.Diplomas.Withdrawals, one =>
            [one.Award.Value, one.Reason, Name(one.AskedBy.Value), one.AskedAt, one.State.ToString(), Name(one.DecidedBy?.Value), one.DecidedAt]);
    }
}
