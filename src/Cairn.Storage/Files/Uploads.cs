using System.Security.Cryptography;

namespace Cairn.Storage.Files;

/// <summary>What became of a part that was brought.</summary>
public enum PartTaken
{
    /// <summary>It is on the disk.</summary>
    Taken,

    /// <summary>There is no such upload.</summary>
    NotFound,

    /// <summary>The file is longer or shorter already than where the part would begin.</summary>
    WrongPlace,

    /// <summary>The part would make the file longer than it was said to be.</summary>
    TooLong,
}

/// <summary>
/// Files that are still coming, beside the store of a district: <c>uploads/person-key/0</c>, <c>1</c> and so on, and what was said of them.
/// What was answered is there after a power cut, so that a device goes on where it stopped. What nobody finished goes after days.
/// </summary>
/// <param name="folder">The district's folder.</param>
public sealed class Uploads(string folder)
{
    private const string Said = "said.json";
    private const int AtOnce = 64 << 10;

    // So many work at once; two that share one wait for each other, and no more comes of it.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The folder of what is coming.</summary>
    public string Folder { get; } = Path.Combine(folder, "uploads");

    /// <summary>Waits until nobody else works at an upload: two windows may send the same one.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of it.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>What gives the turn on.</returns>
    public async Task<IDisposable> Turn(Guid person, Guid key, CancellationToken cancel = default)
    {
        var turn = Turns[(HashCode.Combine(Folder, person, key) & int.MaxValue) % Turns.Length];
        await turn.WaitAsync(cancel);
        return new Held(turn);
    }

    /// <summary>What was said of an upload when it began; null where there is none.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of it.</param>
    public byte[]? SaidOf(Guid person, Guid key)
    {
        var path = Path.Combine(PathOf(person, key), Said);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Begins an upload: it is on the disk when this returns.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of it.</param>
    /// <param name="said">What is said of it.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void Begin(Guid person, Guid key, byte[] said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var path = PathOf(person, key);
        DurableFile.MakeFolder(path);
        DurableFile.Write(Path.Combine(path, Said), to => to.Write(said));
    }

    /// <summary>How many bytes of a file are here.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of the upload.</param>
    /// <param name="file">Which of its files, from 0.</param>
    public long LengthOf(Guid person, Guid key, int file) => new FileInfo(PathOf(person, key, file)) is { Exists: true } there ? there.Length : 0;

    /// <summary>Takes a part of a file. Of a part that broke off what came is kept, and on the disk.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of the upload.</param>
    /// <param name="file">Which of its files, from 0.</param>
    /// <param name="from">Where it begins: as many bytes as are here.</param>
    /// <param name="whole">How long the file was said to be.</param>
    /// <param name="part">The bytes.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public async Task<PartTaken> Append(Guid person, Guid key, int file, long from, long whole, Stream part, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (SaidOf(person, key) is null) return PartTaken.NotFound;
        var path = PathOf(person, key, file);
        var isNew = !File.Exists(path);
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var to = new FileStream(path, how);
        if (to.Length != from) return PartTaken.WrongPlace;
        to.Position = from;
        try
        {
            var some = new byte[AtOnce];
            while (await part.ReadAsync(some, cancel) is > 0 and var read)
            {
                if (to.Position + read > whole)
                {
                    to.SetLength(from);
                    return PartTaken.TooLong;
                }

                await to.WriteAsync(some.AsMemory(0, read), CancellationToken.None);
            }
        }
        finally
        {
            DiskFlush.File(to, "a part of a file that comes");
            if (isNew) DiskFlush.Folder(Path.GetDirectoryName(path)!);
        }

        return PartTaken.Taken;
    }

    /// <summary>Opens what is here of a file; null where nothing is.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of the upload.</param>
    /// <param name="file">Which of its files, from 0.</param>
    public FileStream? Open(Guid person, Guid key, int file) => PathOf(person, key, file) is var path && File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, AtOnce, FileOptions.Asynchronous) : null;

    /// <summary>The hash of what is here of a file, as <see cref="FileStore"/> names it; empty where nothing is.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of the upload.</param>
    /// <param name="file">Which of its files, from 0.</param>
    public async Task<string> HashOf(Guid person, Guid key, int file)
    {
        var bytes = Open(person, key, file);
        if (bytes is null) return "";
        await using (bytes) return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes));
    }

    /// <summary>Forgets what came of a file: it is not what it was said to be.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of the upload.</param>
    /// <param name="file">Which of its files, from 0.</param>
    public void Forget(Guid person, Guid key, int file) => File.Delete(PathOf(person, key, file));

    /// <summary>Takes an upload away with all that came.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="key">Their key of it.</param>
    public void Remove(Guid person, Guid key)
    {
        if (PathOf(person, key) is var path && Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    /// <summary>What a person's uploads were said to be.</summary>
    /// <param name="person">Whose.</param>
    public IEnumerable<(Guid Key, byte[] Said)> Of(Guid person) => !Directory.Exists(Folder) ? [] :
        from path in Directory.EnumerateDirectories(Folder, $"{person:N}-*").Order(StringComparer.Ordinal)
        let key = Guid.ParseExact(Path.GetFileName(path)[33..], "N")
        let said = SaidOf(person, key)
        where said is not null
        select (key, said);

    /// <summary>What everybody's uploads were said to be.</summary>
    public IEnumerable<(Guid Person, Guid Key, byte[] Said)> All => !Directory.Exists(Folder) ? [] :
        from path in Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(path)
        where name.Length == 65 && Guid.TryParseExact(name[..32], "N", out _) && Guid.TryParseExact(name[33..], "N", out _)
        let of = (Person: Guid.ParseExact(name[..32], "N"), Key: Guid.ParseExact(name[33..], "N"))
        let said = SaidOf(of.Person, of.Key)
        where said is not null
        select (of.Person, of.Key, said);

    /// <summary>Takes away what nobody went on with.</summary>
    /// <param name="before">Uploads that nothing came of since this moment, UTC.</param>
    /// <returns>How many.</returns>
    public int Sweep(DateTime before)
    {
        if (!Directory.Exists(Folder)) return 0;
        var old = Directory.EnumerateDirectories(Folder).Where(path => Directory.EnumerateFiles(path).Select(File.GetLastWriteTimeUtc).Append(Directory.GetCreationTimeUtc(path)).Max() < before).ToList();
        foreach (var path in old) Directory.Delete(path, recursive: true);
        return old.Count;
    }

    private string PathOf(Guid person, Guid key) => Path.Combine(Folder, $"{person:N}-{key:N}");

    private string PathOf(Guid person, Guid key, int file) => Path.Combine(PathOf(person, key), file.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
