using System.CommandLine;
using Cairn.App.Features.Imports;
using Cairn.App.Ui.Reasons;
using Cairn.Learning.Frameworks;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary><c>cairn import framework FILE</c>: a CASE package or a sheet; a dry run unless --apply.</summary>
internal static class ImportFrameworkVerb
{
    private const int MostShown = 60;
    private const long LargestFile = 64L << 20;

    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Say.Words["cli.framework.file"] };
        var apply = new Option<bool>("--apply") { Description = Say.Words["cli.import.apply"] };
        var format = new Option<string?>("--format") { Description = Say.Words["cli.framework.format"], HelpName = "case|csv" };
        format.AcceptOnlyFromAmong("case", "csv");
        var verb = new Command("framework", Say.Words["cli.import.framework"]) { file, apply, format };
        verb.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(file)!, asked.GetValue(apply), asked.GetValue(format), terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string file, bool apply, string? format, Terminal terminal)
    {
        if (Directory.Exists(file)) throw new RefusedException(Say.Words["cli.notAFile", ("file", file)]);
        if (!File.Exists(file)) throw new RefusedException(Say.Words["cli.noFile", ("file", file)]);
        if (new FileInfo(file).Length > LargestFile) throw new RefusedException(Say.Words["cli.tooLarge", ("file", file), ("most", LargestFile >> 20)]);
        var bytes = await File.ReadAllBytesAsync(file);
        await using var district = asked.OpenDistrict(toWrite: apply);
        var outcome = apply ? await ImportFramework.Apply(district, bytes, format, new Bringing("", Path.GetFileName(file)) { Acting = Operated.By("import framework") }) : ImportFramework.DryRun(district, bytes, Path.GetFileName(file), format);
        if (apply) await Operated.Sign(asked.Folder(), district);
        if (asked.WantsJson()) AnswerJson(outcome, terminal);
        else Answer(outcome, apply, terminal);
        return outcome.Faults.Errors.Count > 0 ? CommandLine.Refused : CommandLine.Done;
    }

    private static void AnswerJson(FrameworkOutcome outcome, Terminal terminal)
    {
        var tallies = outcome.Tallies;
        terminal.AnswerJson(new
        {
            applied = outcome.IsApplied,
            framework = outcome.Framework?.Code,
            title = outcome.Framework?.Title,
            identifier = outcome.Framework?.Identifier,
            version = outcome.Number,
            inForce = outcome.InForce,
            added = tallies.Added,
            changed = tallies.Changed,
            ended = tallies.Ended,
            parts = tallies.Sheets,
            changes = outcome.Changes.Where(one => !one.Kinds.Contains(ChangeKind.Added)).Select(one => new
            {
                part = one.Part, code = one.Code, title = one.Title, kinds = one.Kinds, judgments = outcome.JudgmentsOf(one),
                fields = one.Fields.Select(field => new { field = field.Field, at = field.At, before = field.Before, after = field.After }),
            }),
            warnings = outcome.Faults.Warnings,
            errors = outcome.Faults.Errors,
        });
    }

    private static void Answer(FrameworkOutcome outcome, bool apply, Terminal terminal)
    {
        FaultLines.Tell(outcome.Faults, terminal);
        if (outcome.Faults.Errors.Count > 0 || outcome.Framework is not { } framework) return;
        var tallies = outcome.Tallies;
        terminal.Out.WriteLine(Say.Words["cli.framework.head", ("title", framework.Title), ("code", framework.Code), ("number", outcome.Number), ("isNew", outcome.InForce is null)]);
        foreach (var (part, tally) in tallies.Sheets)
            terminal.Out.WriteLine($"  {part,-14}{tally.Added,10}{tally.Changed,10}{tally.Ended,10}");
        var shown = outcome.Changes.Where(one => !one.Kinds.Contains(ChangeKind.Added)).OrderByDescending(outcome.JudgmentsOf).ToList();
        foreach (var one in shown.Take(MostShown))
        {
            terminal.Out.WriteLine(Say.Words["cli.framework.change", ("name", $"{one.SaidCode} {one.Title}".Trim()), ("kinds", string.Join(", ", one.Kinds.Select(kind => Say.Words[$"cli.change.kind.{kind}"]))), ("judgments", outcome.JudgmentsOf(one))]);
            foreach (var field in one.SaidFields)
                terminal.Out.WriteLine($"    - {field.Before}{Environment.NewLine}    + {field.After}");
        }

        if (shown.Count > MostShown) terminal.Out.WriteLine("  " + Say.Words["cli.import.more", ("count", shown.Count - MostShown)]);
        if (outcome.IsChanged && outcome.Changes.Count == 0 && outcome.InForce is { } now) terminal.Out.WriteLine(Say.Words["cli.framework.unread", ("number", now)]);
        terminal.Out.WriteLine(Say.Words[!outcome.IsChanged ? "cli.framework.same" : apply ? "cli.framework.applied" : "cli.import.dry", ("number", outcome.Number)]);
    }
}
