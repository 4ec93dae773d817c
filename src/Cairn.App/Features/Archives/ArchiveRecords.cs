using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>Issued records, errata and links as tables of an archive.</summary>
internal static class ArchiveRecords
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held)
    {
        string Name(Guid? person) => person is { } one ? held.Names.GetValueOrDefault(one, "") : "";
        var all = held.Issued;
        yield return ArchiveTable.Of("issuedRecords", "id edition for code hash issuedOn by recordedAt insteadOf file", all.Issued, one =>
            [one.Id.Value, one.Edition, one.For.ToString(), one.Code, one.Hash, one.IssuedOn, Name(one.By.Value), one.RecordedAt, one.InsteadOf?.Value, all.Bytes.TryGetValue(one.Id, out var bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : null]);
        yield return ArchiveTable.Of("errata", "id record withdrawal text askedBy askedAt state decidedBy decidedAt decision instead", all.Errata, one =>
            [one.Id.Value, one.Record.Value, one.IsWithdrawal, one.Text, Name(one.AskedBy.Value), one.AskedAt, one.State.ToString(), Name(one.DecidedBy?.Value), one.DecidedAt, one.Decision, one.Instead?.Value]);
        yield return ArchiveTable.Of("transcriptLinks", "id toWhom format basis ground works birth record by madeAt until revokedAt revokedBy", all.Shares, one =>
            [one.Id.Value, one.ToWhom, one.Format.ToString(), one.Basis.ToString(), one.Ground, one.ShowsWorks, one.ShowsBirth, one.Record?.Value, Name(one.By.Value), one.MadeAt, one.Until, one.RevokedAt, Name(one.RevokedBy?.Value)]);
        yield return ArchiveTable.Of("transcriptOpenings", "id link from recordedAt", all.Openings, one => [one.Id.Value, one.Share.Value, one.From.ToString(), one.RecordedAt]);
    }
}
