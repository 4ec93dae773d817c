using System.CommandLine;
using System.Diagnostics;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Cli;

/// <summary><c>cairn backup</c>: database and files of a district in one archive, while it goes on being used.</summary>
internal static class BackupVerb
{
    public static Command Make(Terminal terminal)
    {
        var to = new Option<string?>("--to") { Description = Say.Words["cli.backup.to"], HelpName = "PATH" };
        var words = PassphraseOption.Make();
        var verb = new Command("backup", Say.Words["cli.backup"]) { to, words };
        verb.WithCommon().SetAction((asked, cancel) => Run(asked, asked.GetValue(to), asked.GetValue(words), terminal, cancel));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string? to, string? words, Terminal terminal, CancellationToken cancel)
    {
        var folder = asked.Folder();
        var name = asked.DistrictName(folder, mayMake: false);
        var passphrase = PassphraseOption.Of(words, terminal);
        // One of an older schema may be backed up, too.
        await using var district = District.OpenExisting(folder, name, toWrite: false, TimeProvider.System, isMigrating: true);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var watch = Stopwatch.StartNew();
        var made = Backup.Make(folder, district, FileOf(folder, to, name, now), passphrase, now, cancel);
        var manifest = made.Manifest;
        if (asked.WantsJson())
            terminal.AnswerJson(new { file = made.File, bytes = made.Bytes, isSealed = made.IsSealed, district = name, engine = manifest.Engine, schema = manifest.Schema, madeAt = manifest.MadeAt, stateHash = manifest.StateHash, rows = manifest.Tables.Sum(one => one.Rows), facts = manifest.Facts, files = manifest.Files.Count, seconds = Math.Round(watch.Elapsed.TotalSeconds, 2) });
        else
            await terminal.Out.WriteLineAsync(Say.Words["cli.backup.done", ("district", name), ("file", made.File), ("size", (made.Bytes + 1023) / 1024), ("rows", manifest.Tables.Sum(one => one.Rows)), ("files", manifest.Files.Count), ("isSealed", made.IsSealed), ("hash", manifest.StateHash)]);
        return CommandLine.Done;
    }

    private static string FileOf(DataFolder folder, string? to, string district, DateTime now)
    {
        var name = BackupFolder.NameOf(district, now);
        if (to is null) return Path.Combine(new BackupFolder(folder).Made(), name);
        if (Directory.Exists(to)) return Path.Combine(to, name);
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(to))) ? to : throw new RefusedException(Say.Words["cli.noFolder", ("file", to), ("folder", Path.GetDirectoryName(Path.GetFullPath(to)) ?? to)]);
    }
}
