using Cairn.Learning;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>Why an import cannot be undone.</summary>
public enum UndoHindrance
{
    None,

    /// <summary>It never was in.</summary>
    NotApplied,

    /// <summary>It was undone already.</summary>
    Undone,

    /// <summary>It changed nothing.</summary>
    Nothing,

    /// <summary>A later one of its source comes first.</summary>
    NotNewest,

    /// <summary>What stood before it is not kept: it was too large, or too long ago, or came before imports were noted.</summary>
    NotKept,

    /// <summary>Somebody adopted another version of the framework since.</summary>
    Overtaken,
}

/// <summary>Whether an import can be undone, and what comes back: the one before it of the same source, or nothing.</summary>
/// <param name="Run">The import.</param>
/// <param name="Back">The import whose content comes back; null where nothing of the source stood.</param>
/// <param name="Hindrance">What is in the way.</param>
/// <param name="First">The import that has to be undone first, where one is.</param>
public sealed record Undoing(RunLine Run, RunLine? Back, UndoHindrance Hindrance, RunLine? First = null)
{
    public bool IsPossible => Hindrance == UndoHindrance.None;

    internal static Undoing Of(Db db, RunLine run)
    {
        if (run.AppliedAt is null) return new Undoing(run, null, UndoHindrance.NotApplied);
        if (run.UndoneAt is not null) return new Undoing(run, null, UndoHindrance.Undone);
        if (run.Summary.IsNothing) return new Undoing(run, null, UndoHindrance.Nothing);
        var standing = ImportRuns.Standing(db, run.Kind, run.Source);
        // Somebody may have undone it since its line was read.
        if (!standing.Any(one => one.Id == run.Id)) return new Undoing(run, null, UndoHindrance.Undone);
        if (standing[0].Id != run.Id) return new Undoing(run, null, UndoHindrance.NotNewest, standing[0]);
        var back = standing.Skip(1).FirstOrDefault();
        if (run.Kind == ImportKind.Framework) return new Undoing(run, back, IsInForce(db, run) ? UndoHindrance.None : UndoHindrance.Overtaken);
        return new Undoing(run, back, back is { IsKept: false } || (back is null && run.Summary.HasUnknownBefore) ? UndoHindrance.NotKept : UndoHindrance.None);
    }

    // The version in force is the one that the import made, or one that the undo of a later import made.
    private static bool IsInForce(Db db, RunLine run)
    {
        var framework = new FrameworkId(Guid.ParseExact(run.Source, "N"));
        var now = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == framework && one.AdoptedAt != null).OrderByDescending(one => one.Number).First().Id.Value;
        if (run.Summary.Framework!.Made == now) return true;
        var name = ImportRuns.NameOf(ImportKind.Framework);
        return db.ImportRuns.AsNoTracking().Where(one => one.Kind == name && one.Source == run.Source && one.UndoneAt != null).Select(one => one.Summary).ToList()
            .Exists(one => ImportSummary.Read(one).Framework?.UndoneAs == now);
    }
}
