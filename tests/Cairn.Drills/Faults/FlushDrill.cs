using System.Globalization;
using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Storage;

namespace Cairn.Drills.Faults;

/// <summary>
/// Makes one flush fail with EIO, of the log, of the database's file or of a folder, each time another one. Whoever writes is told, and
/// so is everybody after them until the record is opened again; what was acknowledged is there then.
/// </summary>
internal static class FlushDrill
{
    private const int Tasks = 8;
    private const int Most = 4000;

    /// <summary>What is written inside a process that has the shim: until a flush fails, and a little longer. One line a fault.</summary>
    /// <param name="path">The data folder; made here.</param>
    /// <param name="name">Whose flush fails: a part of a path.</param>
    /// <param name="number">Which one, from 1.</param>
    public static async Task<int> Inside(string path, string name, int number)
    {
        var (folder, faults) = (new DataFolder(path), new List<string>());
        if (name == "make") return await Making(folder, number);
        await Field.Make(folder);
        var (ledger, told) = (new Ledger(), 0);
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: true, TimeProvider.System))
        {
            var (writer, refused) = (district.Writer, 0);
            Shim.FailFlush(name, number);
            await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
            {
                for (var i = 0; i < Most / Tasks && Volatile.Read(ref refused) < 100; i++)
                {
                    var seed = Guid.CreateVersion7();
                    try
                    {
                        var isLate = writer.StoppedBecause is not null;
                        await writer.Record(Sown.Of(seed));
                        lock (ledger)
                        {
                            ledger.Note(1, $"W {task} {seed:N}");
                            if (isLate) faults.Add($"{name} {number}: a write was acknowledged after the disk had failed");
                        }
                    }
                    catch (RefusedException wrong) when (wrong.Message.StartsWith("The disk failed", StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            })));
            told = refused;
            if (refused == 0) faults.Add($"{name} {number}: the flush failed and nobody was told");
            if (writer.StoppedBecause is null) faults.Add($"{name} {number}: the writer went on");
        }

        var found = await Inspection.Of(folder, ledger);
        foreach (var line in faults.Concat(found.Lost).Concat(found.Broken)) Console.WriteLine(line);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told {told} {ledger.Told.Count}"));
        return 0;
    }

    /// <summary>Lets each flush of a kind fail in a process of its own; returns how many flushes failed, who was told, and what is wrong.</summary>
    public static async Task<(int Failed, int Refused, int Acknowledged, List<string> Wrong)> Run(string temp, Shim shim, Action<string>? say = null)
    {
        var (failed, refused, acknowledged, wrong) = (0, 0, 0, new List<string>());
        List<(string Name, int Number)> all =
        [
            .. new[] { 1, 2, 3, 10, 50, 100 }.Select(k => ("record.db-wal", k)), .. new[] { 1, 2 }.Select(k => ("record.db", k)), .. Enumerable.Range(1, 12).Select(k => ("make", k)),
        ];
        foreach (var (name, number) in all)
        {
            var path = DurableFile.MakeOwn(Path.Combine(temp, $"eio-{Guid.NewGuid():N}"));
            using var writing = Writing.Start(["flush", path, name, number.ToString(CultureInfo.InvariantCulture)], shim.For(path));
            var (lines, code, troubles) = await writing.End();
            if (code != 0) wrong.Add($"{name} {number}: {troubles}");
            wrong.AddRange(lines.Where(one => !one.StartsWith("told ", StringComparison.Ordinal)));
            if (lines.LastOrDefault()?.Split(' ') is ["told", var some, var written])
            {
                if (some != "0") failed++;
                refused += int.Parse(some, CultureInfo.InvariantCulture);
                acknowledged += int.Parse(written, CultureInfo.InvariantCulture);
                say?.Invoke(name == "make" ? $"flush {number} while a district is made: {(some == "0" ? "nobody had to be told" : "told, nothing half is left, and the next try makes it")}"
                    : $"flush {number} of {name}: {some} writers told, {written} writes acknowledged before");
            }

            Directory.Delete(path, recursive: true);
        }

        return (failed, refused, acknowledged, wrong);
    }

    // A district that could not be made safely is not there, and can be made once the disk works.
    private static async Task<int> Making(DataFolder folder, int number)
    {
        Shim.FailFlush("/", number);
        var told = 0;
        try
        {
            District.Create(folder, Field.District, "Drill", "UTC");
        }
        catch (Exception wrong) when (wrong is IOException or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 10 })
        {
            told = 1;
        }

        Shim.FailFlush("", 0);
        // Only the flush of the last name can leave it whole and in place.
        if (folder.Districts.Count == 0) await Field.Make(folder);
        var found = await Inspection.Of(folder, new Ledger());
        foreach (var line in found.Lost.Concat(found.Broken)) Console.WriteLine($"make {number}: {line}");
        Console.WriteLine($"told {told} 0");
        return 0;
    }
}
