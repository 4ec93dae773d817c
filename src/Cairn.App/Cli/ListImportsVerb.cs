using System.CommandLine;
using System.Globalization;
using Cairn.App.Features.Imports;

namespace Cairn.App.Cli;

/// <summary><c>cairn import list</c>: what was brought in, newest first, and what can be undone.</summary>
internal static class ListImportsVerb
{
    private const int Most = 10_000;

    public static Command Make(Terminal terminal)
    {
        var verb = new Command("list", Say.Words["cli.import.list"]);
        verb.WithCommon().SetAction(async (asked, _) =>
        {
            await using var district = asked.OpenDistrict(toWrite: false);
            using var db = district.Open();
            var runs = ImportRuns.Newest(db, Most).Select(run => (Run: run, Can: Undoing.Of(db, run).IsPossible)).ToList();
            if (asked.WantsJson()) terminal.AnswerJson(new { imports = runs.Select(one => Row(one.Run, one.Can)) });
            else Tell(runs, terminal);
            return CommandLine.Done;
        });
        return verb;
    }

    /// <summary>What became of a run, in a word.</summary>
    public static string StateOf(RunLine run) =>
        run.UndoneAt is not null ? "undone" : run.AppliedAt is not null ? run.Summary.IsNothing ? "unchanged" : "applied" : run.Summary.Errors > 0 ? "refused" : "waiting";

    private static object Row(RunLine run, bool canUndo) => new
    {
        id = run.Id.ToString("N"), kind = ImportRuns.NameOf(run.Kind), source = run.SourceName, name = run.Name, at = run.At, applied = run.AppliedAt, undone = run.UndoneAt, state = StateOf(run), canUndo,
        added = run.Summary.Added, changed = run.Summary.Changed, ended = run.Summary.Ended,
    };

    private static void Tell(List<(RunLine Run, bool Can)> runs, Terminal terminal)
    {
        if (runs.Count == 0) terminal.Out.WriteLine(Say.Words["cli.import.list.none"]);
        foreach (var (run, can) in runs)
            terminal.Out.WriteLine(Say.Words["cli.import.list.row", ("id", run.Id.ToString("N")), ("at", (run.AppliedAt ?? run.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("kind", ImportRuns.NameOf(run.Kind)), ("source", run.SourceName),
                ("name", run.Name), ("state", StateOf(run)), ("added", run.Summary.Added), ("changed", run.Summary.Changed), ("ended", run.Summary.Ended), ("can", can)]);
    }
}
