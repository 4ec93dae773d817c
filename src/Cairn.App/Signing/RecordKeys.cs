using Cairn.Interop.Crypto;
using Cairn.Storage;

namespace Cairn.App.Signing;

/// <summary>The key that a district's records are signed with: that of its journal, so that whoever trusts the one can check the other.</summary>
internal sealed class RecordKeys(DataFolder folder, District district)
{
    // Two who are the first to sign at once make one key.
    private static readonly SemaphoreSlim Making = new(1, 1);

    private readonly JournalKeys _keys = new(folder, district.Name);

    /// <summary>Every public key that signed here, the newest last.</summary>
    public IReadOnlyList<NoteKey> Known => _keys.Known;

    /// <summary>The key that signs; a checkpoint is made first where there is none, so that the journal tells of it.</summary>
    public async Task<NoteSigner> Signer()
    {
        if (_keys.Signer is { } there) return there;
        await Making.WaitAsync();
        try
        {
            if (_keys.Signer is null) await new Checkpoints(folder, district).Make();
        }
        finally
        {
            Making.Release();
        }

        return _keys.Signer ?? throw new RefusedException("There is no key to sign with: run cairn journal key.");
    }
}
