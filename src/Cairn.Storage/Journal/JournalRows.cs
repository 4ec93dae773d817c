using Cairn.Learning;

namespace Cairn.Storage.Journal;

/// <summary>What was done.</summary>
public enum JournalAct
{
    /// <summary>Nothing that is known: what stands there cannot be read.</summary>
    None = 0,

    /// <summary>A row came.</summary>
    Added = 1,

    /// <summary>A row changed.</summary>
    Changed = 2,

    /// <summary>A row went.</summary>
    Removed = 3,

    /// <summary>What may be erased of a row went, by the procedure of erasure.</summary>
    Erased = 4,

    /// <summary>Somebody other than the learner, their family or their own educators looked at a record.</summary>
    Viewed = 5,

    /// <summary>A record left the house: a file, a print, an answer to another system.</summary>
    Exported = 6,

    /// <summary>Somebody asked for what they may not see or do.</summary>
    Refused = 7,

    /// <summary>Somebody signed in.</summary>
    SignedIn = 8,

    /// <summary>Somebody signed out, or was.</summary>
    SignedOut = 9,

    /// <summary>A framework's version was adopted.</summary>
    Adopted = 10,

    /// <summary>Sheets or a package were brought in.</summary>
    Imported = 11,

    /// <summary>What was brought in was taken back.</summary>
    Undone = 12,

    /// <summary>Somebody took access beyond their relations, with a reason and for a time.</summary>
    BrokeGlass = 13,

    /// <summary>A right was granted.</summary>
    Granted = 14,

    /// <summary>A right was taken away.</summary>
    Revoked = 15,

    /// <summary>Anything else that was done, in words.</summary>
    Told = 16,
}

/// <summary>One entry of the journal: a leaf of its tree. Never changed, never removed.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Occasion">Who, when, why and from where.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">To what kind of row; 0 for none.</param>
/// <param name="Row">To which row; empty for none.</param>
/// <param name="Learner">Whose record it touches; null for nobody's, or where the row itself says it.</param>
/// <param name="Leaf">The leaf's hash, 32 bytes.</param>
public sealed record JournalEntry(long Index, long Occasion, JournalAct Act, int Kind, Guid Row, LearnerId? Learner, byte[] Leaf);

/// <summary>Who did something, in what relation, when, why and from where: shared by the entries of one go.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">In what relation.</param>
/// <param name="Person">Who; empty for the command line and for jobs.</param>
/// <param name="Account">The account that was signed in; empty for none.</param>
/// <param name="OnBehalfOf">For whom; empty for themselves.</param>
/// <param name="Purpose">The legitimate interest, in a word.</param>
/// <param name="Where">The door.</param>
/// <param name="From">The network address.</param>
public sealed record Occasion(long Id, DateTime At, ActorKind Actor, Guid Person, Guid Account, Guid OnBehalfOf, string Purpose, string Where, string From);

/// <summary>What of an entry may be erased, beside it: the salt of its seal, and words.</summary>
/// <param name="Index">The entry.</param>
/// <param name="Salt">16 random bytes.</param>
/// <param name="RowHash">The hash of the salt and of the row as it was left, 32 bytes; empty where the row itself is in the seal, or gone.</param>
/// <param name="Words">What it was, what it is, and why, as JSON in UTF-8; empty where there is nothing to say.</param>
public sealed record JournalPayload(long Index, byte[] Salt, byte[] RowHash, byte[] Words);

/// <summary>What stands in place of a payload that was erased. It has to be there before the payload can go.</summary>
/// <param name="Index">The entry.</param>
/// <param name="Kind">The kind of row whose words went.</param>
/// <param name="Of">The fact that the words stood beside.</param>
/// <param name="Seal">The seal of salt and payload, 32 bytes.</param>
public sealed record JournalSeal(long Index, int Kind, Guid Of, byte[] Seal);

/// <summary>A signed root of the journal's tree.</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Root">The root, 32 bytes.</param>
/// <param name="Key">The name of the key that signed it.</param>
/// <param name="Signature">The signature over the checkpoint's text.</param>
public sealed record CheckpointRow(long Size, DateTime At, byte[] Root, string Key, byte[] Signature);
