using System.Globalization;
using System.Text;
using Cairn.Interop.Case;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;
using Cairn.Storage;

namespace Cairn.App.Features.Imports;

/// <summary>A framework as a file brings it: ids, title and rows, whatever the format.</summary>
/// <param name="Id">The framework's id.</param>
/// <param name="Identifier">Its identifier in the world outside; empty where it has none.</param>
/// <param name="Source">The format it came in: "case" or "csv".</param>
/// <param name="Code">The code it gets where it is new.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rows">Its rows, for a version, a scale and the framework as it stands here, if it does.</param>
internal sealed record ComingFramework(FrameworkId Id, string Identifier, string Source, string Code, string Title, Func<FrameworkVersionId, ProficiencyScale, FrameworkContent?, FrameworkRows> Rows)
{
    private const int LongestCode = 40;

    /// <summary>What the file says that another format leaves to the people here.</summary>
    public SaidBySource Said { get; init; } = SaidBySource.Nothing;

    /// <summary>The package; null for a sheet.</summary>
    public CasePackage? Package { get; private init; }

    /// <summary>Reads a CASE package; null, and told, where it is refused.</summary>
    public static ComingFramework? OfCase(byte[] bytes, string name, FaultList faults)
    {
        using var stream = new MemoryStream(bytes);
        if (ReadCase.From(stream, faults, name) is not { } package) return null;
        var naming = new CaseNaming(package.Document.Identifier);
        var title = string.IsNullOrWhiteSpace(package.Document.Title) ? package.Document.Identifier : package.Document.Title.Trim();
        return new ComingFramework(naming.Framework, package.Document.Identifier, "case", Slug(title), title, (version, scale, known) =>
        {
            var said = FromPackage.Of(package, version, scale, known);
            return new FrameworkRows
            {
                Areas = [.. said.Areas], Competencies = [.. said.Competencies], Targets = [.. said.Targets], Descriptors = [.. said.Descriptors], Associations = [.. said.Associations],
                Package = new SourcePackage(version, package.Version == CaseVersion.V11 ? "case-1.1" : "case-1.0", bytes),
            };
        }) { Package = package };
    }

    /// <summary>Reads a framework's sheet; null, and told, where it is refused.</summary>
    public static ComingFramework? OfCsv(byte[] bytes, string name, FaultList faults)
    {
        using var stream = new MemoryStream(bytes);
        var rows = ReadFramework.From(stream, name, faults);
        if (faults.Errors.Count > 0) return null;
        var title = Path.GetFileNameWithoutExtension(name);
        var code = Slug(title);
        return new ComingFramework(new FrameworkId(Named(code, "framework")), "", "csv", code, title, (version, scale, _) => OfRows(rows, code, version, scale, faults, name))
        {
            Said = new SaidBySource(true, rows.Where(row => row.Pieces is not null).Select(IdOf).ToHashSet(), rows.Where(row => row.IsPriority is not null).Select(IdOf).ToHashSet()),
        };

        Guid IdOf(FrameworkRow row) => Named(code, row.Kind == "habits" ? "area" : row.Kind, Key(row.Code));
    }

    /// <summary>The framework that it is a version of: the one that a file of this source brought, or one that was made here and went out under
    /// its own id. Null where it is new.</summary>
    public Framework? Among(IReadOnlyCollection<Framework> known) =>
        known.FirstOrDefault(one => Guid.TryParse(Identifier, out var own) && one.Id.Value == own)
        ?? known.FirstOrDefault(one => one.Id == Id)
        ?? known.FirstOrDefault(one => Identifier.Length > 0 && one.Identifier.Equals(Identifier, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids of those rows that a sheet of this code brought: their ids are made of their codes.</summary>
    public static HashSet<Guid> IdsOfCsv(string code, FrameworkRows rows) =>
    [
        .. rows.Areas.Where(one => one.Id.Value == Named(code, "area", Key(one.Code))).Select(one => one.Id.Value),
        .. rows.Competencies.Where(one => one.Id.Value == Named(code, "competency", Key(one.Code))).Select(one => one.Id.Value),
        .. rows.Targets.Where(one => one.Id.Value == Named(code, "target", Key(one.Code))).Select(one => one.Id.Value),
    ];

    /// <summary>Is it JSON, as a CASE package is, by its name or its beginning? A sheet never begins with a brace or bracket.</summary>
    public static bool LooksLikeJson(byte[] bytes, string name)
    {
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return true;
        var text = bytes.AsSpan();
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>A text as a short code: letters, digits and hyphens.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= LongestCode) break;
        }

        var code = slug.ToString().Trim('-');
        return code.Length > 0 ? code : "framework";
    }

    private static Guid Named(string code, params ReadOnlySpan<string> parts) => NamedId.Of(["csv", code, .. parts]);

    private static FrameworkRows OfRows(IReadOnlyList<FrameworkRow> rows, string code, FrameworkVersionId version, ProficiencyScale scale, FaultList faults, string name)
    {
        var coming = new FrameworkRows();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var place = places[row.Parent] = places.GetValueOrDefault(row.Parent) + 1;
            switch (row.Kind)
            {
                case "area" or "habits":
                    coming.Areas.Add(new Area(version, new AreaId(Named(code, "area", Key(row.Code))), row.Code, row.Title, row.Kind == "habits" ? AreaKind.Habits : AreaKind.Learning, row.IsActive, place));
                    break;
                case "competency":
                    var id = new CompetencyId(Named(code, "competency", Key(row.Code)));
                    coming.Competencies.Add(new Competency(version, id, new AreaId(Named(code, "area", Key(row.Parent))), row.Code, row.Title, row.Statement, row.Family, scale.Id, row.Pieces ?? FromPackage.UsualPieces, row.IsActive, 0, place)
                    {
                        OfficialStatement = row.Official, IsPriority = row.IsPriority ?? false,
                    });
                    foreach (var (level, words) in row.Levels)
                        if (scale.WithNumber(level) is not null) coming.Descriptors.Add(new Descriptor(version, id, level, words));
                        else faults.Warn(name, 0, $"level_{level}", row.Code, $"the scale has no level {level}", "the words are left out");
                    break;
                default:
                    coming.Targets.Add(new LearningTarget(version, new TargetId(Named(code, "target", Key(row.Code))), new CompetencyId(Named(code, "competency", Key(row.Parent))), row.Code, row.Title, row.Statement, row.Pieces ?? 1, 1, false, row.IsActive, place)
                    {
                        OfficialStatement = row.Official, FamilyStatement = row.Family, IsPriority = row.IsPriority ?? false,
                    });
                    break;
            }
        }

        return coming;
    }

    private static string Key(string code) => code.ToUpperInvariant();
}
