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

    /// <summary>Tells what an import would change.</summary>
    public static ImportOutcome DryRun(District district, string folder, string source, Action<string, int>? progress = null)
    {
        var faults = new FaultList();
        using var db = district.Open();
        var sheets = Read(db, folder, faults, progress);
        var change = new ImportChange();
        if (faults.Errors.Count == 0) Compare(db, district.Frameworks, sheets, source, DateTime.UnixEpoch, change, faults);
        return new ImportOutcome(false, change, faults);
    }

    /// <summary>Imports, all or nothing.</summary>
    public static async Task<ImportOutcome> Apply(District district, string folder, string source, Action<string, int>? progress = null)
    {
        var faults = new FaultList();
        ProgramSheets sheets;
        using (var db = district.Open()) sheets = Read(db, folder, faults, progress);
        var change = new ImportChange();
        if (faults.Errors.Count > 0) return new ImportOutcome(false, change, faults);
        await district.Writer.Alone(turn =>
        {
            var (framework, facts) = Compare(turn.Db, district.Frameworks, sheets, source, turn.Now, change, faults);
            if (faults.Errors.Count > 0) return false;
            framework.Apply(turn);
            facts.Apply(turn);
            return true;
        });
        return new ImportOutcome(faults.Errors.Count == 0, change, faults);
    }

    private static ProgramSheets Read(Db db, string folder, FaultList faults, Action<string, int>? progress)
    {
        if (!Directory.Exists(folder)) throw new RefusedException($"There is no folder {folder}.");
        var zone = db.Organizations.AsNoTracking().First(one => one.Kind == OrganizationKind.District).TimeZone;
        return ReadProgram.From(
            name => Path.Combine(folder, name) is var file && File.Exists(file) ? File.OpenRead(file) : null,
            TimeZoneInfo.FindSystemTimeZoneById(zone), faults, progress);
    }

    private static (FrameworkPart Framework, FactsPart Facts) Compare(
        Db db, IReadOnlyList<FrameworkInForce> frameworks, ProgramSheets sheets, string source, DateTime at, ImportChange change, FaultList faults)
    {
        var keys = new ImportKeys(source);
        var own = new FrameworkId(keys.Thing("framework"));
        var framework = new FrameworkPart(keys, sheets, frameworks.FirstOrDefault(one => one.Content.Framework.Id == own), change, at);
        framework.Compare();
        var educators = db.Educators.AsNoTracking().ToDictionary(one => one.Username, one => one.Id, StringComparer.OrdinalIgnoreCase);
        var facts = new FactsPart(keys, sheets, ImportedRows.Of(db, source), framework, educators, change);
        facts.Compare(faults);
        return (framework, facts);
    }
}
