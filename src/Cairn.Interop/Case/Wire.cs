using System.Collections.Frozen;

namespace Cairn.Interop.Case;

/// <summary>A class of CASE 1.1.</summary>
/// <param name="Name">Its name, as the standard has it.</param>
/// <param name="Fields">Its fields, and what each holds.</param>
/// <param name="Required">Fields that the standard asks for.</param>
/// <param name="Needed">Fields that we cannot do without.</param>
internal sealed record CaseClass(string Name, FrozenDictionary<string, CaseForm> Fields, IReadOnlyList<string> Required, FrozenSet<string> Needed);

/// <summary>
/// The classes of CASE 1.1 (1EdTech, case_v1p1_cfpackage-jsonschema1.json), as data. A test holds them against the official schema.
/// </summary>
internal static class Wire
{
    /// <summary>CFPackage.</summary>
    public static readonly CaseClass Package = Of("CFPackage", "CFDocument", "",
        (CaseForm.Part, "CFDocument CFDefinitions"), (CaseForm.Parts, "CFItems CFAssociations CFRubrics"), (CaseForm.Open, "extensions"));

    /// <summary>CFPckgDocument.</summary>
    public static readonly CaseClass Document = Own("CFDocument", "creator title", "identifier",
        (CaseForm.Text, "frameworkType creator title publisher description language version adoptionStatus notes"), (CaseForm.Address, "officialSourceURL"),
        (CaseForm.Version, "caseVersion"), (CaseForm.Texts, "subject"), (CaseForm.Links, "subjectURI"), (CaseForm.Day, "statusStartDate statusEndDate"), (CaseForm.Link, "licenseURI"));

    /// <summary>CFPckgItem.</summary>
    public static readonly CaseClass Item = Own("CFItem", "fullStatement", "identifier fullStatement",
        (CaseForm.Text, "fullStatement alternativeLabel CFItemType humanCodingScheme listEnumeration abbreviatedStatement notes language"),
        (CaseForm.Texts, "conceptKeywords subject educationLevel"), (CaseForm.Link, "conceptKeywordsURI CFItemTypeURI licenseURI"), (CaseForm.Links, "subjectURI"),
        (CaseForm.Day, "statusStartDate statusEndDate"));

    /// <summary>CFPckgAssociation.</summary>
    public static readonly CaseClass Association = Own("CFAssociation", "associationType originNodeURI destinationNodeURI", "associationType originNodeURI destinationNodeURI",
        (CaseForm.Kind, "associationType"), (CaseForm.Whole, "sequenceNumber"), (CaseForm.End, "originNodeURI destinationNodeURI"), (CaseForm.Link, "CFAssociationGroupingURI"), (CaseForm.Text, "notes"));

    /// <summary>CFDefinition.</summary>
    public static readonly CaseClass Definitions = Of("CFDefinitions", "", "",
        (CaseForm.Parts, "CFConcepts CFSubjects CFLicenses CFItemTypes CFAssociationGroupings"), (CaseForm.Open, "extensions"));

    /// <summary>CFRubric.</summary>
    public static readonly CaseClass Rubric = Own("CFRubric", "", "", (CaseForm.Text, "title description"), (CaseForm.Parts, "CFRubricCriteria"));

    /// <summary>CFRubricCriterion.</summary>
    public static readonly CaseClass Criterion = Own("CFRubricCriterion", "", "",
        (CaseForm.Text, "category description"), (CaseForm.Link, "CFItemURI"), (CaseForm.Number, "weight"), (CaseForm.Whole, "position"), (CaseForm.Uuid, "rubricId"),
        (CaseForm.Parts, "CFRubricCriterionLevels"));

    /// <summary>CFRubricCriterionLevel. The standard makes its extensions a list.</summary>
    public static readonly CaseClass Level = Own("CFRubricCriterionLevel", "", "",
        (CaseForm.Text, "description quality feedback"), (CaseForm.Number, "score"), (CaseForm.Whole, "position"), (CaseForm.Uuid, "rubricCriterionId"), (CaseForm.Opens, "extensions"));

    /// <summary>LinkURI.</summary>
    public static readonly CaseClass Link = Of("LinkURI", "title identifier uri", "", (CaseForm.Text, "title"), (CaseForm.Uuid, "identifier"), (CaseForm.Address, "uri"));

    /// <summary>LinkGenURI.</summary>
    public static readonly CaseClass End = Of("LinkGenURI", "title identifier uri", "", (CaseForm.Text, "title identifier"), (CaseForm.Address, "uri"), (CaseForm.Target, "targetType"));

    private static readonly CaseClass[] OfKind =
    [
        Own("CFConcept", "title hierarchyCode", "", (CaseForm.Text, "title keywords hierarchyCode description")),
        Own("CFSubject", "title hierarchyCode", "", (CaseForm.Text, "title hierarchyCode description")),
        Own("CFLicense", "title licenseText", "", (CaseForm.Text, "title description licenseText")),
        Own("CFItemType", "title description hierarchyCode", "", (CaseForm.Text, "title description hierarchyCode typeCode")),
        Own("CFAssociationGrouping", "title", "", (CaseForm.Text, "title description")),
    ];

    /// <summary>The class of a kind of definition.</summary>
    public static CaseClass Definition(CaseDefinitionKind kind) => OfKind[(int)kind];

    // A class of objects with an identity of their own.
    private static CaseClass Own(string name, string required, string needed, params (CaseForm Form, string Names)[] fields)
    {
        var own = new List<(CaseForm, string)> { (CaseForm.Uuid, "identifier"), (CaseForm.Address, "uri"), (CaseForm.Moment, "lastChangeDateTime") };
        if (!fields.Any(one => one.Names == "extensions")) own.Add((CaseForm.Open, "extensions"));
        return Of(name, $"identifier uri lastChangeDateTime {required}", needed, [.. own, .. fields]);
    }

    private static CaseClass Of(string name, string required, string needed, params (CaseForm Form, string Names)[] fields) => new(
        name, fields.SelectMany(one => Words(one.Names).Select(field => (field, one.Form))).ToFrozenDictionary(one => one.field, one => one.Form, StringComparer.Ordinal),
        Words(required), Words(needed).ToFrozenSet(StringComparer.Ordinal));

    private static string[] Words(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
