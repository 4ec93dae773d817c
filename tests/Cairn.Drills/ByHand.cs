using System.Diagnostics;
using System.Globalization;
using Cairn.Drills.Faults;
using Cairn.Drills.Killed;
using Cairn.Drills.Power;
using Cairn.Drills.Rebuilt;
using Cairn.Drills.Record;
using Cairn.Storage;

namespace Cairn.Drills;

/// <summary>The drills as they are run by hand: each prints what it does, then its last line; 0 where all went well.</summary>
internal static class ByHand
{
    /// <summary>Kills writers, on a server where CAIRN_POSTGRES names one; where CAIRN_CRASH names a program that crashes that server,
    /// the server in their place.</summary>
    public static async Task<int> Kill9(int runs)
    {
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var clock = Stopwatch.StartNew();
        var crash = Environment.GetEnvironmentVariable("CAIRN_CRASH") is { Length: > 0 } program ? () => Crash(program) : (Func<Task>?)null;
        // A server that crashes does so for every lane.
        var lanes = crash is null ? Environment.ProcessorCount : 1;
        var drill = new KillDrill(temp, folder => Field.Make(folder), crash: crash);
        var result = await drill.Run(runs, lanes, Environment.TickCount, Say);
        Say(string.Create(CultureInfo.InvariantCulture, $"{lanes} lanes, the record looked over {result.Looks} times, {clock.Elapsed.TotalSeconds:0} s"));
        return Ended(temp, result.IsGood, result.Lost.Concat(result.Broken), $"{result}");
    }

    /// <summary>Cuts the power.</summary>
    public static async Task<int> PowerLoss(int cuts)
    {
        if (Shim.Hindrance is { } why) return Cannot("powerloss", why);
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var clock = Stopwatch.StartNew();
        var result = await new PowerDrill(temp, Shim.Make(temp)).Run(cuts, Environment.TickCount, Say);
        Say(string.Create(CultureInfo.InvariantCulture, $"{result.Deeds} writes, flushes and changes of names logged, {clock.Elapsed.TotalSeconds:0} s"));
        return Ended(temp, result.IsGood, result.Lost.Concat(result.Broken), $"{result}");
    }

    /// <summary>Lets flushes fail.</summary>
    public static async Task<int> Eio()
    {
        if (Shim.Hindrance is { } why) return Cannot("eio", why);
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var (failed, refused, acknowledged, wrong) = await FlushDrill.Run(temp, Shim.Make(temp), Say);
        return Ended(temp, wrong.Count == 0 && failed > 0, wrong, string.Create(CultureInfo.InvariantCulture,
            $"eio: {failed} flushes failed, {refused} callers told, {acknowledged} acknowledged writes, {wrong.Count} wrong"));
    }

    /// <summary>Fills the disk.</summary>
    public static async Task<int> DiskFull()
    {
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var (full, refused, acknowledged, wrong) = await FullDiskDrill.Run(temp, Shim.Hindrance is null ? Shim.Make(temp) : null, 12, new Random(), Say);
        return Ended(temp, wrong.Count == 0 && full > 0, wrong, string.Create(CultureInfo.InvariantCulture,
            $"diskfull: the disk was full {full} times, {refused} writes refused, {acknowledged} acknowledged writes, {wrong.Count} wrong"));
    }

    /// <summary>Backs up, wipes and restores by the program that CAIRN_PROGRAM names.</summary>
    public static async Task<int> Restore()
    {
        if (Environment.GetEnvironmentVariable("CAIRN_PROGRAM") is not { Length: > 0 } cairn) return Cannot("restore", "CAIRN_PROGRAM names no program");
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var (restored, refused, rows, wrong) = await new RestoreDrill(temp, cairn).Run(Say);
        return Ended(temp, wrong.Count == 0 && restored > 0, wrong, string.Create(CultureInfo.InvariantCulture,
            $"restore: {restored} archives of {rows} rows restored with their state, {refused} refused that had to be, {wrong.Count} wrong"));
    }

    /// <summary>Kills upgrades.</summary>
    public static async Task<int> Upgrade()
    {
        var temp = Directory.CreateTempSubdirectory("cairn-drill-").FullName;
        var (killed, reads, written, wrong) = await UpgradeDrill.Run(temp, 6, new Random(), Say);
        return Ended(temp, wrong.Count == 0 && killed > 0, wrong, string.Create(CultureInfo.InvariantCulture,
            $"upgrade: {killed} upgrades killed, {written} acknowledged writes, {reads} reads meanwhile, {wrong.Count} wrong"));
    }

    private static int Cannot(string drill, string why)
    {
        Console.WriteLine($"{drill}: not run, because {why}");
        return 1;
    }

    private static int Ended(string temp, bool isGood, IEnumerable<string> wrong, string last)
    {
        foreach (var line in wrong.Take(40)) Say(line);
        if (isGood) Directory.Delete(temp, recursive: true);
        else Say($"kept: {temp}");
        Console.WriteLine(last);
        return isGood ? 0 : 1;
    }

    private static async Task Crash(string program)
    {
        using var crashing = Process.Start(program);
        await crashing.WaitForExitAsync();
        if (crashing.ExitCode != 0) throw new InvalidOperationException("The server did not come back after it was crashed.");
    }

    private static void Say(string line) => Console.WriteLine("  " + line);
}
