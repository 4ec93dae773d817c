namespace Cairn.Storage;

/// <summary>A file that is there whole and safe, or not at all: written beside under another name, flushed to the disk, renamed, and its
/// folder flushed. Only its owner may read it.</summary>
public static class DurableFile
{
    /// <summary>What a file is called while it is written; nothing that begins so is ever taken for one.</summary>
    public const string HalfPrefix = ".half-";

    private const int NotAllowed = 13;

    /// <summary>Writes a file; one that was there is there until the new one is safe.</summary>
    /// <param name="path">The file. Its folder is there.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <exception cref="IOException">The disk did not take it; then nothing is left of it.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var half = Path.Combine(folder, $"{HalfPrefix}{Guid.CreateVersion7():N}");
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(half, how))
            {
                write(file);
                DiskFlush.File(file, path);
            }

            File.Move(half, path, overwrite: true);
            DiskFlush.Folder(folder);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>Moves a whole file to its place in the same folder: there it is whole after a power cut, or not at all.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">Where there is none yet.</param>
    /// <exception cref="IOException">The disk did not take it, or there is one.</exception>
    public static void MoveIn(string from, string to)
    {
        using (var file = new FileStream(from, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)) DiskFlush.File(file, from);
        File.Move(from, to);
        DiskFlush.Folder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Makes a folder that its owner alone may look into: a record is in it. One that is there stays as it is.</summary>
    /// <returns>Its whole path.</returns>
    public static string MakeOwn(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <summary>Makes a folder with all that are missing above it, for its owner alone; they are there after a power cut.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">The disk did not take one of them.</exception>
    public static void MakeFolder(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(whole)) return;
        var above = Path.GetDirectoryName(whole);
        if (above is not null) MakeFolder(above);
        MakeOwn(whole);
        if (above is null) return;
        try
        {
            DiskFlush.Folder(above);
        }
        catch (IOException wrong) when (wrong.HResult == NotAllowed)
        {
            // A folder that may be written and not listed cannot be flushed by anybody who may do no more.
        }
    }
}
