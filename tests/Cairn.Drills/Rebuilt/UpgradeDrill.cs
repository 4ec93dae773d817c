using System.Globalization;
using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.Drills.Rebuilt;

/// <summary>
/// Upgrades a district from the schema before, while others read and open it: killed with SIGKILL as each step is done, then at
/// random moments. Until the last step the old record is there as it was; the next try succeeds, and every fact is there.
/// </summary>
internal static class UpgradeDrill
{
    private const int Writes = 200;

    /// <summary>The upgrade as a process of its own.</summary>
    /// <param name="path">The data folder.</param>
    /// <param name="last">The step that it is killed at; "" for none.</param>
    public static async Task<int> Inside(string path, string last)
    {
        var folder = new DataFolder(path);
        await using var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System, isMigrating: true);
        Upgrade.Of(folder, district, TimeProvider.System, step =>
        {
            // Whoever waits for the first write waits for the first step here.
            Console.WriteLine($"W {step}");
            if (step.ToString() == last) System.Diagnostics.Process.GetCurrentProcess().Kill();
        });
        return 0;
    }

    /// <summary>Kills an upgrade at each step, and some at random moments.</summary>
    public static async Task<(int Killed, int Reads, int Writes, List<string> Wrong)> Run(string temp, int times, Random chance, Action<string>? say = null)
    {
        var (killed, reads, written, wrong) = (0, 0, 0, new List<string>());
        foreach (var step in Enum.GetNames<UpgradeStep>().Concat(Enumerable.Repeat("", times)))
        {
            var folder = new DataFolder(DurableFile.MakeOwn(Path.Combine(temp, $"upgrade-{Guid.NewGuid():N}")));
            var ledger = await Written(folder);
            written += ledger.Told.Count;
            var facts = Count(folder);
            using (var load = new Load(folder, facts))
            {
                using var upgrading = Writing.Start(["upgrading", folder.Path, step]);
                if (step.Length == 0)
                {
                    await Task.Delay(chance.Next(2500));
                    await upgrading.Kill();
                }

                var (lines, code, troubles) = await upgrading.End();
                // 137: killed. One that was quicker than a random moment ended well.
                if (code == 137) killed++;
                else if (step.Length > 0 || code != 0) wrong.Add($"{step}: ended with {code}: {troubles}");
                var isOlder = Older.Is(folder);
                if (!isOlder && !lines.Contains($"W {UpgradeStep.Kept}", StringComparer.Ordinal)) wrong.Add($"{step}: the new record was there before it was checked and kept");
                if (step.Length > 0 && isOlder == (step == nameof(UpgradeStep.MovedIn))) wrong.Add($"{step}: the record is {(isOlder ? "the old one" : "the new one")}");
                if (Count(folder) != facts) wrong.Add($"{step}: {Count(folder)} judgments in place of {facts}");
                wrong.AddRange(await load.End());
                reads += load.Reads;
                say?.Invoke(string.Create(CultureInfo.InvariantCulture,
                    $"{(step.Length > 0 ? $"killed as it was {step}" : code == 137 ? "killed at a random moment" : "done before it was killed")}: the {(isOlder ? "old" : "new")} record stands; {load.Reads} reads, {load.Refused} openings refused meanwhile"));
            }

            using (var again = Writing.Start(["upgrading", folder.Path, ""]))
                if (await again.End() is { Code: not 0, Troubles: var why }) wrong.Add($"{step}: the next try failed: {why}");
            if (Older.Is(folder)) wrong.Add($"{step}: the next try left the old record");
            var found = await Inspection.Of(folder, ledger);
            wrong.AddRange(found.Lost.Concat(found.Broken).Select(one => $"{step}: {one}"));
            if (wrong.Count == 0) Directory.Delete(folder.Path, recursive: true);
        }

        return (killed, reads, written, wrong);
    }

    private static async Task<Ledger> Written(DataFolder folder)
    {
        await Field.Make(folder);
        var ledger = new Ledger();
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System))
            await Task.WhenAll(Enumerable.Range(0, Writes).Select(async i =>
            {
                var seed = Guid.CreateVersion7();
                await district.Writer.Record(Sown.Of(seed));
                lock (ledger) ledger.Note(1, $"W {i} {seed:N}");
            }));
        await Older.Make(folder);
        return ledger;
    }

    private static long Count(DataFolder folder) => Load.Count(Path.Combine(folder.FolderOf(Field.District), District.FileName));
}
