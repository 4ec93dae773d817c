using System.Globalization;
using Cairn.Drills.Record;
using Cairn.Storage;

namespace Cairn.Drills.Killed;

/// <summary>What came out of a drill of kills.</summary>
/// <param name="Runs">How many writers were killed.</param>
/// <param name="Acknowledged">How many writes they were told are recorded.</param>
/// <param name="Looks">How often a record was looked over.</param>
/// <param name="Lost">Acknowledged writes that are not there.</param>
/// <param name="Broken">Invariants that do not hold.</param>
internal sealed record KillResult(int Runs, int Acknowledged, int Looks, IReadOnlyList<string> Lost, IReadOnlyList<string> Broken)
{
    public bool IsGood => Lost.Count == 0 && Broken.Count == 0 && Acknowledged > 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"kill9: {Runs} runs, {Acknowledged} acknowledged writes, {Lost.Count} lost, {Broken.Count} invariants broken");
}

/// <summary>
/// Writers are killed with SIGKILL at a random moment, again and again on the same folder so that damage would add up, and the record is
/// looked over. Now and then a folder is left for a fresh one, a writer is killed while it opens what the last one left, or two are
/// killed before anybody looks.
/// </summary>
/// <param name="temp">Where folders are made.</param>
/// <param name="make">Makes the district in a data folder.</param>
/// <param name="longest">How long a writer writes at most, in milliseconds.</param>
/// <param name="crash">Crashes the database's server in place of the writer, and starts it again; null where there is none.</param>
internal sealed class KillDrill(string temp, Func<DataFolder, Task> make, int longest = 500, Func<Task>? crash = null)
{
    private const int KillsAFolder = 25;
    private const int LongestOpening = 1500;

    private readonly Lock _lock = new();
    private readonly List<string> _lost = [];
    private readonly List<string> _broken = [];
    private int _started;
    private int _acknowledged;
    private int _looks;

    /// <summary>Kills a number of writers, some lanes beside each other.</summary>
    public async Task<KillResult> Run(int runs, int lanes, int seed, Action<string>? say = null)
    {
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(() => Lane(runs, new Random(seed + lane), say))));
        return new KillResult(runs, _acknowledged, _looks, _lost, _broken);
    }

    private async Task Lane(int runs, Random chance, Action<string>? say)
    {
        while (Volatile.Read(ref _started) < runs)
        {
            var path = DurableFile.MakeOwn(Path.Combine(temp, $"kill9-{Guid.NewGuid():N}"));
            var folder = new DataFolder(path);
            await make(folder);
            var ledger = new Ledger();
            var isGood = true;
            for (var i = 1; isGood && i <= KillsAFolder; i++)
            {
                var run = Interlocked.Increment(ref _started);
                if (run > runs) break;
                await Kill(folder, ledger, run, chance);
                if (run % 100 == 0) say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{run} of {runs} killed"));
                if (i < KillsAFolder && run < runs && chance.Next(4) == 0) continue;
                isGood = await Look(folder, ledger);
            }

            Interlocked.Add(ref _acknowledged, ledger.Told.Count);
            // What is damaged is kept for whoever has to find out why.
            if (isGood) Remove(folder);
            else say?.Invoke($"kept: {path}");
        }
    }

    private static void Remove(DataFolder folder)
    {
        foreach (var district in folder.Districts)
            using (var engine = folder.EngineOf(district)) (engine as Storage.Postgres.PostgresEngine)?.Drop();
        Directory.Delete(folder.Path, recursive: true);
    }

    private async Task Kill(DataFolder folder, Ledger ledger, int run, Random chance)
    {
        using var writing = Writing.Start(folder);
        if (chance.Next(8) == 0)
        {
            // While it opens what the one before it left.
            await Task.WhenAny(writing.Ready, Task.Delay(chance.Next(LongestOpening)));
        }
        else
        {
            await writing.Ready;
            await Task.Delay(chance.Next(longest));
            if (crash is not null) await crash();
        }

        foreach (var line in await writing.Kill()) ledger.Note(run, line);
        var troubles = (await writing.End()).Troubles;
        if (crash is null && troubles.Length > 0) Note(_broken, [$"run {run}: the writer said: {troubles}"]);
    }

    private async Task<bool> Look(DataFolder folder, Ledger ledger)
    {
        Interlocked.Increment(ref _looks);
        try
        {
            var found = await Inspection.Of(folder, ledger);
            Note(_lost, found.Lost);
            Note(_broken, found.Broken);
            return found.IsGood;
        }
        catch (Exception wrong) when (wrong is RefusedException or System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            Note(_broken, [$"the record cannot be opened: {wrong}"]);
            return false;
        }
    }

    private void Note(List<string> to, IEnumerable<string> what)
    {
        lock (_lock) to.AddRange(what);
    }
}
