using Cairn.Interop.Case;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>What became of the import of a framework.</summary>
/// <param name="IsApplied">Was it stored?</param>
/// <param name="Framework">Its code and title; null where the file was refused.</param>
/// <param name="Number">The version that it is, or would be; the one in force where nothing changed.</param>
/// <param name="Changes">What changes against the version in force.</param>
/// <param name="Judgments">How many judgments hang on each competency and target.</param>
/// <param name="Faults">What is wrong or odd in the file.</param>
internal sealed record FrameworkOutcome(
    bool IsApplied, Framework? Framework, int Number, IReadOnlyList<FrameworkChange> Changes, IReadOnlyDictionary<Guid, int> Judgments, FaultList Faults)
{
    /// <summary>The version that was in force before; null where there was none.</summary>
    public int? InForce { get; init; }

    /// <summary>Does it make a version, or would it? It does, too, where only fields changed that are kept for the way out.</summary>
    public bool IsChanged => Framework is not null && Number != InForce;

    /// <summary>The version that was made; null where nothing changed, or nothing was stored.</summary>
    public Guid? Made { get; init; }

    /// <summary>How many judgments hang on what changed.</summary>
    public int JudgmentsOf(FrameworkChange change) => Judgments.GetValueOrDefault(change.Target?.Value ?? change.Competency?.Value ?? Guid.Empty);

    public ImportChange Tallies => ImportChange.Of(Changes);
}

/// <summary>Imports a framework: a CASE package or a sheet. The first becomes version 1; another one the next version, if anything in it
/// changed. Old judgments keep the wording they were made under.</summary>
internal static class ImportFramework
{
    /// <summary>Tells what an import would change.</summary>
    public static FrameworkOutcome DryRun(District district, byte[] file, string name, string? format)
    {
        var faults = new FaultList();
        if (Read(file, name, format, faults) is not { } coming) return Refused(faults);
        using var db = district.Open();
        return Prepare(db, coming, faults).Outcome(db, false);
    }

    /// <summary>Imports and adopts, all or nothing, and notes it. The source it is noted under is the framework's id.</summary>
    public static async Task<FrameworkOutcome> Apply(District district, byte[] file, string? format, Bringing by)
    {
        var faults = new FaultList();
        if (Read(file, by.Name, format, faults) is not { } coming) return Refused(faults);
        var content = KeptContent.Of(file, faults);
        return await by.Write(district, turn =>
        {
            var next = Prepare(turn.Db, coming, faults);
            var outcome = next.Outcome(turn.Db, true);
            if (next.IsChanged) next.Store(turn);
            ImportRuns.Applied(turn, ImportKind.Framework, by with { Source = SourceOf(outcome.Framework!) }, ImportSummary.Of(outcome), content, next.Current?.Id.Value.ToByteArray());
            return outcome;
        });
    }

    /// <summary>The source that a framework's imports are noted under: its code may change, its id does not.</summary>
    public static string SourceOf(Framework framework) => framework.Id.Value.ToString("N");

    private static FrameworkOutcome Refused(FaultList faults) => new(false, null, 0, [], new Dictionary<Guid, int>(), faults);

    private static ComingFramework? Read(byte[] file, string name, string? format, FaultList faults) =>
        format == "csv" || (format is null && !ComingFramework.LooksLikeJson(file, name)) ? ComingFramework.OfCsv(file, name, faults) : ComingFramework.OfCase(file, name, faults);

