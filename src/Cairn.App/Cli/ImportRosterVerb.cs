using System.CommandLine;
using Cairn.App.Features.Imports;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary><c>cairn import roster DIR|ZIP</c>: a OneRoster set; a dry run unless --apply.</summary>
internal static class ImportRosterVerb
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("DIR|ZIP") { Description = Say.Words["cli.roster.path"] };
        var apply = new Option<bool>("--apply") { Description = Say.Words["cli.import.apply"] };
        var source = new Option<string>("--source") { Description = Say.Words["cli.import.source"], DefaultValueFactory = _ => ImportRoster.DefaultSource, HelpName = "NAME" };
        var leave = new Option<bool>("--many-leave") { Description = Say.Words["cli.roster.mayManyLeave"] };
        var verb = new Command("roster", Say.Words["cli.import.roster"]) { path, apply, source, leave };
        verb.WithCommon().SetAction((asked, _) => Run(asked, asked.GetValue(path)!, asked.GetValue(apply), asked.GetValue(source)!, asked.GetValue(leave), terminal));
        return verb;
    }

    private static async Task<int> Run(ParseResult asked, string path, bool apply, string source, bool mayManyLeave, Terminal terminal)
    {
        if (string.IsNullOrWhiteSpace(source)) throw new UsageException(Say.Words["cli.import.noSource"]);
        // Nothing real may come to stand behind a demonstration's links.
        if (asked.Folder().IsDemo) throw new RefusedException(Say.Words["cli.import.demo", ("folder", asked.Folder().Path)]);
        await using var district = asked.OpenDistrict(toWrite: apply);
        void Progress(string file, int row) => terminal.Progress(Say.Words["cli.import.progress", ("file", file), ("row", row)]);
        var faults = new FaultList();
        var sheets = ImportRoster.Read(district, list => ReadRoster.Files.Open(path, list), faults, Progress);
        var outcome = apply
            ? await ImportRoster.Apply(district, sheets, faults, new Bringing(source, ImportVerb.NameOf(path)) { Acting = Operated.By("import roster") }, Today(district), mayManyLeave)
            : ImportRoster.DryRun(district, sheets, faults, source, Today(district));
        if (apply) await Operated.Sign(asked.Folder(), district);
        terminal.EndProgress();
        if (asked.WantsJson()) AnswerJson(outcome, terminal);
        else Answer(outcome, apply, terminal);
        return outcome.Faults.Errors.Count > 0 ? CommandLine.Refused : CommandLine.Done;
    }

    /// <summary>The district's day.</summary>
    public static DateOnly Today(District district)
    {
        using var db = district.Open();
        var zone = db.Organizations.AsNoTracking().First(one => one.Kind == Learning.People.OrganizationKind.District).TimeZone;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(TimeProvider.System.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    private static void AnswerJson(RosterOutcome outcome, Terminal terminal) => terminal.AnswerJson(new
    {
        applied = outcome.IsApplied,
        version = outcome.Counts?.Version,
        people = outcome.Counts?.People,
        learners = outcome.Counts?.Learners,
        educators = outcome.Counts?.Educators,
        guardians = outcome.Counts?.Guardians,
        classes = outcome.Counts?.Classes,
        enrollments = outcome.Counts?.Enrollments,
        added = outcome.Change.Added,
        changed = outcome.Change.Changed,
        ended = outcome.Change.Ended,
        unchanged = outcome.Change.Unchanged,
        parts = outcome.Change.Sheets,
        needsConfirmation = outcome.Claims,
        warnings = outcome.Faults.Warnings,
        errors = outcome.Faults.Errors,
    });

    private static void Answer(RosterOutcome outcome, bool apply, Terminal terminal)
    {
        FaultLines.Tell(outcome.Faults, terminal);
        if (outcome.Faults.Errors.Count > 0 || outcome.Counts is not { } counts) return;
        terminal.Out.WriteLine(Say.Words["cli.roster.counts", ("version", counts.Version), ("people", counts.People), ("learners", counts.Learners), ("educators", counts.Educators),
            ("guardians", counts.Guardians), ("classes", counts.Classes), ("enrollments", counts.Enrollments)]);
        ChangeLines.Tell(outcome.Change, terminal);
        if (outcome.Claims.Count > 0) terminal.Out.WriteLine(Say.Words["cli.roster.claims", ("count", outcome.Claims.Select(one => one.Person).Distinct(StringComparer.Ordinal).Count())]);
        terminal.Out.WriteLine(Say.Words[!apply ? "cli.import.dry" : outcome.Change.IsNothing ? "cli.import.nothing" : "cli.import.applied"]);
    }
}
