using Cairn.Learning.Journal;
using Cairn.Storage.Files;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Whether a checkpoint's signature is good.</summary>
public enum SignatureState
{
    /// <summary>It is the signature of its text by a key that is known.</summary>
    Good,

    /// <summary>The key is known, and did not sign this text.</summary>
    Forged,

    /// <summary>Nobody here knows the key.</summary>
    UnknownKey,
}

/// <summary>What a verification is to look at.</summary>
/// <param name="Folder">Where it may lay down what memory should not hold, while it works.</param>
public sealed record VerificationAsk(string Folder)
{
    /// <summary>Given the keys that the journal tells of, looks at a stored checkpoint's signature; null where signatures are not looked at.</summary>
    public Func<IReadOnlyList<string>, Func<CheckpointRow, SignatureState>>? Signed { get; init; }

    /// <summary>The district's files; null where they are not looked at.</summary>
    public FileStore? Files { get; init; }

    /// <summary>Checkpoints that others kept.</summary>
    public IReadOnlyList<Checkpoint> Others { get; init; } = [];

    /// <summary>Entries before this place are taken as they are, but for the tree above them.</summary>
    public long Since { get; init; }

    /// <summary>Told how far it is: steps done, of how many in all.</summary>
    public Action<long, long>? Progress { get; init; }
}
