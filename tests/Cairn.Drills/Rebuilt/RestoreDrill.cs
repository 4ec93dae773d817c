using System.Globalization;
using System.Text.Json;
using Cairn.Drills.Killed;
using Cairn.Drills.Record;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.Drills.Rebuilt;

/// <summary>
/// Backup, wipe, restore by the program's own verbs: once of a record that is written meanwhile, once of one at rest, once sealed with a
/// passphrase. What is restored has the same state to the byte; a damaged archive and another passphrase are refused, and leave nothing.
/// </summary>
/// <param name="temp">Where folders are made.</param>
/// <param name="cairn">The program.</param>
internal sealed class RestoreDrill(string temp, string cairn)
{
    private readonly List<string> _wrong = [];
    private readonly Ledger _ledger = new();
    private int _restored;
    private int _refused;

    public async Task<(int Restored, int Refused, long Rows, List<string> Wrong)> Run(Action<string>? say = null)
    {
        var folder = new DataFolder(Path.Combine(temp, "record"));
        await Field.Make(folder);
        var (busy, known) = await WhileWritten(folder);
        say?.Invoke($"backed up while it was written; {known.Told.Count} writes were acknowledged before, {_ledger.Told.Count} when the writer was killed");
        var rest = await Backup(folder, "rest.cairn");
        var sealedOne = await Backup(folder, "sealed.cairn", Passphrase("right horse, right battery, right staple"));
        Directory.Delete(folder.Path, recursive: true);
        await Restore(folder, rest, _ledger);
        await Restore(new DataFolder(Path.Combine(temp, "busy")), busy, known);
        await Restore(new DataFolder(Path.Combine(temp, "sealed")), sealedOne, _ledger, Passphrase("right horse, right battery, right staple"));
        say?.Invoke($"restored three archives; the state is {rest.Hash}");
        await Refuse(sealedOne.File, "another passphrase", Passphrase("wrong horse, wrong battery, wrong staple"));
        foreach (var place in (double[])[0.1, 0.5, 0.9])
        {
            var bytes = await File.ReadAllBytesAsync(rest.File);
            bytes[(int)(bytes.Length * place)] ^= 4;
            var damaged = Path.Combine(temp, "damaged.cairn");
            await File.WriteAllBytesAsync(damaged, bytes);
            await Refuse(damaged, $"a byte that was altered at {place:P0}");
        }

        say?.Invoke($"refused {_refused} archives that were damaged, or sealed by another passphrase");
        return (_restored, _refused, rest.Rows, _wrong);
    }

    private async Task<(Archive Archive, Ledger Known)> WhileWritten(DataFolder folder)
    {
        using var writing = Writing.Start(folder);
        await writing.Ready;
        await Task.Delay(400);
        var known = new Ledger();
        foreach (var line in writing.Told) known.Note(1, line);
        var archive = await Backup(folder, "busy.cairn");
        foreach (var line in await writing.Kill()) _ledger.Note(1, line);
        if (_ledger.Told.Count <= known.Told.Count) _wrong.Add("nothing was written while the backup was made");
        return (archive, known);
    }

    private async Task<Archive> Backup(DataFolder folder, string name, params string[] more)
    {
        var (told, code, troubles) = await Cairn("backup", ["--data", folder.Path, "--to", Path.Combine(temp, name), .. more]);
        if (code != 0) throw new InvalidOperationException($"cairn backup failed: {troubles}");
        return new Archive(told!.Value.GetProperty("file").GetString()!, told.Value.GetProperty("stateHash").GetString()!, told.Value.GetProperty("rows").GetInt64());
    }

    private async Task Restore(DataFolder folder, Archive archive, Ledger ledger, params string[] more)
    {
        var (told, code, troubles) = await Cairn("restore", [archive.File, "--data", folder.Path, .. more]);
        if (code != 0)
        {
            _wrong.Add($"{Path.GetFileName(archive.File)} was not restored: {troubles}");
            return;
        }

        _restored++;
        if (told!.Value.GetProperty("stateHash").GetString() != archive.Hash) _wrong.Add($"{Path.GetFileName(archive.File)}: the state that was told is another");
        await using (var district = District.OpenExisting(folder, Field.District, toWrite: false, TimeProvider.System))
            if (RecordState.Of(district).Hash != archive.Hash) _wrong.Add($"{Path.GetFileName(archive.File)}: the state that was restored is another");
        var found = await Inspection.Of(folder, ledger);
        _wrong.AddRange(found.Lost.Concat(found.Broken).Select(one => $"{Path.GetFileName(archive.File)}: {one}"));
    }

    private async Task Refuse(string file, string what, params string[] more)
    {
        var folder = new DataFolder(Path.Combine(temp, $"never-{Guid.NewGuid():N}"));
        var (_, code, _) = await Cairn("restore", [file, "--data", folder.Path, .. more]);
        if (code == 1 && folder.Districts.Count == 0) _refused++;
        else _wrong.Add($"{what} was not refused (exit code {code}, {folder.Districts.Count} districts)");
    }

    private async Task<(JsonElement? Told, int Code, string Troubles)> Cairn(string verb, IEnumerable<string> words)
    {
        using var running = Writing.StartOther(cairn, [verb, .. words, "--json"]);
        var (lines, code, troubles) = await running.End();
        return (lines.Count == 0 ? null : JsonDocument.Parse(string.Join('\n', lines)).RootElement, code, troubles);
    }

    private string[] Passphrase(string words)
    {
        var file = Path.Combine(temp, $"{words.Split(' ')[0]}.txt");
        File.WriteAllText(file, words);
        return ["--passphrase-file", file];
    }

    private sealed record Archive(string File, string Hash, long Rows);
}
