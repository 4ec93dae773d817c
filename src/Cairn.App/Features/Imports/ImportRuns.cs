using Cairn.Interop.Csv;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>An import's row without what it keeps.</summary>
public sealed record RunLine(Guid Id, ImportKind Kind, string Source, string Name, Guid By, DateTime At, DateTime? AppliedAt, DateTime? UndoneAt, bool IsKept, ImportSummary Summary)
{
    /// <summary>Does it hold still, and did it change anything?</summary>
    public bool IsStanding => AppliedAt is not null && UndoneAt is null && !Summary.IsNothing;

    /// <summary>Its name inside a sentence: what is written from right to left turns nothing around it.</summary>
    public string SaidName => Name.Any(IsFromTheRight) ? $"\u2068{Name}\u2069" : Name;

    /// <summary>What people know its source by.</summary>
    public string SourceName => Summary.Framework?.Code ?? Source;

    // Hebrew, Arabic and their neighbours, their older forms, and the halves of those that came later.
    private static bool IsFromTheRight(char one) => one is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}

/// <summary>What was brought in: the one place where it is written down, and where it is looked up.</summary>
internal static class ImportRuns
{
    /// <summary>A source's older imports let their content go: a month of nights is enough to go back.</summary>
    private const int Kept = 30;

    /// <summary>The newest runs.</summary>
    public static IReadOnlyList<RunLine> Newest(Db db, int most) => Of(db.ImportRuns.OrderByDescending(one => one.At).Take(most));

    public static RunLine? Find(Db db, Guid id) => Of(db.ImportRuns.Where(one => one.Id == id)) is [var run] ? run : null;

    /// <summary>The runs of a source that hold, newest first.</summary>
    public static IReadOnlyList<RunLine> Standing(Db db, ImportKind kind, string source)
    {
        var name = NameOf(kind);
        return [.. Of(db.ImportRuns.Where(one => one.Kind == name && one.Source == source && one.AppliedAt != null && one.UndoneAt == null)).Where(one => one.IsStanding)];
    }

    /// <summary>Did anything come in, or was anything taken back, since a run that waits was looked at? Then what its dry run told may be wrong.</summary>
    public static bool IsOld(Db db, RunLine run)
    {
        if (run.AppliedAt is not null) return false;
        var looked = run.Summary.LookedAt ?? run.At;
        return Of(db.ImportRuns.Where(one => one.Id != run.Id && (one.AppliedAt > looked || one.UndoneAt > looked))).Any(one => !one.Summary.IsNothing);
    }

    /// <summary>What a run keeps; null where it keeps nothing any more.</summary>
    public static byte[]? ContentOf(Db db, Guid id) => db.ImportRuns.AsNoTracking().Where(one => one.Id == id).Select(one => one.Content).FirstOrDefault();

    public static byte[]? BeforeOf(Db db, Guid id) => db.ImportRuns.AsNoTracking().Where(one => one.Id == id).Select(one => one.Before).FirstOrDefault();

    /// <summary>Notes files that came and are to be looked at.</summary>
    public static Guid Begin(WriteTurn turn, ImportKind kind, Bringing by)
    {
        var id = Guid.CreateVersion7();
        turn.Db.Add(new ImportRun(id, NameOf(kind), by.Source, by.Name, by.By, turn.Now) { Summary = new ImportSummary(ImportState.Reading).Write() });
        return id;
    }

    /// <summary>Notes what a dry run saw, and keeps what it read.</summary>
    public static void Looked(WriteTurn turn, Guid id, ImportSummary summary, byte[]? content, string? source = null)
    {
        if (turn.Db.ImportRuns.Find(id) is not { AppliedAt: null } run) return;
        run.Summary = summary.Write();
        run.Content = content;
        run.Source = source ?? run.Source;
    }

    /// <summary>Takes a run that never was applied off the list, with all that it kept.</summary>
    public static bool Discard(WriteTurn turn, Guid id) => turn.Db.ImportRuns.Where(one => one.Id == id && one.AppliedAt == null).ExecuteDelete() > 0;

