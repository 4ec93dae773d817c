using Cairn.Storage;

namespace Cairn.App.Tests.Backups;

/// <summary>What is on the disk at a moment, as a process that is killed then leaves it.</summary>
internal static class Disk
{
    /// <summary>Copies a folder as it is now; locks are nobody's in the copy.</summary>
    public static void Image(string from, string to)
    {
        DurableFile.MakeOwn(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            try
            {
                using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var written = new FileStream(copy, FileMode.Create);
                open.CopyTo(written);
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(copy, File.GetUnixFileMode(file));
            }
            catch (IOException)
            {
                // A lock: an empty file that is held.
                File.WriteAllBytes(copy, []);
            }
        }
    }
}
