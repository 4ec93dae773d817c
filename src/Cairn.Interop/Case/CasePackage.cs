using System.Text.Json;

namespace Cairn.Interop.Case;

/// <summary>The version of CASE that a package is written in.</summary>
public enum CaseVersion
{
    /// <summary>CASE 1.0.</summary>
    V10,

    /// <summary>CASE 1.1.</summary>
    V11,
}

/// <summary>
/// A CFPackage, read whole: written again it has every field of every object. Pure: a change makes a new one
/// (<see cref="CaseChange"/>).
/// </summary>
public sealed class CasePackage
{
    internal CasePackage(
        JsonElement shell, CaseDocument document, IReadOnlyList<CaseItem> items, IReadOnlyList<CaseAssociation> associations, CaseDefinitions definitions, IReadOnlyList<CaseRubric> rubrics) =>
        (Shell, Document, Items, Associations, Definitions, Rubrics) = (shell, document, items, associations, definitions, rubrics);

    /// <summary>The document.</summary>
    public CaseDocument Document { get; }

    /// <summary>The items in the order of the file; one that is repeated word for word stands here twice.</summary>
    public IReadOnlyList<CaseItem> Items { get; }

    /// <summary>The associations in the order of the file.</summary>
    public IReadOnlyList<CaseAssociation> Associations { get; }

    /// <summary>Concepts, subjects, licences, item types, groupings.</summary>
    public CaseDefinitions Definitions { get; }

    /// <summary>Rubrics.</summary>
    public IReadOnlyList<CaseRubric> Rubrics { get; }

    /// <summary>The publisher's own fields (CASE 1.1).</summary>
    public JsonElement? Extensions => Shell.TryGetProperty("extensions", out var value) ? value : null;

    /// <summary>1.1 where the document says so, where its address does (v1p1), or where it or the package has extensions; else 1.0.</summary>
    public CaseVersion Version => Document.TextOf("caseVersion") is { } said
        ? said == "1.1" ? CaseVersion.V11 : CaseVersion.V10
        : Document.Uri?.Contains("/v1p1/", StringComparison.OrdinalIgnoreCase) == true || Document.Extensions is not null || Extensions is not null ? CaseVersion.V11 : CaseVersion.V10;

    // As it was read: unknown fields, nulls and the order of the parts.
    internal JsonElement Shell { get; }

    /// <summary>A package from nothing.</summary>
    /// <param name="document">The document.</param>
    /// <param name="items">Its items.</param>
    /// <param name="associations">What binds them.</param>
    public static CasePackage Of(CaseDocument document, IEnumerable<CaseItem> items, IEnumerable<CaseAssociation> associations) => new(
        JsonElement.Parse("""{"CFDocument":{},"CFItems":[],"CFAssociations":[]}"""), document, [.. items], [.. associations], new CaseDefinitions(null, _ => []), []);

    internal CasePackage With(
        CaseDocument? document = null, IReadOnlyList<CaseItem>? items = null, IReadOnlyList<CaseAssociation>? associations = null,
        CaseDefinitions? definitions = null, IReadOnlyList<CaseRubric>? rubrics = null) =>
        new(Shell, document ?? Document, items ?? Items, associations ?? Associations, definitions ?? Definitions, rubrics ?? Rubrics);
}