    private static NextVersion Prepare(Db db, ComingFramework coming, FaultList faults)
    {
        var known = coming.Among(db.Frameworks.AsNoTracking().ToList());
        var id = known?.Id ?? coming.Id;
        var versions = db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == id).ToList();
        var current = versions.Where(one => !one.IsDraft).MaxBy(one => one.Number);
        var scales = db.Scales.AsNoTracking().ToList();
        var scale = UsualScale(scales);
        var version = FrameworkBack.Next(id, versions, current?.LastStage);
        // What was made here stays ours, wherever its words were edited.
        var framework = known is not null && id != coming.Id ? known with { Title = coming.Title }
            : new Framework(id, known?.Code ?? Free(db, coming.Code), coming.Title) { Source = coming.Source, Identifier = coming.Identifier };
        var before = current is null ? null : FrameworkInForce.ReadVersion(db, known!, current, scales);
        var own = current is null ? null : FrameworkRows.CopyOf(db, current.Id, version.Id);
        var was = own is null ? [] : coming.Source == "csv" ? ComingFramework.IdsOfCsv(coming.Code, own) : coming.Package is { } came ? SourceIds(came, before!, own.Package) : [];
        var rows = FrameworkMerge.Of(coming.Rows(version.Id, scale, before), before, own, was.Contains, coming.Said);
        var after = rows.AsContent(framework, version, [.. scales, .. scales.Exists(one => one.Id == scale.Id) ? Array.Empty<ProficiencyScale>() : [scale]]);
        var changes = FrameworkChanges.Between(before, after);
        var isSamePackage = changes.Count == 0 && (coming.Package is null || (before is not null && SaysSame(coming.Package, before, own!.Package)));
        return new NextVersion(framework, known, version, current, rows, changes, isSamePackage, scales.Exists(one => one.Id == scale.Id) ? null : scale, faults);
    }

    /// <summary>Ids of what a source brought before, or of what went out from here: what is not among them was never in the file.</summary>
    private static HashSet<Guid> SourceIds(CasePackage came, FrameworkContent before, SourcePackage? stored)
    {
        var rows = FromPackage.Of(Stored(stored) ?? ToPackage.Of(before, null, Creator(came)), before.Version.Id, UsualScale([]), before);
        return [.. rows.Areas.Select(one => one.Id.Value), .. rows.Competencies.Select(one => one.Id.Value), .. rows.Targets.Select(one => one.Id.Value), .. rows.Associations.Select(one => one.Id.Value)];
    }

    /// <summary>Is it, to the last field, the package that is kept, or the one that goes out of what stands here?</summary>
    private static bool SaysSame(CasePackage came, FrameworkContent before, SourcePackage? stored)
    {
        var (now, source) = (WriteCase.Bytes(came), Stored(stored));
        return (source is not null && WriteCase.Bytes(source).AsSpan().SequenceEqual(now)) || WriteCase.Bytes(ToPackage.Of(before, source, Creator(came))).AsSpan().SequenceEqual(now);
    }

    private static CasePackage? Stored(SourcePackage? stored) => stored is null ? null : ReadCase.From(new MemoryStream(stored.Bytes), new FaultList());

    private static string Creator(CasePackage came) => came.Document.TextOf("creator") ?? "";

    /// <summary>The scale of a framework that brings none: four levels, the third is Proficient.</summary>
    private static ProficiencyScale UsualScale(List<ProficiencyScale> known)
    {
        var id = new ScaleId(NamedId.Of("scale", "usual"));
        return known.Find(one => one.Id == id) ?? new ProficiencyScale(id, "Levels", 3, [new(1, 1, "Starting"), new(2, 2, "Building"), new(3, 3, "Solid"), new(4, 4, "Extending")]);
    }

    private static string Free(Db db, string code)
    {
        var taken = db.Frameworks.AsNoTracking().Select(one => one.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = code;
        for (var i = 2; taken.Contains(free); i++) free = FormattableString.Invariant($"{code}-{i}");
        return free;
    }

    private sealed record NextVersion(
        Framework Framework, Framework? Known, FrameworkVersion Version, FrameworkVersion? Current, FrameworkRows Rows, IReadOnlyList<FrameworkChange> Changes,
        bool IsSamePackage, ProficiencyScale? NewScale, FaultList Faults)
    {
        public bool IsChanged => Current is null || Changes.Count > 0 || !IsSamePackage;

        public FrameworkOutcome Outcome(Db db, bool isApplied) =>
            new(isApplied, Framework, IsChanged ? Version.Number : Current!.Number, Changes, Current is null ? new Dictionary<Guid, int>() : JudgmentCounts.Of(db, Changes), Faults) { Made = isApplied && IsChanged ? Version.Id.Value : null, InForce = Current?.Number };

        public void Store(WriteTurn turn)
        {
            if (NewScale is not null) turn.Db.Add(NewScale);
            if (Known is null) turn.Db.Add(Framework);
            else if (Known != Framework) turn.Db.Update(Framework);
            turn.Db.Add(Version);
            turn.Db.SaveChanges();
            Rows.Store(turn);
            turn.Adopt(Version.Id, turn.Now);
        }
    }
}
