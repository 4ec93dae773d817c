using Cairn.Learning;

namespace Cairn.Interop.Case;

/// <summary>Ids of what a package brings, made of its document's and its objects' identifiers: the same package gives the same
/// ids in every district, and two documents never share one.</summary>
/// <param name="document">The document's identifier.</param>
public sealed class CaseNaming(string document)
{
    private readonly string _document = document.ToLowerInvariant();

    /// <summary>The framework.</summary>
    public FrameworkId Framework => new(NamedId.Of("case", "framework", _document));

    /// <summary>A version, by its number.</summary>
    public FrameworkVersionId Version(int number) => new(NamedId.Of("case", _document, "version", FormattableString.Invariant($"{number}")));

    /// <summary>An area; the document's own identifier names the area of items that stand alone.</summary>
    public AreaId Area(string identifier) => new(Of("area", identifier));

    /// <summary>A competency.</summary>
    public CompetencyId Competency(string identifier) => new(Of("competency", identifier));

    /// <summary>A target.</summary>
    public TargetId Target(string identifier) => new(Of("target", identifier));

    /// <summary>An association by its identifier, or by its place where it has none.</summary>
    public AssociationId Association(string identifier, int place) => new(Of("association", identifier.Length > 0 ? identifier : FormattableString.Invariant($"#{place}")));

    private Guid Of(string kind, string identifier) => NamedId.Of("case", _document, kind, identifier.ToLowerInvariant());
}
