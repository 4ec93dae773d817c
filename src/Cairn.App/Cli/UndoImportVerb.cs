using System.CommandLine;
using Cairn.App.Features.Imports;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn import undo [ID]</c>: what stood before an import comes back; a dry run unless --apply.</summary>
internal static class UndoImportVerb
{
    public static Command Make(Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = Say.Words["cli.undo.id"], Arity = ArgumentArity.ZeroOrOne };
        var apply = new Option<bool>("--apply") { Description = Say.Words["cli.import.apply"] };
        var verb = new Command("undo", Say.Words["cli.undo"]) { id, apply };
        verb.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(id), asked.GetValue(apply), terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string? id, bool apply, Terminal terminal)
    {
        if (asked.Folder().IsDemo) throw new RefusedException(Say.Words["cli.import.demo", ("folder", asked.Folder().Path)]);
        await using var district = asked.OpenDistrict(toWrite: apply);
        var run = Find(district, id);
        var today = ImportRosterVerb.Today(district);
        var outcome = apply ? await UndoImport.Apply(district, run, new Bringing("", "") { Acting = Operated.By("import undo") }, today) : UndoImport.DryRun(district, run, today);
        if (apply) await Operated.Sign(asked.Folder(), district);
        if (asked.WantsJson()) AnswerJson(outcome, terminal);
        else Answer(outcome, terminal);
        return CommandLine.Done;
    }

    // Without an id: the newest import that holds.
    private static Guid Find(District district, string? id)
    {
        if (Guid.TryParse(id, out var said)) return said;
        if (id is not null) throw new RefusedException(Say.Words["cli.undo.none", ("id", id)]);
        using var db = district.Open();
        return ImportRuns.Newest(db, int.MaxValue).FirstOrDefault(one => one.IsStanding)?.Id ?? throw new RefusedException(Say.Words["cli.undo.nothing"]);
    }

    private static void AnswerJson(UndoOutcome outcome, Terminal terminal) => terminal.AnswerJson(new
    {
        applied = outcome.IsApplied,
        id = outcome.Undoing.Run.Id.ToString("N"),
        back = outcome.Undoing.Back?.Id.ToString("N"),
        added = outcome.Change.Added,
        changed = outcome.Change.Changed,
        ended = outcome.Change.Ended,
        unchanged = outcome.Change.Unchanged,
        parts = outcome.Change.Sheets,
    });

    private static void Answer(UndoOutcome outcome, Terminal terminal)
    {
        var (run, back) = (outcome.Undoing.Run, outcome.Undoing.Back);
        terminal.Out.WriteLine(Say.Words["cli.undo.head", ("name", run.Name), ("has", back is not null), ("back", back?.Name ?? "")]);
        ChangeLines.Tell(outcome.Change, terminal);
        terminal.Out.WriteLine(Say.Words[outcome.IsApplied ? "cli.undo.done" : "cli.import.dry"]);
    }
}