    /// <summary>Notes how far a run has come.</summary>
    public static void Note(WriteTurn turn, Guid id, Func<ImportSummary, ImportSummary> change)
    {
        if (turn.Db.ImportRuns.Where(one => one.Id == id).Select(one => one.Summary).FirstOrDefault() is not { } before) return;
        var after = change(ImportSummary.Read(before)).Write();
        turn.Db.ImportRuns.Where(one => one.Id == id).ExecuteUpdate(set => set.SetProperty(one => one.Summary, after));
    }

    /// <summary>Notes an import in the very turn that stores it.</summary>
    public static void Applied(WriteTurn turn, ImportKind kind, Bringing by, ImportSummary summary, byte[] content, byte[]? before = null)
    {
        var run = by.Run is { } waiting ? turn.Db.ImportRuns.Find(waiting) ?? throw new RefusedException("This import was discarded meanwhile.")
            : turn.Db.Add(new ImportRun(Guid.CreateVersion7(), NameOf(kind), by.Source, by.Name, by.By, turn.Now)).Entity;
        if (run.AppliedAt is not null) throw new RefusedException("This import is in already.");
        (run.Source, run.Summary, run.Before, run.AppliedAt) = (by.Source, summary.Write(), before, turn.Now);
        // What changed nothing is never undone, so nothing is kept for it.
        run.Content = summary.IsNothing || content.LongLength > KeptContent.Largest ? null : content;
        turn.Db.SaveChanges();
        turn.Tell(JournalAct.Imported, words: Told(run.Kind, run.Source, run.Name, summary.Parts), row: (typeof(ImportRun), run.Id));
        var old = Of(turn.Db.ImportRuns.Where(one => one.Kind == run.Kind && one.Source == run.Source && one.AppliedAt != null && one.Content != null)).Skip(Kept).Select(one => one.Id).ToList();
        if (old.Count > 0) turn.Db.ImportRuns.Where(one => old.Contains(one.Id)).ExecuteUpdate(set => set.SetProperty(one => one.Content, (byte[]?)null));
    }

    /// <summary>Notes an undo in the very turn that stores it.</summary>
    public static void Undone(WriteTurn turn, RunLine run, Guid by, ImportChange change, Guid? version = null)
    {
        var id = run.Id;
        turn.Tell(JournalAct.Undone, words: Told(NameOf(run.Kind), run.Source, run.Name, change.Sheets), row: (typeof(ImportRun), id));
        Note(turn, id, before => before with { State = ImportState.Undone, Trouble = "", UndoneBy = by, Framework = before.Framework is { } framework ? framework with { UndoneAs = version } : null });
        turn.Db.ImportRuns.Where(one => one.Id == id).ExecuteUpdate(set => set.SetProperty(one => one.UndoneAt, turn.Now));
    }

    // Tallies and no rows: each row that came or changed has its own entry.
    private static object Told(string kind, string source, string name, IReadOnlyDictionary<string, Tally> parts) => new { kind, source, name, parts };

    public static string NameOf(ImportKind kind) => kind.ToString().ToLowerInvariant();

    private static IReadOnlyList<RunLine> Of(IQueryable<ImportRun> runs) =>
    [
        .. runs.AsNoTracking().Select(one => new { one.Id, one.Kind, one.Source, one.Name, one.By, one.At, one.AppliedAt, one.UndoneAt, IsKept = one.Content != null, one.Summary }).ToList()
            .Select(one => new RunLine(one.Id, Enum.Parse<ImportKind>(one.Kind, ignoreCase: true), one.Source, RowFault.Show(one.Name), one.By, one.At, one.AppliedAt, one.UndoneAt, one.IsKept, ImportSummary.Read(one.Summary)))
            .OrderByDescending(one => one.AppliedAt ?? one.At).ThenByDescending(one => one.Id.ToString("N"), StringComparer.Ordinal),
    ];
}
