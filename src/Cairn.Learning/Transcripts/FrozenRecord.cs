namespace Cairn.Learning.Transcripts;

/// <summary>Why a record was issued.</summary>
public enum IssuedFor
{
    /// <summary>Somebody asked for it while the learner is here.</summary>
    Request = 1,

    /// <summary>The learner graduates. After this only an approved erratum makes another edition.</summary>
    Graduation = 2,

    /// <summary>The learner leaves.</summary>
    Departure = 3,

    /// <summary>An erratum was approved.</summary>
    Correction = 4,
}

/// <summary>A record as it was issued: a fact. Its bytes stand beside it in <see cref="FrozenBytes"/> and never change, whatever is changed later.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Edition">1, 2, 3 and so on, of that learner.</param>
/// <param name="For">Why it was issued.</param>
/// <param name="Code">What it is looked up by, such as "7KQ2-M9XD" (<see cref="RecordCode"/>).</param>
/// <param name="Hash">SHA-256 of its bytes, 64 small hexadecimal digits.</param>
/// <param name="IssuedOn">The district's day.</param>
/// <param name="By">Who issued it.</param>
/// <param name="RecordedAt">When, UTC.</param>
public sealed record FrozenRecord(FrozenRecordId Id, LearnerId Learner, int Edition, IssuedFor For, string Code, string Hash, DateOnly IssuedOn, PersonId By, DateTime RecordedAt)
{
    /// <summary>The record whose place it takes; null for none.</summary>
    public FrozenRecordId? InsteadOf { get; init; }
}

/// <summary>The bytes of an issued record, kept beside the fact so that they can be erased without it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Bytes">The signed file, to the byte.</param>
public sealed record FrozenBytes(FrozenRecordId Record, byte[] Bytes);

/// <summary>How an issued record stands.</summary>
public enum RecordState
{
    /// <summary>It is the newest, and holds.</summary>
    InForce = 1,

    /// <summary>It was true on its day; a newer one says more.</summary>
    Older = 2,

    /// <summary>It had a mistake: another took its place.</summary>
    Corrected = 3,

    /// <summary>It was taken back: it must not be relied on.</summary>
    Withdrawn = 4,
}

/// <summary>How the records that were issued to one learner stand: a conclusion.</summary>
public sealed record IssuedRecords
{
    private IssuedRecords(IReadOnlyList<(FrozenRecord Record, RecordState State)> all) => All = all;

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<(FrozenRecord Record, RecordState State)> All { get; }

    /// <summary>The one that holds; null where none was issued, or the newest was withdrawn.</summary>
    public FrozenRecord? InForce => All.Where(one => one.State == RecordState.InForce).Select(one => one.Record).FirstOrDefault();

    /// <summary>Was a record frozen at graduation, and does it, or what took its place, stand? Then only an approved erratum makes another. Where it was taken back there is none to close the record.</summary>
    public bool IsClosed => All.Any(one => one.State is RecordState.InForce or RecordState.Older && IsOfGraduation(one.Record));

    /// <summary>Concludes from what was issued and from its errata.</summary>
    public static IssuedRecords From(IEnumerable<FrozenRecord> records, IEnumerable<Erratum> errata)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(errata);
        var approved = errata.Where(one => one.State == ErratumState.Approved).ToLookup(one => one.Record);
        var newestFirst = records.OrderByDescending(one => one.Edition).ToList();
        var replaced = newestFirst.Select(one => one.InsteadOf).OfType<FrozenRecordId>().ToHashSet();
        List<(FrozenRecord, RecordState)> all = [];
        foreach (var (place, record) in newestFirst.Index())
            all.Add((record, approved[record.Id].Any(one => one.IsWithdrawal) ? RecordState.Withdrawn : replaced.Contains(record.Id) ? RecordState.Corrected
                : place == 0 ? RecordState.InForce : RecordState.Older));
        return new(all);
    }

    /// <summary>How one of them stands; null where it is none of them.</summary>
    public RecordState? StateOf(FrozenRecordId record) => All.Where(one => one.Record.Id == record).Select(one => (RecordState?)one.State).FirstOrDefault();

    private bool IsOfGraduation(FrozenRecord record) => record.For == IssuedFor.Graduation
        || (record.InsteadOf is { } before && All.Select(one => one.Record).FirstOrDefault(one => one.Id == before) is { } corrected && IsOfGraduation(corrected));
}
