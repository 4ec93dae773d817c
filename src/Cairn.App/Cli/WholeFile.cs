using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>A file that is written whole or not at all: beside it first, and then it takes the place of the one that was there.</summary>
internal static class WholeFile
{
    /// <param name="file">The file to write.</param>
    /// <param name="write">Writes what it holds.</param>
    /// <exception cref="RefusedException">There is no such folder, or a folder stands in the file's place.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path)) throw new RefusedException(Say.Words["cli.notAFile", ("file", file)]);
        // A link goes on pointing where it points.
        if (new FileInfo(path).LinkTarget is not null && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target) path = target.FullName;
        if (Path.GetDirectoryName(path) is not { } folder || !Directory.Exists(folder)) throw new RefusedException(Say.Words["cli.noFolder", ("file", file), ("folder", Path.GetDirectoryName(path) ?? path)]);
        if (TakesStraight(path, write)) return;

        var half = Path.Combine(folder, $".{Guid.CreateVersion7():N}.half");
        try
        {
            using (var to = new FileStream(half, FileMode.CreateNew, FileAccess.Write)) write(to);
            if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(half, File.GetUnixFileMode(path));
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    // A pipe or a device is no file whose place another could take. A file that must not be written says so here.
    private static bool TakesStraight(string path, Action<Stream> write)
    {
        if (!File.Exists(path)) return false;
        using var there = new FileStream(path, FileMode.Open, FileAccess.Write);
        if (there.CanSeek && !path.StartsWith("/dev/", StringComparison.Ordinal)) return false;
        write(there);
        return true;
    }
}
