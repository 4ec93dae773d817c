using System.Globalization;
using Cairn.Drills.Faults;
using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Storage;

namespace Cairn.Drills.Power;

/// <summary>What came out of a drill of power cuts.</summary>
/// <param name="Cuts">How often the power was cut.</param>
/// <param name="Acknowledged">How many writes were acknowledged before the cuts, all cuts together.</param>
/// <param name="Deeds">How many writes, flushes and changes of names were logged.</param>
/// <param name="Lost">Acknowledged writes that are not there.</param>
/// <param name="Broken">Invariants that do not hold.</param>
internal sealed record PowerResult(int Cuts, int Acknowledged, int Deeds, IReadOnlyList<string> Lost, IReadOnlyList<string> Broken)
{
    public bool IsGood => Lost.Count == 0 && Broken.Count == 0 && Acknowledged > 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"powerloss: {Cuts} cuts, {Acknowledged} acknowledged writes, {Lost.Count} lost, {Broken.Count} invariants broken");
}

/// <summary>
/// A writer works while everything it does to its folder is logged; then the power is cut at random places of the log. What was flushed
/// before the cut is there; of what was not, any part, some of it torn. The folder is built again from that, opened, and looked over.
/// </summary>
/// <param name="temp">Where folders are made.</param>
/// <param name="shim">What keeps the log.</param>
internal sealed class PowerDrill(string temp, Shim shim)
{
    private const int CutsALog = 50;
    private const int WritesATask = 40;

    private readonly List<string> _lost = [];
    private readonly List<string> _broken = [];
    private int _acknowledged;
    private int _deeds;

    /// <summary>Leaves the flushes out of the log, as if the disk lied about them: the drill has to find that writes are lost.</summary>
    public bool IsLying { get; init; }

    /// <summary>Cuts the power a number of times.</summary>
    public async Task<PowerResult> Run(int cuts, int seed, Action<string>? say = null)
    {
        var chance = new Random(seed);
        for (var done = 0; done < cuts; done += CutsALog)
        {
            await Session(Math.Min(CutsALog, cuts - done), chance);
            say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(cuts, done + CutsALog)} of {cuts} cuts"));
        }

        return new PowerResult(cuts, _acknowledged, _deeds, _lost, _broken);
    }

    private async Task Session(int cuts, Random chance)
    {
        var (path, file) = (DurableFile.MakeOwn(Path.Combine(temp, $"power-{Guid.NewGuid():N}")), Path.Combine(temp, $"power-{Guid.NewGuid():N}.log"));
        using (var writing = Writing.Start(["write", path, WritesATask.ToString(CultureInfo.InvariantCulture), "make"], shim.For(path, file, IsLying)))
            if (await writing.End() is { Code: not 0, Troubles: var troubles }) throw new InvalidOperationException($"The writer failed: {troubles}");
        var log = Logged.Read(file);
        _deeds += log.Count;
        // The first cuts fall while the district is made, the others while it is written.
        var made = log.FindIndex(one => one is { What: Deed.Answer, Text: "made\n" });
        var places = Enumerable.Range(0, cuts).Select(i => i % 10 == 0 ? chance.Next(made) : chance.Next(made, log.Count + 1)).Order().ToList();
        var (disk, answers, at) = (new LosingDisk(path), new List<string>(), 0);
        foreach (var place in places)
        {
            for (; at < place; at++)
                if (log[at].What == Deed.Answer) answers.Add(log[at].Text.TrimEnd('\n'));
                else disk.Take(log[at], chance);
            await Cut(disk, answers, chance);
        }

        Directory.Delete(path, recursive: true);
        File.Delete(file);
    }

    private async Task Cut(LosingDisk disk, List<string> answers, Random chance)
    {
        var folder = new DataFolder(DurableFile.MakeOwn(Path.Combine(temp, $"cut-{Guid.NewGuid():N}")));
        disk.CutInto(folder.Path, chance);
        var ledger = new Ledger();
        foreach (var answer in answers) ledger.Note(1, answer);
        _acknowledged += ledger.Told.Count;
        var before = (_lost.Count, _broken.Count);
        try
        {
            // Before it was said to be made it may be missing, and can be made then.
            if (folder.Districts.Count == 0 && !answers.Contains("made", StringComparer.Ordinal)) await Field.Make(folder);
            var found = await Inspection.Of(folder, ledger);
            _lost.AddRange(found.Lost);
            _broken.AddRange(found.Broken);
        }
        catch (Exception wrong) when (wrong is RefusedException or System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            _broken.Add($"the record cannot be opened: {wrong}");
        }

        if (before == (_lost.Count, _broken.Count)) Directory.Delete(folder.Path, recursive: true);
    }
}
