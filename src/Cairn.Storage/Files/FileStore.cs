using System.Security.Cryptography;

namespace Cairn.Storage.Files;

/// <summary>A file that is kept.</summary>
/// <param name="Hash">SHA-256 of its content, 64 small hexadecimal digits: also its name in the store.</param>
/// <param name="Length">Its bytes.</param>
public sealed record StoredFile(string Hash, long Length);

/// <summary>
/// Files of a district, named by their content: <c>files/aa/aabb…</c> in the district's folder. Written beside first, flushed, renamed,
/// and the folder flushed: what was answered is there after a power cut, and what is half is never seen.
/// </summary>
/// <param name="folder">The district's folder.</param>
public sealed class FileStore(string folder)
{
        /// <summary>The folder of the files.</summary>
    public string Folder { get; } = Path.Combine(folder, "files");

    /// <summary>The hashes of all that is kept.</summary>
    public IEnumerable<string> All => !Directory.Exists(Folder) ? [] :
        Directory.EnumerateDirectories(Folder).SelectMany(Directory.EnumerateFiles).Select(file => Path.GetFileName(file)).Where(IsHash).Order(StringComparer.Ordinal);

    /// <summary>Keeps a file; one that is there already is kept once.</summary>
    /// <param name="from">The file, read to its end.</param>
    /// <param name="most">The most bytes that are taken.</param>
    /// <param name="cancel">Ends it; nothing is kept then.</param>
    /// <returns>The file; null where it was larger.</returns>
    /// <exception cref="IOException">The disk did not keep it.</exception>
    public async Task<StoredFile?> Put(Stream from, long most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        Directory.CreateDirectory(Folder);
        var half = Path.Combine(Folder, $"{DurableFile.HalfPrefix}{Guid.CreateVersion7():N}");
        try
        {
            if (await Write(half, from, most, cancel) is not { } file) return null;
            Place(half, file.Hash);
            return file;
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Opens a file; null where there is none.</summary>
    /// <param name="hash">Its hash.</param>
    public FileStream? Open(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 << 10, FileOptions.Asynchronous);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Is a file there, and is its content what its name says?</summary>
    /// <param name="hash">Its hash.</param>
    public async Task<bool> Verify(string hash)
    {
        var file = Open(hash);
        if (file is null) return false;
        await using (file) return Convert.ToHexStringLower(await SHA256.HashDataAsync(file)) == hash;
    }

    /// <summary>When a file came, UTC; the very end of time where there is none.</summary>
    /// <param name="hash">Its hash.</param>
    public DateTime ChangedAt(string hash) => File.Exists(PathOf(hash)) ? File.GetLastWriteTimeUtc(PathOf(hash)) : DateTime.MaxValue;

    /// <summary>Deletes a file for good. Whether somebody else's record shows the same content is for the caller to know.</summary>
    /// <param name="hash">Its hash.</param>
    /// <returns>Was it there?</returns>
    public bool Delete(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path)) return false;
        File.Delete(path);
        DiskFlush.Folder(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>Takes away what was never finished.</summary>
    /// <param name="before">Halves that were last written before this moment, UTC.</param>
    /// <returns>How many.</returns>
    public int Sweep(DateTime before)
    {
        if (!Directory.Exists(Folder)) return 0;
        var old = Directory.EnumerateFiles(Folder, DurableFile.HalfPrefix + "*").Where(file => File.GetLastWriteTimeUtc(file) < before).ToList();
        foreach (var file in old) File.Delete(file);
        return old.Count;
    }

    /// <summary>Is a text a hash as files are named by?</summary>
    /// <param name="text">Any text.</param>
    public static bool IsHash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>The hash in an artifact's address; null where it is no address of a file that is kept here.</summary>
    /// <param name="address">The address.</param>
    public static string? HashIn(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Array.Find(address.Split('/', '?', '#', ':'), IsHash);
    }

    private static async Task<StoredFile?> Write(string path, Stream from, long most, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var to = new FileStream(path, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var part = new byte[64 << 10];
        long length = 0;
        while (await from.ReadAsync(part, cancel) is > 0 and var read)
        {
            length += read;
            if (length > most) return null;
            hash.AppendData(part, 0, read);
            await to.WriteAsync(part.AsMemory(0, read), cancel);
        }

        DiskFlush.File(to, "a file that came");
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    // The place is taken whether a file is there or not: one that had rotted is whole again.
    private void Place(string half, string hash)
    {
        var path = PathOf(hash);
        var place = Path.GetDirectoryName(path)!;
        var isNew = !Directory.Exists(place);
        Directory.CreateDirectory(place);
        File.Move(half, path, overwrite: true);
        DiskFlush.Folder(place);
        if (isNew) DiskFlush.Folder(Folder);
    }

    private string PathOf(string hash) => IsHash(hash) ? Path.Combine(Folder, hash[..2], hash) : throw new ArgumentException("That is no hash of a file.", nameof(hash));
}
