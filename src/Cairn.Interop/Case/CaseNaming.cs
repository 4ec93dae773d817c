using Cairn.Learning;
using Cairn.Learning.Frameworks;

namespace Cairn.Interop.Case;

/// <summary>Ids of what a package brings, made of its document's and its objects' identifiers: the same package gives the same
/// ids in every district, and two documents never share one. What was made here goes out under its own id, and comes back under it.</summary>
/// <param name="document">The document's identifier.</param>
/// <param name="known">The framework as it stands here: an identifier that is the id of one of its parts is that part. Null where it is new.</param>
public sealed class CaseNaming(string document, FrameworkContent? known = null)
{
    private readonly string _document = document.ToLowerInvariant();
    private readonly HashSet<Guid> _areas = [.. known?.Areas.Select(one => one.Id.Value) ?? []];
    private readonly HashSet<Guid> _targets = [.. known?.Targets.Select(one => one.Id.Value) ?? []];
    private readonly HashSet<Guid> _links = [.. known?.Associations.Select(one => one.Id.Value) ?? []];

    /// <summary>The framework.</summary>
    public FrameworkId Framework => new(NamedId.Of("case", "framework", _document));

    /// <summary>A version, by its number.</summary>
    public FrameworkVersionId Version(int number) => new(NamedId.Of("case", _document, "version", FormattableString.Invariant($"{number}")));

    /// <summary>An area; the document's own identifier names the area of items that stand alone.</summary>
    public AreaId Area(string identifier) => new(IsArea(identifier) ? Guid.Parse(identifier) : Of("area", identifier));

    /// <summary>A competency.</summary>
    public CompetencyId Competency(string identifier) => new(Guid.TryParseExact(identifier, "D", out var own) && known?.Find(new CompetencyId(own)) is not null ? own : Of("competency", identifier));

    /// <summary>A target.</summary>
    public TargetId Target(string identifier) => new(Guid.TryParseExact(identifier, "D", out var own) && _targets.Contains(own) ? own : Of("target", identifier));

    /// <summary>An association by its identifier, or by its place where it has none.</summary>
    public AssociationId Association(string identifier, int place) => new(Guid.TryParseExact(identifier, "D", out var own) && _links.Contains(own) ? own
        : Of("association", identifier.Length > 0 ? identifier : FormattableString.Invariant($"#{place}")));

    /// <summary>Is it the id of an area that was made here? Such an item is an area even where nothing stands under it.</summary>
    internal bool IsArea(string identifier) => Guid.TryParseExact(identifier, "D", out var own) && _areas.Contains(own);

    private Guid Of(string kind, string identifier) => NamedId.Of("case", _document, kind, identifier.ToLowerInvariant());
}
