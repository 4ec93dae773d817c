using Cairn.App.Jobs;

namespace Cairn.App.Features.Imports;

/// <summary>How an import looks to whoever comes by: its state, and whether anything works on it in this process.</summary>
public enum RunLook
{
    Running,

    /// <summary>A process stopped in between, or something was in the way.</summary>
    Stopped,
    Errors,
    Ready,

    /// <summary>It would change nothing.</summary>
    Empty,
    Applied,

    /// <summary>It is in, and changed nothing.</summary>
    Same,
    Undone,
}

/// <summary>Looks at runs.</summary>
internal static class RunLooks
{
    public static RunLook Of(RunLine run, WorkProgress? progress) => run switch
    {
        _ when progress is not null => RunLook.Running,
        { Summary.State: ImportState.Reading or ImportState.Applying or ImportState.Undoing } => RunLook.Stopped,
        { UndoneAt: not null } => RunLook.Undone,
        { AppliedAt: not null } => run.Summary.IsNothing ? RunLook.Same : RunLook.Applied,
        { Summary.Errors: > 0 } => RunLook.Errors,
        { IsKept: false } or { Summary.Trouble: "tooLarge" } => RunLook.Stopped,
        _ => run.Summary.IsNothing ? RunLook.Empty : RunLook.Ready,
    };

    /// <summary>Can what was read be looked at again: it is kept, waits, and nothing works on it?</summary>
    public static bool CanLookAgain(RunLine run, WorkProgress? progress) =>
        progress is null && run is { AppliedAt: null, IsKept: true, Summary: { Errors: 0, Trouble: not "tooLarge", State: ImportState.Looked or ImportState.Applying } };

    /// <summary>Can it be brought in: nothing wrong, what was read is kept, and nothing works on it?</summary>
    public static bool CanApply(RunLine run, WorkProgress? progress) =>
        progress is null && run is { AppliedAt: null, IsKept: true, Summary: { Errors: 0, Trouble: not "tooLarge" } } && run.Summary.State is ImportState.Looked or ImportState.Applying && !run.Summary.IsNothing;
}
