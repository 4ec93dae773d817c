using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.App.Signing;
using Cairn.Interop.Csv;
using Cairn.Interop.OneRoster;
using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Features.Imports;

/// <summary>The long work of imports: looking at files, applying what was looked at, undoing. Nobody has to wait for it.</summary>
internal sealed class ImportWork(LongWork work, OpenDistricts districts, Served served, Visit visit, IHttpContextAccessor http)
{
    // The request is over when the work is done: who asked for it is known now.
    private readonly Acting _acting = visit.Acting;

    private District District { get; } = served.District!;

    /// <summary>How far a run's work has come; null where none is under way.</summary>
    public WorkProgress? Of(Guid run) => work.Of(run);

    /// <summary>Reads files that came, and tells what they would change. Their bytes are in memory only: what is kept is what was read.</summary>
    public bool Look(Guid run, ImportKind kind, Bringing by, IReadOnlyList<(string Name, byte[] Bytes)> files, DateOnly today) => Begin(run, async progress =>
    {
        var faults = new FaultList();
        var at = await Write(turn => turn.Now);
        var (summary, content, source) = kind switch
        {
            ImportKind.Framework => Framework(by, files[0].Bytes),
            ImportKind.Program => Program(by, files, faults, progress),
            _ => Roster(by, files, faults, today, progress),
        };
        if (content.LongLength > KeptContent.Largest) (summary, content) = (summary with { Trouble = "tooLarge" }, KeptContent.Of(faults));
        await Write(turn => Done(() => ImportRuns.Looked(turn, run, summary with { LookedAt = at }, content, source)));
    });

    /// <summary>Looks again at what was read, where the record changed since.</summary>
    public bool LookAgain(RunLine run, DateOnly today) => Begin(run.Id, async _ =>
    {
        byte[] content;
        var at = await Write(turn => turn.Now);
        using (var db = District.Open()) content = ImportRuns.ContentOf(db, run.Id) ?? throw new RefusedException("");
        var faults = FaultsOf(content);
        var summary = run.Kind switch
        {
            ImportKind.Framework => ImportSummary.Of(ImportFramework.DryRun(District, KeptContent.FrameworkOf(content), run.Name, null)),
            ImportKind.Program => ImportSummary.Of(Once(ImportProgram.DryRun(District, KeptContent.SheetsOf<ProgramSheets>(content), faults, run.Source))),
            _ => ImportSummary.Of(Once(ImportRoster.DryRun(District, KeptContent.SheetsOf<RosterSheets>(content), faults, run.Source, today))),
        };
        await Write(turn => Done(() => ImportRuns.Looked(turn, run.Id, summary with { LookedAt = at }, content)));
    });

    /// <summary>Stores what was looked at.</summary>
    public bool Apply(RunLine run, Guid by, DateOnly today, bool mayManyLeave) => Begin(run.Id, async _ =>
    {
        byte[] content;
        await Write(turn => Done(() => ImportRuns.Note(turn, run.Id, before => before with { State = ImportState.Applying, Trouble = "" })));
        using (var db = District.Open()) content = ImportRuns.ContentOf(db, run.Id) ?? throw new RefusedException("");
        var (faults, bringing) = (FaultsOf(content), new Bringing(run.Source, run.Name) { By = by, Run = run.Id, Acting = _acting });
        ImportSummary? refused = null;
        switch (run.Kind)
        {
            case ImportKind.Framework:
                await ImportFramework.Apply(District, KeptContent.FrameworkOf(content), null, bringing);
                break;
            case ImportKind.Program:
                var program = await ImportProgram.Apply(District, KeptContent.SheetsOf<ProgramSheets>(content), faults, bringing);
                refused = program.IsApplied ? null : ImportSummary.Of(program);
                break;
            default:
                var roster = await ImportRoster.Apply(District, KeptContent.SheetsOf<RosterSheets>(content), faults, bringing, today, mayManyLeave);
                refused = roster.IsApplied ? null : ImportSummary.Of(roster);
                break;
        }

        // Since the dry run another source took up somebody whom these files name.
        await new Checkpoints(served.Folder, District).Make();
        if (refused is not null) await Write(turn => Done(() => ImportRuns.Looked(turn, run.Id, refused, KeptContent.Of(faults))));
    });

