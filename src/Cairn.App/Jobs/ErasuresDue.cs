using Cairn.App.Access;
using Cairn.App.Features.Archives;
using Cairn.App.Files;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Files;
using Cairn.Storage.Journal;
using Cairn.Storage.Privacy;

namespace Cairn.App.Jobs;

/// <summary>
/// What an erasure leaves to be done once it is durable, and what the schedule proposes. It is looked for again and again: whatever a
/// stopped process left undone is done by the next. Nothing is ever erased here without the agreement of a person.
/// </summary>
internal sealed class ErasuresDue(DataFolder folder, OpenDistricts districts, TimeProvider clock, Files.SmallPictures pictures)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateOnly> _proposed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    /// <summary>After an erasure: archives that were kept go, and what deleted rows left in the engine's files is written over.</summary>
    public void CleanUp(District district, ErasureOutcome outcome)
    {
        RemoveArchives(district, [outcome.Learner]);
        RemoveFiles(district, outcome.Addresses.Select(FileStore.HashIn).OfType<string>(), DateTime.MaxValue);
        pictures.Forget();
        // What was still on its way goes too: the learner's own, and what others were sending of them.
        var uploads = new Uploads(folder.FolderOf(district.Name));
        foreach (var (person, key, said) in uploads.All.ToList())
            if (person == outcome.Learner.Value || CaptureSaid.IsOf(said, outcome.Learner.Value)) uploads.Remove(person, key);
        lock (_left) _left.Add(district.Name);
        if (ErasedRemains.Clean(district)) lock (_left) _left.Remove(district.Name);
    }

    /// <summary>Looks once at every district that is open; how many proposals were written.</summary>
    public async Task<int> Look(CancellationToken cancel = default)
    {
        var proposed = 0;
        foreach (var district in districts.Now())
        {
            cancel.ThrowIfCancellationRequested();
            IReadOnlySet<LearnerId> gone;
            using (var db = district.Open()) gone = ErasedRemains.Erased(db);
            RemoveArchives(district, gone);
            // Where a process stopped between an erasure and its files, nobody knows their names any more: what no artifact shows goes.
            if (gone.Count > 0) RemoveFiles(district, new FileStore(folder.FolderOf(district.Name)).All, clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(1));
            bool isLeft;
            lock (_left) isLeft = _left.Contains(district.Name) || (gone.Count > 0 && !_proposed.ContainsKey(district.Name));
            if (isLeft && ErasedRemains.Clean(district)) lock (_left) _left.Remove(district.Name);

            var zone = Served.Of(folder, district).Zone;
            DateOnly Day(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone));
            var today = Day(clock.GetUtcNow().UtcDateTime);
            if (_proposed.GetValueOrDefault(district.Name) == today) continue;
            using (var db = district.Open())
                if (ErasureRows.Due(db, Day, today).Count > 0) proposed += await district.Writer.Alone(turn => ErasureRows.Propose(turn, Day), Acting.System with { Where = "erasures due", Purpose = "retention" }, cancel);
            _proposed[district.Name] = today;
        }

        return proposed;
    }

    /// <summary>Looks until it is told to stop.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Look(cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A job that ends at the first trouble would leave what is erased on the disk until the next start.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                wrong(trouble);
            }

            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Deletes files that no artifact of anybody shows, and that came before a moment: one that came lately may be about to be shown.</summary>
    private void RemoveFiles(District district, IEnumerable<string> hashes, DateTime before)
    {
        var store = new FileStore(folder.FolderOf(district.Name));
        using var db = district.Open();
        foreach (var hash in hashes.Where(hash => !ErasedRemains.IsShown(db, hash)).ToList())
            if (store.ChangedAt(hash) < before) store.Delete(hash);
    }

    private void RemoveArchives(District district, IEnumerable<LearnerId> learners)
    {
        foreach (var learner in learners)
            if (KeptArchives.FolderOf(folder, district.Name, learner) is var path && Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
