using System.CommandLine;
using System.Diagnostics;
using Cairn.Storage;
using Cairn.Storage.Backups;

namespace Cairn.App.Cli;

/// <summary><c>cairn restore</c>: a district from an archive, whole or not at all; with --check only whether it would restore.</summary>
internal static class RestoreVerb
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Say.Words["cli.restore.file"] };
        var check = new Option<bool>("--check") { Description = Say.Words["cli.restore.check"] };
        var words = PassphraseOption.Make();
        var connection = new Option<string?>("--postgres") { Description = Say.Words["cli.restore.postgres"], HelpName = "CONNECTION" };
        var verb = new Command("restore", Say.Words["cli.restore"]) { file, check, words, connection };
        verb.WithCommon().SetAction((asked, cancel) => Task.FromResult(Run(asked, asked.GetValue(file)!, asked.GetValue(check), asked.GetValue(words), asked.GetValue(connection), terminal, cancel)));
        return verb;
    }

    private static int Run(ParseResult asked, string file, bool isCheck, string? words, string? connection, Terminal terminal, CancellationToken cancel)
    {
        if (!File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        var folder = asked.Folder();
        var passphrase = PassphraseOption.Of(words, terminal);
        var watch = Stopwatch.StartNew();
        var restored = isCheck ? Restoring.Check(folder, file, passphrase, cancel) : Restoring.Into(folder, file, passphrase, asked.GetValue<string?>("--district"), connection);
        var (manifest, isSound) = (restored.Manifest, restored.Findings.All(one => one.IsGood));
        if (asked.WantsJson())
            terminal.AnswerJson(new { district = manifest.District.Name, isCheck, isSealed = restored.IsSealed, madeAt = manifest.MadeAt, engine = restored.Engine, where = restored.Where, stateHash = restored.StateHash, applied = restored.Applied, rows = manifest.Tables.Sum(one => one.Rows), facts = manifest.Facts, files = manifest.Files.Count, findings = restored.Findings, seconds = Math.Round(watch.Elapsed.TotalSeconds, 2) });
        else
        {
            terminal.Out.WriteLine(Say.Words["cli.restore.done", ("isCheck", isCheck), ("district", manifest.District.Name), ("title", manifest.District.Title), ("at", manifest.MadeAt.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)), ("where", restored.Where), ("rows", manifest.Tables.Sum(one => one.Rows)), ("files", manifest.Files.Count), ("hash", restored.StateHash)]);
            if (restored.Applied.Count > 0) terminal.Out.WriteLine(Say.Words["cli.restore.applied", ("applied", string.Join(", ", restored.Applied))]);
            FindingLines.Tell(restored.Findings.Where(one => !one.IsGood), terminal);
        }

        return isSound ? CommandLine.Done : CommandLine.Refused;
    }
}
