using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Backups;

/// <summary>The backup of each night: made, restored beside and checked, noted, and the old ones taken away.</summary>
public static class Nightly
{
    /// <summary>The hour of the district's own day from which it is made: nobody works, and no zone skips the whole of it.</summary>
    private const int Hour = 2;

    private static readonly TimeSpan AgainAfter = TimeSpan.FromHours(1);

    /// <summary>The night that a moment belongs to: the day on which it began, in a zone, at two.</summary>
    public static DateOnly NightOf(DateTime now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone).AddHours(-Hour));

    /// <summary>Is a backup due? Once a night; one that was missed as soon as somebody looks; one that failed an hour later again.</summary>
    /// <param name="last">What the last one came to.</param>
    /// <param name="zone">The district's zone.</param>
    /// <param name="now">The moment, UTC.</param>
    public static bool IsDue(BackupStatus? last, TimeZoneInfo zone, DateTime now) =>
        last is null || last.Night < NightOf(now, zone) || (!last.IsGood && now - last.TriedAt >= AgainAfter);

    /// <summary>The zone of a district; UTC where it has none that is known here.</summary>
    public static TimeZoneInfo ZoneOf(DataFolder folder, string district)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var engine = folder.EngineOf(district);
        using var db = engine.Open();
        var id = new Learning.OrganizationId(Backup.IdOf(district));
        var zone = db.Organizations.AsNoTracking().FirstOrDefault(one => one.Id == id)?.TimeZone;
        return zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
    }

    /// <summary>Makes the backup of a night, checks it, and notes what came of it. What goes wrong is in the answer, and no backup is taken away then.</summary>
    public static async Task<BackupStatus> Make(DataFolder folder, string district, Passphrase? words, TimeProvider clock, TimeZoneInfo zone, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var backups = new BackupFolder(folder);
        var now = clock.GetUtcNow().UtcDateTime;
        var file = Path.Combine(backups.Made(), BackupFolder.NameOf(district, now, isNightly: true));
        var (last, watch) = (backups.Status(district), Stopwatch.StartNew());
        BackupStatus status;
        try
        {
            var made = await Checked(folder, district, file, words, clock, cancel);
            status = new BackupStatus(now, NightOf(now, zone), now, Path.GetFileName(file), made.Bytes, made.Manifest.StateHash, watch.Elapsed.TotalSeconds, "");
            Tidy(backups, district, now);
        }
        catch (Exception wrong) when (wrong is RefusedException or IOException or UnauthorizedAccessException or DbException or InvalidOperationException)
        {
            // What was not found good does not stand among those that were; the newest such is there to be looked at.
            if (File.Exists(file)) File.Move(file, Path.Combine(backups.Path, $"{district}.bad"), overwrite: true);
            status = (last ?? new BackupStatus(now, NightOf(now, zone), null, "", 0, "", 0, "")) with { TriedAt = now, Night = NightOf(now, zone), Seconds = watch.Elapsed.TotalSeconds, Trouble = wrong.Message };
        }

        status.Write(backups.StatusFile(district));
        return status;
    }

    private static async Task<BackupMade> Checked(DataFolder folder, string district, string file, Passphrase? words, TimeProvider clock, CancellationToken cancel)
    {
        await using var open = District.OpenExisting(folder, district, toWrite: false, clock);
        // A backup must not be what fills the disk that the record is written to.
        if (DiskRoom.Of(folder, open) is { IsGood: false } full) throw new RefusedException($"There is no room for it: {full.Found}.");
        var made = Backup.Make(folder, open, file, words, clock.GetUtcNow().UtcDateTime, cancel);
        var restored = Restoring.Check(folder, file, words, cancel);
        if (restored.StateHash != made.Manifest.StateHash) throw new RefusedException("The backup that was read back is another than the one that was made.");
        return restored.Findings.FirstOrDefault(one => !one.IsGood) is { } bad ? throw new RefusedException($"The backup restores, and what it holds is not sound ({bad.What}: {bad.Found}). {bad.Fix}.") : made;
    }

    private static void Tidy(BackupFolder backups, string district, DateTime now)
    {
        var all = backups.Nightly(district);
        var kept = Keeping.Usual.Of([.. all.Select(one => one.At)]);
        foreach (var (file, _) in all.Where(one => !kept.Contains(one.At))) File.Delete(file);
        // What a stopped process left half written.
        foreach (var half in Directory.EnumerateFiles(backups.Path, DurableFile.HalfPrefix + "*").Where(one => now - File.GetLastWriteTimeUtc(one) > TimeSpan.FromDays(1))) File.Delete(half);
    }
}
