using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;

namespace Cairn.App.Features.Archives;

/// <summary>An archive that waits to be fetched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="Size">Its bytes.</param>
public sealed record KeptArchive(Guid Id, DateTime MadeAt, long Size);

/// <summary>Archives that were asked for on a page: made beside what goes on, kept in the data folder for a week, and gone then, or when
/// the learner is erased.</summary>
internal sealed class KeptArchives(Served served, OpenDistricts districts, LongWork work, TimeProvider clock, IHttpContextAccessor http)
{
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    /// <summary>Where a district keeps a learner's archives.</summary>
    public static string FolderOf(DataFolder folder, string district, LearnerId learner) => Path.Combine(folder.FolderOf(district), "archives", learner.Value.ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Those that an asker had made, newest first; what is too old goes, whoever had it made. What one may read another may not: each finds their own.</summary>
    public IReadOnlyList<KeptArchive> Of(LearnerId learner, Actor asker)
    {
        var folder = Folder(learner);
        if (!Directory.Exists(folder)) return [];
        var (kept, own) = (new List<KeptArchive>(), Path.GetFullPath(FolderOf(folder, asker)));
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.zip", SearchOption.AllDirectories))
        {
            if (file.LastWriteTimeUtc + Kept < clock.GetUtcNow().UtcDateTime) file.Delete();
            else if (string.Equals(file.DirectoryName, own, StringComparison.Ordinal) && Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id)) kept.Add(new KeptArchive(id, file.LastWriteTimeUtc, file.Length));
        }

        return [.. kept.OrderByDescending(one => one.MadeAt)];
    }

    /// <summary>Is one being made?</summary>
    public bool IsMaking(LearnerId learner) => work.Of(WorkOf(learner)) is not null;

    /// <summary>Begins to make one; false where one is being made, or too much waits.</summary>
    public bool Begin(LearnerId learner, Actor asker, DateOnly today, Words words)
    {
        var lease = districts.At(http.HttpContext!.Request.Host.Host);
        var (district, folder) = (served.District!, FolderOf(Folder(learner), asker));
        if (work.TryBegin(district.Name, WorkOf(learner), _ =>
            {
                using (lease) Make(district, folder, learner, asker, today, words);
                return Task.CompletedTask;
            })) return true;
        lease.Dispose();
        return false;
    }

    /// <summary>One of them, to be read; null where there is none.</summary>
    public Stream? Open(LearnerId learner, Actor asker, Guid id)
    {
        var file = Path.Combine(FolderOf(Folder(learner), asker), $"{id:N}.zip");
        return Of(learner, asker).Any(one => one.Id == id) && File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    private void Make(District district, string folder, LearnerId learner, Actor asker, DateOnly today, Words words)
    {
        Directory.CreateDirectory(folder);
        var (half, id) = (Path.Combine(folder, $"{Guid.CreateVersion7():N}.half"), Guid.CreateVersion7());
        try
        {
            var isMade = false;
            using (var db = district.Open())
            using (var to = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                // Asked anew when it is made: whoever lost the right meanwhile gets nothing.
                var now = clock.GetUtcNow().UtcDateTime;
                isMade = MakeArchive.OfLearner(new ArchiveMaking(district, served.Title, served.Zone, now, words) { Files = new Storage.Files.FileStore(served.Folder.FolderOf(district.Name)) }, db, new Scope(db, asker, today), learner, to);
            }

            if (isMade) File.Move(half, Path.Combine(folder, $"{id:N}.zip"));
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static string FolderOf(string folder, Actor asker) => Path.Combine(folder, asker.Person.ToString("N", CultureInfo.InvariantCulture));

    private string Folder(LearnerId learner) => FolderOf(served.Folder, served.District!.Name, learner);

    // One at a time for each learner.
    private static Guid WorkOf(LearnerId learner) => NamedId.Of("archive", learner.Value.ToString("N", CultureInfo.InvariantCulture));
}
