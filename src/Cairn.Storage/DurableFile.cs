namespace Cairn.Storage;

/// <summary>A file that is there whole and safe, or not at all: written beside under another name, flushed to the disk, renamed, and its
/// folder flushed. Only its owner may read it.</summary>
public static class DurableFile
{
    /// <summary>What a file is called while it is written; nothing that begins so is ever taken for one.</summary>
    public const string HalfPrefix = ".half-";

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
}
