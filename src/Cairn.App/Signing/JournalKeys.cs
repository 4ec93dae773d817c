using System.Text;
using Cairn.Interop.Crypto;
using Cairn.Storage;

namespace Cairn.App.Signing;

/// <summary>
/// The keys that a district's journal is signed with, in the folder <c>keys</c> of the data folder: the secret one in a file that only
/// its owner reads, and beside it every public key there ever was, so that old checkpoints can still be checked.
/// </summary>
internal sealed class JournalKeys(DataFolder folder, string district)
{
    private string Folder => Path.Combine(folder.Path, "keys");

    private string SecretFile => Path.Combine(Folder, $"{district}.journal.key");

    private string PublicFile => Path.Combine(Folder, $"{district}.journal.pub");

    /// <summary>Every public key that signed here, the newest last.</summary>
    public IReadOnlyList<NoteKey> Known => !File.Exists(PublicFile) ? [] : [.. File.ReadAllLines(PublicFile).Select(NoteKey.Read).OfType<NoteKey>()];

    /// <summary>The key that signs; null where there is none yet.</summary>
    public NoteSigner? Signer => !File.Exists(SecretFile) ? null : NoteSigner.Read(File.ReadAllText(SecretFile))
        ?? throw new RefusedException($"{SecretFile} is no key. Put the right one back, or take the file away: a new key is made then.");

    /// <summary>The key that signs; made where there is none, or where another is asked for.</summary>
    /// <param name="name">The journal's name.</param>
    /// <param name="isNew">Make a new one, whatever is there? The old public key is kept.</param>
    public (NoteSigner Signer, bool WasMade) Ensure(string name, bool isNew = false)
    {
        if (!isNew && Signer is { } there) return (there, false);
        var made = NoteSigner.New(name);
        Directory.CreateDirectory(Folder);
        // The public half first: a key whose signatures nobody could check must not sign.
        Write(PublicFile, FileMode.Append, made.Key.Text);
        var half = SecretFile + ".new";
        File.Delete(half);
        Write(half, FileMode.CreateNew, made.Text);
        File.Move(half, SecretFile, overwrite: true);
        return (made, true);
    }

    private static void Write(string path, FileMode mode, string line)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }
}
