using System.Globalization;
using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Drills.Faults;

/// <summary>
/// Fills the disk while writers work: they are told that it is full, nothing acknowledged is lost, and once there is space again the same
/// process goes on. On a small file system in memory where one may be mounted, and by the shim, which stops at any byte.
/// </summary>
internal static class FullDiskDrill
{
    private const int Writes = 60;

    /// <summary>What is written inside the process: a few writes, a full disk, space again, a few more. One line a fault.</summary>
    /// <param name="path">The data folder.</param>
    /// <param name="left">How many bytes are left when the disk is about to be full.</param>
    /// <param name="isMounted">Is it a file system of its own, which a file of ballast fills? Else the shim counts.</param>
    public static async Task<int> Inside(string path, long left, bool isMounted)
    {
        var (folder, ledger, faults, full) = (new DataFolder(path), new Ledger(), new List<string>(), 0);
        await Field.Make(folder);
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System))
        {
            await Write(district.Writer, ledger, Writes);
            var ballast = Path.Combine(path, "ballast");
            if (isMounted) Fill(ballast, left);
            else Shim.Leave(left);
            for (var i = 0; i < 2000 && full < 20; i++)
                try
                {
                    await Write(district.Writer, ledger, 1);
                }
                catch (Exception wrong) when (IsFull(wrong))
                {
                    full++;
                }

            if (full == 0) faults.Add($"{left}: the disk was full and nobody was told");
            if (isMounted) File.Delete(ballast);
            else Shim.Leave(-1);
            await Write(district.Writer, ledger, Writes);
            if (district.Writer.StoppedBecause is { } why) faults.Add($"{left}: the writer stopped: {why}");
        }

        var found = await Inspection.Of(folder, ledger);
        foreach (var line in faults.Concat(found.Lost).Concat(found.Broken)) Console.WriteLine(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told {full} {ledger.Told.Count}"));
        return 0;
    }

    /// <summary>Fills the disk again and again, each time at another byte.</summary>
    public static async Task<(int Full, int Refused, int Acknowledged, List<string> Wrong)> Run(string temp, Shim? shim, int times, Random chance, Action<string>? say = null)
    {
        var (full, refused, acknowledged, wrong) = (0, 0, 0, new List<string>());
        for (var i = 0; shim is not null && i < times; i++) await Fill(["full", "", $"{chance.Next(300_000)}"], shim);
        say?.Invoke(shim is null ? "by the shim: not run, because " + Shim.Hindrance : $"by the shim: the disk was full {full} times, {refused} writes refused");
        var before = full;
        // A small file system of this process alone: it is gone with it.
        const string mount = "mount -t tmpfs -o size=6m tmpfs \"$1\" && exec \"$0\" \"$2\" full \"$1\" \"$3\" mounted";
        string[] own = Environment.UserName == "root" ? ["-m"] : ["-r", "-m"];
        for (var i = 0; i < times; i++)
            if (await Fill([.. own, "sh", "-c", mount, Writing.Dotnet, "", typeof(FullDiskDrill).Assembly.Location, $"{chance.Next(300_000)}"], null) is { } trouble)
            {
                say?.Invoke($"on a small file system: not run, because none can be mounted here ({trouble.Trim()})");
                break;
            }

        if (full > before) say?.Invoke($"on a small file system: the disk was full {full - before} times");
        return (full, refused, acknowledged, wrong);

        async Task<string?> Fill(string[] words, Shim? by)
        {
            var path = DurableFile.MakeOwn(Path.Combine(temp, $"full-{Guid.NewGuid():N}"));
            for (var i = 0; i < words.Length; i++)
                if (words[i].Length == 0) words[i] = path;
            using var writing = by is null ? Writing.StartOther("unshare", words) : Writing.Start(words, by.For(path));
            var (lines, code, troubles) = await writing.End();
            if (lines.LastOrDefault()?.Split(' ') is ["told", var some, var written])
            {
                full++;
                refused += int.Parse(some, CultureInfo.InvariantCulture);
                acknowledged += int.Parse(written, CultureInfo.InvariantCulture);
                wrong.AddRange(lines.SkipLast(1));
            }
            else if (by is null && lines.Count == 0 && !troubles.Contains("   at ", StringComparison.Ordinal)) return troubles;
            else wrong.Add($"exit code {code}: {string.Join('\n', lines)}{troubles}");
            Directory.Delete(path, recursive: true);
            return null;
        }
    }

    private static bool IsFull(Exception wrong) => wrong switch
    {
        SqliteException { SqliteErrorCode: 13 } or SqliteException { SqliteExtendedErrorCode: 4874 } => true,
        DbUpdateException when wrong.InnerException is { } why => IsFull(why),
        _ => false,
    };

    private static async Task Write(Writer writer, Ledger ledger, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var seed = Guid.CreateVersion7();
            await writer.Record(Sown.Of(seed));
            ledger.Note(1, $"W 0 {seed:N}");
        }
    }

    // Until nothing fits any more, then as much less as is to be left.
    private static void Fill(string ballast, long left)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;) file.Write(block);
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - left));
        }
    }
}
