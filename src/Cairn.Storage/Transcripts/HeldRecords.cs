using Cairn.Learning;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transcripts;

/// <summary>What is held of a learner's issued records, for an archive that is handed over; and how an erasure takes their words out.</summary>
public sealed record HeldRecords
{
    /// <summary>Records as they were issued, oldest first.</summary>
    public IReadOnlyList<FrozenRecord> Issued { get; init; } = [];

    /// <summary>Their bytes.</summary>
    public IReadOnlyDictionary<FrozenRecordId, byte[]> Bytes { get; init; } = new Dictionary<FrozenRecordId, byte[]>();

    /// <summary>Mistakes in them, and what was done, oldest first.</summary>
    public IReadOnlyList<Erratum> Errata { get; init; } = [];

    /// <summary>Links, oldest first.</summary>
    public IReadOnlyList<TranscriptShare> Shares { get; init; } = [];

    /// <summary>When they were opened, oldest first.</summary>
    public IReadOnlyList<TranscriptOpening> Openings { get; init; } = [];

    /// <summary>Everybody who issued, asked, decided or shared.</summary>
    public IEnumerable<Guid> People => [.. Issued.Select(one => one.By.Value), .. Errata.SelectMany(one => (Guid[])[one.AskedBy.Value, one.DecidedBy?.Value ?? Guid.Empty]),
        .. Shares.SelectMany(one => (Guid[])[one.By.Value, one.RevokedBy?.Value ?? Guid.Empty])];

    /// <summary>The ids of facts, whose entries in the journal are found by them.</summary>
    internal IEnumerable<Guid> Facts => [.. Issued.Select(one => one.Id.Value), .. Openings.Select(one => one.Id.Value)];

    /// <summary>Kinds of rows whose entries in the journal go with the words.</summary>
    internal static IReadOnlyList<Type> Kinds { get; } = [typeof(Erratum), typeof(TranscriptShare)];

    internal static HeldRecords Of(Db db, LearnerId learner) => new()
    {
        Issued = [.. db.FrozenRecords.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.Edition)],
        Bytes = BytesOf(db, learner).ToDictionary(one => one.Record, one => one.Bytes),
        Errata = [.. db.Errata.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.AskedAt)],
        Shares = [.. db.TranscriptShares.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.MadeAt)],
        Openings = [.. db.TranscriptOpenings.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderBy(one => one.RecordedAt)],
    };

    internal static void Seal(Db db, LearnerId learner, ErasingSeals seals) => seals.Words(BytesOf(db, learner), one => one.Record.Value);

    /// <summary>Takes out what issued records say, and the words beside them; every link is closed. That something was issued stays, with its code and its hash.</summary>
    internal static void Erase(Db db, LearnerId learner, DateTime at)
    {
        ErasingWords.OfIssued(db, learner);
        foreach (var one in db.Errata.Where(one => one.Learner == learner).ToList()) one.Erase();
        foreach (var one in db.TranscriptShares.Where(one => one.Learner == learner).ToList()) one.Erase(at);
    }

    private static List<FrozenBytes> BytesOf(Db db, LearnerId learner) =>
        [.. db.FrozenRecords.AsNoTracking().Where(one => one.Learner == learner).Join(db.FrozenBytes.AsNoTracking(), one => one.Id, bytes => bytes.Record, (_, bytes) => bytes)];
}
