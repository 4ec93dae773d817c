namespace Cairn.Storage.Journal.Verification;

/// <summary>What is found when a record is verified.</summary>
public enum FoundKind
{
    /// <summary>A row is not as its last entry left it.</summary>
    RowAltered = 1,

    /// <summary>A row is gone that no entry removed.</summary>
    RowRemoved = 2,

    /// <summary>A row is there that no entry knows.</summary>
    RowInserted = 3,

    /// <summary>A row is there that an entry removed, or words that were erased: put back, perhaps by an old backup.</summary>
    RowBack = 4,

    /// <summary>A row that cannot be read as what it should be.</summary>
    RowUnreadable = 5,

    /// <summary>A row was altered before an entry changed it: the entry took up what somebody had written past the journal.</summary>
    RowAlteredBefore = 6,

    /// <summary>An entry does not make its hash: it, its occasion or what it says was altered.</summary>
    EntryAltered = 10,

    /// <summary>Entries are gone.</summary>
    EntryMissing = 11,

    /// <summary>An entry stands behind the journal's end, or out of its order: inserted.</summary>
    EntryInserted = 12,

    /// <summary>An occasion, a payload or a seal that belongs to no entry: inserted.</summary>
    PartInserted = 13,

    /// <summary>What an entry said was erased, and an entry says so: no fault.</summary>
    Erased = 20,

    /// <summary>What an entry said is gone, and no entry says that it was erased.</summary>
    ErasedWithoutEntry = 21,

    /// <summary>An entry says that something was erased, and it is there.</summary>
    NotErased = 22,

    /// <summary>A checkpoint that the journal does not agree with.</summary>
    CheckpointFails = 30,

    /// <summary>A checkpoint whose signature is not that of its text.</summary>
    CheckpointForged = 31,

    /// <summary>A checkpoint by a key that nobody here knows.</summary>
    CheckpointUnknown = 32,

    /// <summary>The journal's end is not where the head says.</summary>
    EndFails = 33,

    /// <summary>What an adopted version holds is not what was adopted.</summary>
    AdoptedAltered = 40,

    /// <summary>A version is adopted, and no entry says so.</summary>
    AdoptedWithoutEntry = 41,

    /// <summary>A file is gone that a row names.</summary>
    FileMissing = 50,

    /// <summary>A file does not make the hash that it is named by.</summary>
    FileAltered = 51,

    /// <summary>The database cannot be read further.</summary>
    Unreadable = 60,
}

/// <summary>One thing that was found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Table">In which table.</param>
/// <param name="Id">Of which row; empty where it cannot be told.</param>
public sealed record Found(FoundKind Kind, string Table, string Id)
{
    /// <summary>The entry's place in the journal, from 0; null where there is none.</summary>
    public long? Entry { get; init; }

    /// <summary>The last place, where it is about several entries in a row.</summary>
    public long? LastEntry { get; init; }

    /// <summary>The columns, where it can be told.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>When the entry was written, UTC; null where that cannot be told.</summary>
    public DateTime? At { get; init; }

    /// <summary>In what relation somebody acted then; null where that cannot be told.</summary>
    public ActorKind? Actor { get; init; }

    /// <summary>Who; empty for the command line, for jobs, and where it cannot be told.</summary>
    public Guid Person { get; init; }

    /// <summary>Through which door.</summary>
    public string Door { get; init; } = "";

    /// <summary>The engine's own words, where it could not read.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Is something wrong? An erasure that is in order is only told.</summary>
    public bool IsFault => Kind != FoundKind.Erased;
}

/// <summary>What a verification came to.</summary>
/// <param name="Leaves">How many entries were read.</param>
/// <param name="Rows">How many rows were compared with them.</param>
/// <param name="Erased">How many entries are erased.</param>
/// <param name="Checkpoints">How many checkpoints were looked at.</param>
/// <param name="HeldTo">How many entries the largest checkpoint covers up to which all hold.</param>
/// <param name="Faults">How many findings are faults.</param>
/// <param name="Findings">The first of them, and the first erasures.</param>
public sealed record VerificationReport(long Leaves, long Rows, long Erased, int Checkpoints, long HeldTo, long Faults, IReadOnlyList<Found> Findings)
{
    /// <summary>The journal's root, 64 hexadecimal digits; null where an entry is missing.</summary>
    public string? Root { get; init; }

    /// <summary>How many files were compared.</summary>
    public long Files { get; init; }

    /// <summary>Is nothing wrong?</summary>
    public bool IsWhole => Faults == 0;
}
