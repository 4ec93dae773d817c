using Cairn.Storage.Files;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal.Verification;

/// <summary>Compares every file with the hash that it is named by, and looks whether those are there that rows name.</summary>
internal static class FilePass
{
    /// <summary>Looks; how many files there are.</summary>
    public static long Check(FileStore files, Db db, Action<Found> tell)
    {
        var count = 0L;
        foreach (var hash in files.All)
        {
            count++;
            if (!files.Verify(hash).GetAwaiter().GetResult()) tell(new Found(FoundKind.FileAltered, "files", hash));
        }

        // An address elsewhere may hold a hash too, of a file that was never here.
        foreach (var artifact in db.Artifacts.AsNoTracking().Select(one => new { one.Evidence, one.Address }))
            if (!artifact.Address.Contains("://", StringComparison.Ordinal) && FileStore.HashIn(artifact.Address) is { } hash && files.ChangedAt(hash) == DateTime.MaxValue)
                tell(new Found(FoundKind.FileMissing, "artifacts", hash));
        foreach (var hash in db.ArtifactFiles.AsNoTracking().Select(one => one.Hash).Distinct())
            if (!FileStore.IsHash(hash) || files.ChangedAt(hash) == DateTime.MaxValue) tell(new Found(FoundKind.FileMissing, "artifact_files", hash));
        return count;
    }
}
