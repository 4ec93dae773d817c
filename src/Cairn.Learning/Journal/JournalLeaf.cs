namespace Cairn.Learning.Journal;

/// <summary>A leaf as it lies in the store, for whoever checks the journal.</summary>
/// <param name="Index">Its place as stored, from 0.</param>
/// <param name="Stored">Its hash as stored.</param>
/// <param name="Recomputed">Its hash made again from what is there (<see cref="SaltedLeaf.Hash"/>): from payload and salt, or from the
/// seal once they are erased. Null where nothing is left to make it from.</param>
/// <param name="IsErased">Are payload and salt gone?</param>
/// <param name="Erases">Places of the leaves that this entry erased; null for an entry that erased none. They stand in what is kept.</param>
public readonly record struct JournalLeaf(long Index, TreeHash Stored, TreeHash? Recomputed, bool IsErased = false, IReadOnlyList<long>? Erases = null);

/// <summary>What is found about leaves of a journal.</summary>
public enum JournalFindingKind
{
    /// <summary>What is there does not make the stored hash: the entry or its hash was altered, or its payload is gone though it is not erased.</summary>
    Altered = 1,

    /// <summary>There is no leaf at these places: removed, or moved behind its place.</summary>
    Missing = 2,

    /// <summary>A second leaf has the place of the one before it: inserted.</summary>
    Repeated = 3,

    /// <summary>A leaf comes after one with a higher place: moved or inserted.</summary>
    OutOfOrder = 4,

    /// <summary>A leaf stands behind the end that the stored edge knows: inserted.</summary>
    BehindTheEnd = 5,

    /// <summary>Payload and salt were erased: no fault.</summary>
    Erased = 6,

    /// <summary>Payload and salt are gone, and no entry says that they were erased.</summary>
    ErasedWithoutEntry = 7,

    /// <summary>An entry says that the leaf was erased, and it is not: put back, perhaps by an old backup.</summary>
    NotErased = 8,

    /// <summary>The first checkpoint that does not hold: between the last size that held and this one, hashes were altered too.</summary>
    CheckpointFails = 9,

    /// <summary>The stored edge is not that of the leaves.</summary>
    EdgeFails = 10,
}

/// <summary>One thing found about a leaf, or about leaves in a row.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="First">The first leaf's place.</param>
/// <param name="Last">The last leaf's place; below the first for a checkpoint of nothing.</param>
public readonly record struct JournalFinding(JournalFindingKind Kind, long First, long Last)
{
    /// <summary>Is something wrong? An erasure that is in order is only told.</summary>
    public bool IsFault => Kind != JournalFindingKind.Erased;
}

/// <summary>What a walk through a journal came to.</summary>
/// <param name="Leaves">How many leaves were read.</param>
/// <param name="Erased">How many of them are erased.</param>
/// <param name="Faults">How many findings are faults.</param>
/// <param name="HeldTo">The size of the largest checkpoint up to which all checkpoints hold; 0 without one.</param>
/// <param name="Failing">The first checkpoint that does not hold; null where all do.</param>
/// <param name="Root">The root of the leaves; null where one is missing, for then nobody can know it.</param>
public sealed record JournalConclusion(long Leaves, long Erased, long Faults, long HeldTo, Checkpoint? Failing, TreeHash? Root)
{
    /// <summary>Is nothing wrong?</summary>
    public bool IsWhole => Faults == 0;
}
