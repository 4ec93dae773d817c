using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Imports;

/// <summary>What became of an import.</summary>
/// <param name="IsApplied">Was it stored?</param>
/// <param name="Change">What it changes.</param>
/// <param name="Faults">What is wrong or odd in the sheets.</param>
internal sealed record ImportOutcome(bool IsApplied, ImportChange Change, FaultList Faults);

/// <summary>
/// Imports a programme's spreadsheets: read and check, compare with what the source put here before, and store all of it
/// or nothing. The same sheets again change nothing.
/// </summary>
internal static class ImportProgram
{
    /// <summary>The source's name where none is given.</summary>
    public const string DefaultSource = "program";

    /// <summary>The sheets of a folder, by name.</summary>
    public static Func<string, Stream?> In(string folder)
    {
        if (!Directory.Exists(folder)) throw new RefusedException($"There is no folder {folder}.");
        return name => Path.Combine(folder, name) is var file && File.Exists(file) ? File.OpenRead(file) : null;
    }

    /// <summary>Reads and checks the sheets; with any error they are not to be used.</summary>
    public static ProgramSheets Read(District district, Func<string, Stream?> open, FaultList faults, Action<string, int>? progress = null)
    {
        using var db = district.Open();
        var zone = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).TimeZone;
        return ReadProgram.From(open, TimeZoneInfo.FindSystemTimeZoneById(zone), faults, progress);
    }

    /// <summary>Tells what an import would change.</summary>
    public static ImportOutcome DryRun(District district, ProgramSheets sheets, FaultList faults, string source)
    {
        var change = new ImportChange();
        if (faults.Errors.Count > 0) return new ImportOutcome(false, change, faults);
        using var db = district.Open();
        Compare(db, district.Frameworks, sheets, source, DateTime.UnixEpoch, change, faults);
        return new ImportOutcome(false, change, faults);
    }

    /// <summary>Imports, all or nothing, and notes it.</summary>
    public static async Task<ImportOutcome> Apply(District district, ProgramSheets sheets, FaultList faults, Bringing by)
    {
        var change = new ImportChange();
        if (faults.Errors.Count > 0) return new ImportOutcome(false, change, faults);
        var content = KeptContent.Of(sheets, faults);
        return await by.Write(district, turn =>
        {
            var hasUnknown = ImportRuns.Standing(turn.Db, ImportKind.Program, by.Source).Count == 0 && ImportedRows.StandIn(turn.Db, by.Source);
            if (!Store(turn, district, sheets, by.Source, change, faults)) return new ImportOutcome(false, change, faults);
            var outcome = new ImportOutcome(true, change, faults);
            ImportRuns.Applied(turn, ImportKind.Program, by, ImportSummary.Of(outcome) with { HasUnknownBefore = hasUnknown }, content);
            return outcome;
        });
    }

    /// <summary>Stores what changes in a turn; stores nothing, and tells, where something is wrong.</summary>
    public static bool Store(WriteTurn turn, District district, ProgramSheets sheets, string source, ImportChange change, FaultList faults)
    {
        var (framework, facts) = Compare(turn.Db, district.Frameworks, sheets, source, turn.Now, change, faults);
        if (faults.Errors.Count > 0) return false;
        framework.Apply(turn);
        facts.Apply(turn);
        return true;
    }

    /// <summary>Sheets without a row: whatever the source brought before ends. Its stages stay as many as they are.</summary>
    public static ProgramSheets Nothing(District district, string source) => new() { LastStage = Own(district.Frameworks, source)?.Content.Version.LastStage ?? 0 };

    private static FrameworkInForce? Own(IReadOnlyList<FrameworkInForce> frameworks, string source)
    {
        var own = new FrameworkId(new ImportKeys(source).Thing("framework"));
        return frameworks.FirstOrDefault(one => one.Content.Framework.Id == own);
    }

    private static (FrameworkPart Framework, FactsPart Facts) Compare(
        Db db, IReadOnlyList<FrameworkInForce> frameworks, ProgramSheets sheets, string source, DateTime at, ImportChange change, FaultList faults)
    {
        var keys = new ImportKeys(source);
        var framework = new FrameworkPart(keys, sheets, Own(frameworks, source), change, at);
        framework.Compare();
        var educators = db.Educators.AsNoTracking().ToDictionary(one => one.Username, one => one.Id, StringComparer.OrdinalIgnoreCase);
        var facts = new FactsPart(keys, sheets, ImportedRows.Of(db, source), framework, educators, change);
        facts.Compare(faults);
        return (framework, facts);
    }
}
