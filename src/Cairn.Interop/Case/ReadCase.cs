using System.Text.Json;
using Cairn.Interop.Csv;

namespace Cairn.Interop.Case;

/// <summary>
/// Reads a CFPackage of CASE 1.0 or 1.1. What we cannot do without refuses the package; all else that differs from CASE 1.1
/// is warned of, kept and written back. A fault's column is a JSON path such as <c>CFItems[12].fullStatement</c>; its row is
/// the line where the file is no JSON, else 0.
/// </summary>
public sealed class ReadCase
{
    private readonly CaseFaults _faults;
    private readonly FieldCheck _check;

    private ReadCase(CaseFaults faults) => (_faults, _check) = (faults, new FieldCheck(faults));

    /// <summary>Reads a package.</summary>
    /// <param name="utf8">UTF-8, with or without byte order mark, at most 64 MB; read to its end and left open.</param>
    /// <param name="faults">Takes what is wrong, and what is odd.</param>
    /// <param name="file">The file's name, for the faults.</param>
    /// <returns>The package; null where anything is wrong.</returns>
    public static CasePackage? From(Stream utf8, FaultList faults, string file = "")
    {
        var told = new CaseFaults(faults, file);
        var package = CaseBytes.Read(utf8, told) is { } root ? new ReadCase(told).Package(root) : null;
        if (package is not null && told.IsGood) CheckIdentities.In(package, told);
        if (package is not null && told.IsGood) CheckAssociations.In(package, told);
        told.Close();
        return told.IsGood ? package : null;
    }

    private CasePackage? Package(JsonElement root)
    {
        if (IsAnotherAnswer(root)) return null;
        _check.Check(root, Wire.Package, CasePlace.Root, isNeeded: true);
        if (!root.TryGetProperty("CFDocument", out var document) || !_check.Check(document, Wire.Document, CasePlace.Root.Field("CFDocument"), isNeeded: true))
        {
            if (document.ValueKind == JsonValueKind.Undefined) _faults.Error(CasePlace.Root.Field("CFDocument"), "", "a package has a CFDocument", "export a CFPackage: it holds the document, its items and associations");
            return null;
        }

        return new CasePackage(
            root, new CaseDocument(document),
            List(root, CasePlace.Root, "CFItems", Wire.Item, one => new CaseItem(one), isNeeded: true),
            List(root, CasePlace.Root, "CFAssociations", Wire.Association, one => new CaseAssociation(one), isNeeded: true),
            Definitions(root),
            List(root, CasePlace.Root, "CFRubrics", Wire.Rubric, Rubric, isNeeded: false));
    }

    private bool IsAnotherAnswer(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            _faults.Error(CasePlace.Root, "a list", "this is not a CASE package: a package is one object with a CFDocument", "this is a list: export one CFPackage a file");
        else if (root.ValueKind != JsonValueKind.Object)
            _faults.Error(CasePlace.Root, CaseFaults.Show(root), "this is not a CASE package: a package is one object with a CFDocument", "export a CFPackage");
        else if (!root.TryGetProperty("CFDocument", out _) && root.TryGetProperty("CFDocuments", out _))
            _faults.Error(CasePlace.Root.Field("CFDocuments"), "", "a package is one object with a CFDocument", "this is a list of documents without their items: get the CFPackage of one (its address is in CFPackageURI)");
        else return false;
        return true;
    }

    private CaseDefinitions Definitions(JsonElement root)
    {
        var place = CasePlace.Root.Field("CFDefinitions");
        var isThere = root.TryGetProperty("CFDefinitions", out var given);
        var isGood = isThere && _check.Check(given, Wire.Definitions, place, isNeeded: false);
        return new CaseDefinitions(isThere ? given : null, kind => !isGood ? []
            : List(given, place, CaseDefinitions.FieldOf(kind), Wire.Definition(kind), one => new CaseDefinition(kind, one), isNeeded: false));
    }

    private CaseRubric Rubric(JsonElement json, CasePlace place)
    {
        if (json.ValueKind == JsonValueKind.Object)
            List(json, place, "CFRubricCriteria", Wire.Criterion, Criterion, isNeeded: false);
        return new CaseRubric(json);
    }

    private CaseCriterion Criterion(JsonElement json, CasePlace place)
    {
        if (json.ValueKind == JsonValueKind.Object)
            List(json, place, "CFRubricCriterionLevels", Wire.Level, one => new CaseLevel(one), isNeeded: false);
        return new CaseCriterion(json);
    }

    private List<T> List<T>(JsonElement of, CasePlace place, string field, CaseClass wire, Func<JsonElement, T> make, bool isNeeded) =>
        List(of, place, field, wire, (one, _) => make(one), isNeeded);

    private List<T> List<T>(JsonElement of, CasePlace place, string field, CaseClass wire, Func<JsonElement, CasePlace, T> make, bool isNeeded)
    {
        var read = new List<T>();
        if (!of.TryGetProperty(field, out var list)) return read;
        if (list.ValueKind != JsonValueKind.Array)
        {
            var (rule, fix) = ($"{field} is a list of {wire.Name} objects", "write a list, or leave it out");
            // Null says that there are none; anything else may hold what we would miss.
            if (isNeeded && list.ValueKind != JsonValueKind.Null) _faults.Error(place.Field(field), CaseFaults.Show(list), rule, fix);
            else _faults.Warn(place.Field(field), CaseFaults.Show(list), rule, "it is kept as it stands, and read as none", CaseFaults.FormShown);
            return read;
        }

        read.Capacity = list.GetArrayLength();
        foreach (var one in list.EnumerateArray())
        {
            var here = place.One(field, read.Count);
            _check.Check(one, wire, here, isNeeded);
            read.Add(make(one, here));
        }

        return read;
    }
}
