using Cairn.Interop.Crypto;
using Cairn.Learning.Journal;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;

namespace Cairn.App.Signing;

/// <summary>Signs what the journal holds, and looks at what was signed.</summary>
internal sealed class Checkpoints(DataFolder folder, District district)
{
    private static readonly Acting Signing = Acting.System with { Where = "checkpoint" };

    private readonly JournalKeys _keys = new(folder, district.Name);

    /// <summary>Makes a checkpoint where anything came since the last one; the newest there is.</summary>
    public async Task<SignedNote?> Make()
    {
        using (var db = district.Open())
            if (Checkpointing.OriginOf(db, district.Name) is { } origin && _keys.Ensure(origin) is (var made, true)) await Announce(made.Key);
        var row = await district.Writer.Alone(turn => Checkpointing.Make(turn, district.Name, Sign), Signing);
        return row is null ? null : NoteOf(row);
    }

    /// <summary>Makes a new key, and tells the journal of it.</summary>
    public async Task<NoteKey> Rotate()
    {
        using var db = district.Open();
        var (made, _) = _keys.Ensure(Checkpointing.OriginOf(db, district.Name) ?? throw new RefusedException("The journal is empty: there is nothing to sign."), isNew: true);
        await Announce(made.Key);
        return made.Key;
    }

    /// <summary>The keys that this installation knows, the one that signs last.</summary>
    public IReadOnlyList<NoteKey> Keys => _keys.Known;

    /// <summary>Is it time for one: did anything come since the last, and is that an hour ago?</summary>
    public bool IsDue(DateTime now, TimeSpan every)
    {
        using var db = district.Open();
        var last = Checkpointing.Newest(db, 1) is [var newest, ..] ? newest : null;
        return Checkpointing.SizeOf(db) > (last?.Size ?? 0) && (last is null || now - last.At >= every);
    }

    /// <summary>A stored checkpoint as the note that was signed.</summary>
    public SignedNote? NoteOf(CheckpointRow row)
    {
        using var db = district.Open();
        return Checkpointing.OriginOf(db, district.Name) is { } origin ? NoteOf(origin, row) : null;
    }

    /// <summary>Looks at the signature of stored checkpoints, by the keys that are known and those that the journal tells of.</summary>
    /// <param name="told">Keys that the journal tells of.</param>
    public Func<CheckpointRow, SignatureState> Look(IReadOnlyList<string> told)
    {
        using var db = district.Open();
        var origin = Checkpointing.OriginOf(db, district.Name) ?? "";
        var known = _keys.Known.Concat(told.Select(NoteKey.Read).OfType<NoteKey>()).DistinctBy(one => one.Id).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return row => !known.TryGetValue(row.Key, out var key) ? SignatureState.UnknownKey
            : key.Signed(Checkpointing.Of(origin, row).ToBytes(), row.Signature) ? SignatureState.Good : SignatureState.Forged;
    }

    private static SignedNote? NoteOf(string origin, CheckpointRow row)
    {
        var plus = row.Key.LastIndexOf('+');
        return plus < 0 ? null : new SignedNote(Checkpointing.Of(origin, row).Text, [new NoteSignature(row.Key[..plus], Convert.ToUInt32(row.Key[(plus + 1)..], 16), row.Signature)]);
    }

    private (string Key, byte[] Signature) Sign(Checkpoint checkpoint)
    {
        var signer = _keys.Ensure(checkpoint.Origin).Signer;
        return (signer.Key.Id, signer.Sign(checkpoint.ToBytes()));
    }

    // Every node of a district has its own key: the journal tells of all of them.
    private Task Announce(NoteKey key) => district.Writer.Tell(turn => turn.Tell(JournalAct.Told, words: new { journalKey = key.Text }), Signing);
}