    /// <summary>Takes back what was applied.</summary>
    public bool Undo(Guid run, Guid by, DateOnly today) => Begin(run, async _ =>
    {
        await Write(turn => Done(() => ImportRuns.Note(turn, run, before => before with { State = ImportState.Undoing, Trouble = "" })));
        await UndoImport.Apply(District, run, new Bringing("", "") { By = by, Acting = _acting }, today);
        await new Checkpoints(served.Folder, District).Make();
    });

    private (ImportSummary Summary, byte[] Content, string Source) Framework(Bringing by, byte[] file)
    {
        var outcome = ImportFramework.DryRun(District, file, by.Name, null);
        return (ImportSummary.Of(outcome), outcome.Framework is null ? KeptContent.Of(outcome.Faults) : KeptContent.Of(file, outcome.Faults), outcome.Framework is { } framework ? ImportFramework.SourceOf(framework) : by.Source);
    }

    private (ImportSummary Summary, byte[] Content, string Source) Program(Bringing by, IReadOnlyList<(string Name, byte[] Bytes)> parts, FaultList faults, Action<string, int> progress)
    {
        using var files = ReadProgram.Files.FromUpload(parts, faults);
        var sheets = files is null ? new ProgramSheets() : ImportProgram.Read(District, files.OpenRead, faults, progress);
        var outcome = ImportProgram.DryRun(District, sheets, faults, by.Source);
        return (ImportSummary.Of(outcome), faults.Errors.Count > 0 ? KeptContent.Of(faults) : KeptContent.Of(sheets, faults), by.Source);
    }

    private (ImportSummary Summary, byte[] Content, string Source) Roster(Bringing by, IReadOnlyList<(string Name, byte[] Bytes)> parts, FaultList faults, DateOnly today, Action<string, int> progress)
    {
        var sheets = ImportRoster.Read(District, list => ReadRoster.Files.FromUpload(parts, list), faults, progress);
        var outcome = ImportRoster.DryRun(District, sheets, faults, by.Source, today);
        return (ImportSummary.Of(outcome), sheets is null ? KeptContent.Of(faults) : KeptContent.Of(sheets, faults), by.Source);
    }

    // The district stays open for as long as its work goes on, whoever has left.
    private bool Begin(Guid run, Func<Action<string, int>, Task> act)
    {
        var lease = districts.At(http.HttpContext!.Request.Host.Host);
        if (work.TryBegin(District.Name, run, progress => Guarded(run, () => act(progress), lease))) return true;
        lease.Dispose();
        return false;
    }

    // What stands in the way is noted, so that whoever comes back finds it.
    private async Task Guarded(Guid run, Func<Task> act, OpenDistricts.Lease lease)
    {
        using (lease)
        {
            try
            {
                await act();
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                await Write(turn => Done(() => ImportRuns.Note(turn, run, before => before with
                {
                    State = before.State is ImportState.Undoing ? ImportState.Applied : ImportState.Looked, Trouble = wrong is RefusedException ? "refused" : "failed",
                })));
                if (wrong is not RefusedException) throw;
            }
        }
    }

    private Task<T> Write<T>(Func<WriteTurn, T> work) => District.Writer.Alone(work, _acting);

    private static ImportOutcome Once(ImportOutcome outcome) => outcome with { Faults = Once(outcome.Faults) };

    private static RosterOutcome Once(RosterOutcome outcome) => outcome with { Faults = Once(outcome.Faults) };

    // What the first look was warned of is told again by the second.
    private static FaultList Once(FaultList faults)
    {
        var once = new FaultList();
        foreach (var one in faults.Errors.Distinct()) once.Error(one.File, one.Row, one.Column, one.Value, one.Rule, one.Fix);
        foreach (var one in faults.Warnings.Distinct()) once.Warn(one.File, one.Row, one.Column, one.Value, one.Rule, one.Fix);
        return once;
    }

    private static FaultList FaultsOf(byte[] content)
    {
        var faults = new FaultList();
        foreach (var (isError, one) in KeptContent.FaultsOf(content))
            if (!isError) faults.Warn(one.File, one.Row, one.Column, one.Value, one.Rule, one.Fix);
        return faults;
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
