using Cairn.App.Running;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Jobs;

/// <summary>
/// Each night every district of the folder is backed up, restored beside and checked, by the day of its own zone; one that was missed is
/// made up for. Also those that nobody asks for now: a backup is not for who is awake.
/// </summary>
internal sealed class NightlyBackups(DataFolder folder, TimeProvider clock, Action<string, Exception?> tell)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, TimeZoneInfo> _zones = new(StringComparer.Ordinal);

    /// <summary>The jobs of a site that look after its folder: what fails is in its log, and how old the newest good backups are is among its measures.</summary>
    public static Task RunAll(DataFolder folder, IServiceProvider site, CancellationToken cancel)
    {
        var log = site.GetRequiredService<Log>();
        site.GetRequiredService<Measures>().LastBackup = () => OldestGood(folder);
        void Tell(string text, Exception? wrong) => log.Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", text) { Faults = LogFault.Of(wrong) });
        return Task.WhenAll(new NightlyBackups(folder, TimeProvider.System, Tell).Run(cancel), new ClockWatch(folder, TimeProvider.System).Run(Tell, cancel));
    }

    /// <summary>Of the newest good backup of each district, the oldest: the one to worry about.</summary>
    public static DateTimeOffset? OldestGood(DataFolder folder)
    {
        var backups = new BackupFolder(folder);
        return folder.Districts.Select(one => backups.Status(one)?.GoodAt).Where(one => one is not null).Select(one => (DateTimeOffset?)new DateTimeOffset(DateTime.SpecifyKind(one!.Value, DateTimeKind.Utc))).Min();
    }

    /// <summary>Looks once; tells what failed, and answers how many were made.</summary>
    public async Task<int> Look(CancellationToken cancel = default)
    {
        // A demonstration is made again in seconds.
        if (folder.IsDemo) return 0;
        var made = 0;
        foreach (var district in folder.Districts)
        {
            cancel.ThrowIfCancellationRequested();
            if (!_zones.TryGetValue(district, out var zone)) _zones[district] = zone = Nightly.ZoneOf(folder, district);
            if (!Nightly.IsDue(new BackupFolder(folder).Status(district), zone, clock.GetUtcNow().UtcDateTime)) continue;
            var status = await Nightly.Make(folder, district, Passphrase.OfVariable(), clock, zone, cancel);
            if (status.IsGood) made++;
            else tell($"the backup of {district} FAILED: cairn doctor --district {district} says why", null);
        }

        return made;
    }

    /// <summary>Looks until it is told to stop. The first look is a minute after the start, when people have their pages.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Task.Run(() => Look(cancel), cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // One district that cannot be looked at must not leave the others without a backup.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                tell("the nightly backups could not be looked at", wrong);
            }

            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
