using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Features.Imports;

/// <summary>What an undo changes, or would change.</summary>
internal sealed record UndoOutcome(bool IsApplied, Undoing Undoing, ImportChange Change);

/// <summary>Undo is importing what stood before: the sheets of the import before it, or sheets without a row; for a framework, the rows of
/// the version before as the next one. Nothing is deleted.</summary>
internal static class UndoImport
{
    /// <summary>Tells what an undo would change.</summary>
    /// <exception cref="RefusedException">It cannot be undone; the message says why.</exception>
    public static UndoOutcome DryRun(District district, Guid id, DateOnly today)
    {
        using var db = district.Open();
        var (undoing, content, before) = Prepare(db, id);
        var change = undoing.Run.Kind switch
        {
            ImportKind.Framework => FrameworkBack.Of(db, undoing.Run, before).Change,
            ImportKind.Program => Told(ImportProgram.DryRun(district, ProgramOf(district, undoing.Run, content), new FaultList(), undoing.Run.Source)),
            _ => ImportRoster.DryRun(district, RosterOf(content), new FaultList(), undoing.Run.Source, today, KeptContent.Taken(before)).Change,
        };
        return new UndoOutcome(false, undoing, change);
    }

    /// <summary>Undoes an import, all or nothing, and notes it.</summary>
    /// <exception cref="RefusedException">It cannot be undone; the message says why.</exception>
    public static Task<UndoOutcome> Apply(District district, Guid id, Bringing by, DateOnly today) => by.Write(district, turn =>
    {
        var (undoing, content, before) = Prepare(turn.Db, id);
        var (run, faults, change) = (undoing.Run, new FaultList(), new ImportChange());
        Guid? version = null;
        switch (run.Kind)
        {
            case ImportKind.Framework:
                var back = FrameworkBack.Of(turn.Db, run, before);
                back.Store(turn);
                (change, version) = (back.Change, back.Version.Id.Value);
                break;
            case ImportKind.Program:
                ImportProgram.Store(turn, district, ProgramOf(district, run, content), run.Source, change, faults);
                break;
            default:
                var given = RosterRows.GiveBack(turn.Db, KeptContent.Taken(before), run.Source);
                change = ImportRoster.Store(turn, RosterOf(content), faults, run.Source, today, mayManyLeave: true, given).Change;
                foreach (var one in given.Where(one => one.Kind == "learner")) turn.ConcludeWhole(new LearnerId(one.Id));
                break;
        }

        Check(faults);
        ImportRuns.Undone(turn, run, by.By, change, version);
        return new UndoOutcome(true, undoing, change);
    });

    private static (Undoing Undoing, byte[]? Content, byte[]? Before) Prepare(Db db, Guid id)
    {
        if (ImportRuns.Find(db, id) is not { } run) throw new RefusedException(Words["cli.undo.none", ("id", id.ToString("N"))]);
        var undoing = Undoing.Of(db, run);
        if (!undoing.IsPossible) throw new RefusedException(Words[$"cli.undo.{undoing.Hindrance}", ("first", undoing.First?.Id.ToString("N") ?? "")]);
        return (undoing, undoing.Back is { } back ? ImportRuns.ContentOf(db, back.Id) : null, ImportRuns.BeforeOf(db, id));
    }

    private static ProgramSheets ProgramOf(District district, RunLine run, byte[]? content) =>
        content is null ? ImportProgram.Nothing(district, run.Source) : KeptContent.SheetsOf<ProgramSheets>(content);

    private static RosterSheets RosterOf(byte[]? content) => content is null ? RosterSheets.Empty : KeptContent.SheetsOf<RosterSheets>(content);

    private static ImportChange Told(ImportOutcome outcome)
    {
        Check(outcome.Faults);
        return outcome.Change;
    }

    // What stood before was good when it came; since then another source may keep the same people.
    private static void Check(FaultList faults)
    {
        if (faults.Errors is [var first, ..]) throw new RefusedException(Words["cli.import.fault", ("place", first.File), ("value", first.Value), ("rule", first.Rule), ("fix", first.Fix)]);
    }

    private static Ui.Words.Words Words => Ui.Words.Words.For("en");
}
