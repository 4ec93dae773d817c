using System.CommandLine;
using Cairn.App.Features.Imports;
using Cairn.Interop.Csv;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn import program DIR|ZIP</c>: a dry run unless --apply.</summary>
internal static class ImportVerb
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Argument<string>("DIR|ZIP") { Description = Say.Words["cli.import.dir"] };
        var apply = new Option<bool>("--apply") { Description = Say.Words["cli.import.apply"] };
        var source = new Option<string>("--source") { Description = Say.Words["cli.import.source"], DefaultValueFactory = _ => ImportProgram.DefaultSource, HelpName = "NAME" };
        var program = new Command("program", Say.Words["cli.import.program"]) { folder, apply, source };
        program.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(folder)!, asked.GetValue(apply), asked.GetValue(source)!, terminal));
        return new Command("import", Say.Words["cli.import"]) { program, ImportFrameworkVerb.Make(terminal), ImportRosterVerb.Make(terminal), ListImportsVerb.Make(terminal), UndoImportVerb.Make(terminal) };
    }

    private static async Task<int> Run(ParseResult asked, string folder, bool apply, string source, Terminal terminal)
    {
        if (string.IsNullOrWhiteSpace(source)) throw new UsageException(Say.Words["cli.import.noSource"]);
        // Nothing real may come to stand behind a demonstration's links.
        if (asked.Folder().IsDemo) throw new RefusedException(Say.Words["cli.import.demo", ("folder", asked.Folder().Path)]);
        await using var district = asked.OpenDistrict(toWrite: apply);
        void Progress(string file, int row) => terminal.Progress(Say.Words["cli.import.progress", ("file", file), ("row", row)]);
        var faults = new FaultList();
        var sheets = Read(district, folder, faults, Progress);
        var outcome = apply ? await ImportProgram.Apply(district, sheets, faults, new Bringing(source, NameOf(folder)) { Acting = Operated.By("import") }) : ImportProgram.DryRun(district, sheets, faults, source);
        if (apply) await Operated.Sign(asked.Folder(), district);
        terminal.EndProgress();
        if (asked.WantsJson()) AnswerJson(outcome, terminal);
        else Answer(outcome, apply, terminal);
        return outcome.Faults.Errors.Count > 0 ? CommandLine.Refused : CommandLine.Done;
    }

    /// <summary>What a file or folder is called where an import is noted: its own name, without the way there.</summary>
    public static string NameOf(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    private static ProgramSheets Read(District district, string path, FaultList faults, Action<string, int> progress)
    {
        if (!File.Exists(path)) return ImportProgram.Read(district, ImportProgram.In(path), faults, progress);
        using var files = ReadProgram.Files.Open(path, faults);
        return files is null ? new ProgramSheets() : ImportProgram.Read(district, files.OpenRead, faults, progress);
    }

    private static void AnswerJson(ImportOutcome outcome, Terminal terminal) => terminal.AnswerJson(new
    {
        applied = outcome.IsApplied,
        added = outcome.Change.Added,
        changed = outcome.Change.Changed,
        ended = outcome.Change.Ended,
        unchanged = outcome.Change.Unchanged,
        sheets = outcome.Change.Sheets,
        warnings = outcome.Faults.Warnings,
        errors = outcome.Faults.Errors,
    });

    private static void Answer(ImportOutcome outcome, bool apply, Terminal terminal)
    {
        FaultLines.Tell(outcome.Faults, terminal);
        if (outcome.Faults.Errors.Count > 0) return;

        ChangeLines.Tell(outcome.Change, terminal);
        terminal.Out.WriteLine(Say.Words[!apply ? "cli.import.dry" : outcome.Change.IsNothing ? "cli.import.nothing" : "cli.import.applied"]);
    }
}
