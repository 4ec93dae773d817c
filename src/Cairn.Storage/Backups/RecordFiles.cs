using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Cairn.Storage.Backups;

/// <summary>The files of a district: what stands below <c>files/</c> in its folder, whatever engine its database is on.</summary>
internal static partial class RecordFiles
{
    public const string FolderName = "files";

    private const int MostParts = 8;

    /// <summary>Is it a path that may be taken out of an archive? Names without slashes and dots in front, one below the other.</summary>
    public static bool IsPath(string path)
    {
        var parts = path.Split('/');
        return parts.Length <= MostParts && Array.TrueForAll(parts, part => Part().IsMatch(part));
    }

    /// <summary>Every file of a district's folder, with its path in an archive. What is only half written is none.</summary>
    public static IEnumerable<(string Path, string File)> Of(string districtFolder)
    {
        var root = Path.Combine(districtFolder, FolderName);
        if (!Directory.Exists(root)) yield break;
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (open.TryPop(out var folder))
        {
            foreach (var one in folder.EnumerateFileSystemInfos().OrderBy(one => one.Name, StringComparer.Ordinal))
            {
                if (one.LinkTarget is not null) throw new RefusedException($"{one.FullName} is a link. A district's files are files: put the file itself there.");
                if (one.Name.StartsWith('.')) continue;
                if (one is DirectoryInfo below)
                {
                    open.Push(below);
                    continue;
                }

                var path = Path.GetRelativePath(root, one.FullName).Replace(Path.DirectorySeparatorChar, '/');
                yield return IsPath(path) ? (path, one.FullName) : throw new RefusedException($"{one.FullName} has a name that no archive can hold: letters, digits, dots, hyphens and underlines, {MostParts} folders deep at most.");
            }
        }
    }

    /// <summary>Puts a file into an archive; null where it was erased meanwhile.</summary>
    public static BackupFile? Put(ZipArchive zip, string path, string file)
    {
        FileStream from;
        try
        {
            from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        using (from)
        {
            using var to = zip.CreateEntry($"{FolderName}/{path}", CompressionLevel.Fastest).Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            long bytes = 0;
            while (from.Read(buffer) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                to.Write(buffer, 0, read);
                bytes += read;
            }

            return new BackupFile(path, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Part();
}
