using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>The version that takes an import of a framework back: the rows of the version before it. What came with the import stays, out of
/// use, because judgments may hang on it. Where no version stood before, every area goes out of use.</summary>
internal sealed record FrameworkBack(Framework Framework, FrameworkVersion Version, FrameworkRows Rows, ImportChange Change)
{
    /// <param name="db">The district's database.</param>
    /// <param name="run">The import.</param>
    /// <param name="before">The id of the version before it; null where there was none.</param>
    public static FrameworkBack Of(Db db, RunLine run, byte[]? before)
    {
        var id = new FrameworkId(Guid.ParseExact(run.Source, "N"));
        var framework = db.Frameworks.AsNoTracking().First(one => one.Id == id);
        var versions = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == id).ToList();
        var current = versions.Where(one => !one.IsDraft).MaxBy(one => one.Number)!;
        var stood = before is null ? null : versions.Find(one => one.Id.Value == new Guid(before));
        var version = Next(id, versions, (stood ?? current).LastStage);
        var now = FrameworkRows.CopyOf(db, current.Id, version.Id);
        var rows = stood is null ? now : FrameworkRows.CopyOf(db, stood.Id, version.Id);
        if (stood is null) EndAreas(rows);
        else KeepOutOfUse(rows, now);
        var scales = db.Scales.AsNoTracking().ToList();
        var changes = FrameworkChanges.Between(FrameworkInForce.ReadVersion(db, framework, current, scales), rows.AsContent(framework, version, scales));
        return new FrameworkBack(framework, version, rows, ImportChange.Of(changes));
    }

    /// <summary>A framework's next version, as a draft.</summary>
    public static FrameworkVersion Next(FrameworkId framework, IReadOnlyCollection<FrameworkVersion> versions, int? lastStage)
    {
        var number = (versions.Count == 0 ? 0 : versions.Max(one => one.Number)) + 1;
        return new FrameworkVersion(new FrameworkVersionId(NamedId.Of("version", framework.Value.ToString("N"), FormattableString.Invariant($"{number}"))), framework, number, null, lastStage);
    }

    public void Store(WriteTurn turn)
    {
        turn.Db.Add(Version);
        turn.Db.SaveChanges();
        Rows.Store(turn);
        turn.Adopt(Version.Id, turn.Now);
    }

    private static void EndAreas(FrameworkRows rows)
    {
        for (var i = 0; i < rows.Areas.Count; i++) rows.Areas[i] = rows.Areas[i] with { IsActive = false };
    }

    private static void KeepOutOfUse(FrameworkRows rows, FrameworkRows now)
    {
        var known = rows.Areas.Select(one => one.Id.Value).Concat(rows.Competencies.Select(one => one.Id.Value)).Concat(rows.Targets.Select(one => one.Id.Value)).ToHashSet();
        rows.Areas.AddRange(now.Areas.Where(one => !known.Contains(one.Id.Value)).Select(one => one with { IsActive = false }));
        var codes = rows.Competencies.Select(one => one.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        rows.Competencies.AddRange(now.Competencies.Where(one => !known.Contains(one.Id.Value)).Select(one => one with { IsActive = false, Code = Free(codes, one.Code) }));
        rows.Targets.AddRange(now.Targets.Where(one => !known.Contains(one.Id.Value)).Select(one => one with { IsActive = false }));
        rows.Requirements.AddRange(now.Requirements.Where(one => !known.Contains(one.Target.Value)));
        rows.Descriptors.AddRange(now.Descriptors.Where(one => !known.Contains(one.Competency.Value)));
    }

    // The import may have given a code to something else.
    private static string Free(HashSet<string> codes, string code)
    {
        var free = code;
        for (var i = 2; !codes.Add(free); i++) free = FormattableString.Invariant($"{code}-{i}");
        return free;
    }
}
