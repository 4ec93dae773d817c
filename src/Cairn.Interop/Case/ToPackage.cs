using Cairn.Learning;
using Cairn.Learning.Frameworks;

namespace Cairn.Interop.Case;

/// <summary>
/// One framework version as a package: what it was imported from, with only those fields changed that were changed here; or a
/// package of CASE 1.1 from nothing. Inactive parts that the source does not hold stay out; those it holds get a last day.
/// </summary>
public sealed class ToPackage
{
    // An address that says whose it is, and that nobody needs to reach: identifiers are what counts.
    private static readonly Uri Nowhere = new("https://cairn.invalid/ims/case/v1p1/");

    private readonly FrameworkContent _content;
    private readonly MakeCase _make;
    private readonly DateTime _changedAt;
    private readonly CaseNaming _naming;
    private readonly CasePackage? _source;
    private readonly Dictionary<Guid, CaseItem> _known = [];
    private readonly Dictionary<Guid, Guid?> _parents = [];
    private readonly Dictionary<Guid, CaseAssociation> _edges = [];
    private readonly Dictionary<Guid, CaseItem> _items = [];
    private readonly List<CaseItem> _put = [];
    private readonly List<CaseAssociation> _bound = [];
    private readonly Dictionary<Guid, int> _ranks = [];
    private readonly OrderedDictionary<(CaseObject Above, bool IsAlone), List<OrderedChild>> _children = [];
    private readonly HashSet<string> _unbound = new(StringComparer.OrdinalIgnoreCase);
    private readonly CaseOutline? _outline;
    private Dictionary<string, string>? _codes;

    private ToPackage(FrameworkContent content, CasePackage? source, Uri address, DateTime changedAt)
    {
        (_content, _source, _make, _changedAt) = (content, source, new MakeCase(address, changedAt), changedAt);
        _naming = new CaseNaming(source?.Document.Identifier ?? content.Framework.Id.Value.ToString("D"), content);
        if (source is null) return;
        _outline = CaseOutline.Of(source, _naming.IsArea);
        var tree = CaseTree.Of(source);
        foreach (var area in _outline.Areas)
        {
            var areaId = _naming.Area(area.Item?.Identifier ?? source.Document.Identifier).Value;
            if (area.Item is { } top) Know(areaId, top, null);
            foreach (var one in area.Competencies)
            {
                var id = _naming.Competency(one.Item.Identifier).Value;
                Know(id, one.Item, area.Item is null ? null : areaId);
                foreach (var target in one.Targets) Know(_naming.Target(target.Item.Identifier).Value, target.Item, id);
            }
        }

        void Know(Guid id, CaseItem item, Guid? parent)
        {
            (_known[id], _parents[id], _ranks[id]) = (item, parent, _ranks.Count);
            if (tree.Find(item.Identifier)?.By is { } by) _edges[id] = by;
        }
    }

    /// <summary>Makes the package.</summary>
    /// <param name="content">The framework version.</param>
    /// <param name="source">The package it was imported from; null where it was authored here.</param>
    /// <param name="creator">Who makes it, where it is made from nothing.</param>
    /// <param name="address">Where what is made here can be found.</param>
    /// <param name="changedAt">When it was changed last, UTC.</param>
    public static CasePackage Of(FrameworkContent content, CasePackage? source, string creator, Uri address, DateTime changedAt) =>
        new ToPackage(content, source, address, changedAt).Make(creator);

    /// <summary>Makes the package, with addresses that nobody needs to reach, as of the day the version was adopted.</summary>
    /// <inheritdoc cref="Of(FrameworkContent, CasePackage?, string, Uri, DateTime)" path="/param"/>
    public static CasePackage Of(FrameworkContent content, CasePackage? source, string creator) => Of(content, source, creator, Nowhere, content.Version.AdoptedAt ?? DateTime.UnixEpoch);

    private CasePackage Make(string creator)
    {
        var document = _source?.Document ?? _make.Document(Guid.TryParse(_content.Framework.Identifier, out var given) ? given : _content.Framework.Id.Value, _content.Framework.Title, creator);
        if (_source is not null && document.Title is { Length: > 0 } title && title != _content.Framework.Title) document = document.With(_changedAt, ("title", _content.Framework.Title));
        var alone = _source is null ? Guid.Empty : _naming.Area(_source.Document.Identifier).Value;
        foreach (var area in _content.Areas.Where(one => one.Id.Value != alone))
            Put(area.Id.Value, null, area.Code, area.Title, "", area.IsActive, document);
        foreach (var one in _content.Competencies)
            Put(one.Id.Value, one.Area.Value == alone ? null : one.Area.Value, one.Code, one.Title, Official(one.OfficialStatement, one.Statement), one.IsActive, document, one.Area.Value == alone);
        foreach (var one in _content.Targets)
            Put(one.Id.Value, one.Competency.Value, one.Code, one.Title, Official(one.OfficialStatement, one.Statement), one.IsActive, document);
        foreach (var ((above, _), children) in _children) Bind(above, children);
        Bind();
        var package = _source is null ? CasePackage.Of(document, _put, _bound)
            : _source.WithDocument(document).WithoutAssociations(_unbound).WithItems(_put).WithAssociations(_bound);
        return LevelRubric.Of(_content, _source, _items, _make) is { } rubric ? package.WithRubrics([rubric]) : package;
    }

    private void Put(Guid id, Guid? parent, string code, string title, string statement, bool isActive, CaseDocument document, bool isAlone = false)
    {
        var words = statement.Length > 0 ? statement : title;
        if (!_known.TryGetValue(id, out var item))
        {
            if (!isActive || (parent is { } needed && !_items.ContainsKey(needed))) return;
            item = _make.Item(id, words).With(_changedAt, ("humanCodingScheme", code), ("abbreviatedStatement", title));
            _put.Add(item);
        }
        else if (Changes(item, code, title, statement, isActive) is { Count: > 0 } changes)
        {
            item = item.With(_changedAt, [.. changes]);
            _put.Add(item);
        }

        _items[id] = item;
        var above = parent is { } under && _items.TryGetValue(under, out var found) ? (CaseObject)found : document;
        var stays = _known.ContainsKey(id) && _parents[id] == parent;
        var by = _edges.GetValueOrDefault(id);
        if (!stays && by is not null) _unbound.Add(by.Identifier);
        if (!_children.TryGetValue((above, isAlone), out var children)) _children[(above, isAlone)] = children = [];
        children.Add(new OrderedChild(item, stays ? by : null, stays ? _ranks[id] : null, stays && by is not null && !CaseIds.Same.Equals(by.Destination.Identifier ?? above.Identifier, above.Identifier)));
    }

    private void Bind(CaseObject above, List<OrderedChild> children)
    {
        foreach (var (one, number) in children.Zip(ChildOrder.Of(children)))
        {
            if (one.Kept is { } kept && (kept.SequenceNumber == number || kept.Identifier.Length == 0)) continue;
            if (one.Kept is not null) _bound.Add(one.Kept.Numbered(_changedAt, number));
            else if (one.Rank is null || number is not null)
                _bound.Add(_make.Association(NamedId.Of("case", "child", one.Item.Identifier, above.Identifier), CaseAssociationType.IsChildOf, MakeCase.LinkTo(one.Item), MakeCase.LinkTo(above), (int?)number));
        }
    }

    private List<(string, string?)> Changes(CaseItem item, string code, string title, string statement, bool isActive)
    {
        var changes = new List<(string, string?)>();
        var outlined = _codes ??= OutlinedCodes();
        if (code != outlined[item.Identifier] && code != item.HumanCodingScheme?.Trim()) changes.Add(("humanCodingScheme", code));
        if (title != FromPackage.ShortTitle(item)) changes.Add(("abbreviatedStatement", title));
        if (statement.Length > 0 && statement != item.FullStatement) changes.Add(("fullStatement", statement));
        if (!isActive && item.StatusEndDate is null) changes.Add(("statusEndDate", _changedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        return changes;
    }

    private Dictionary<string, string> OutlinedCodes() => _outline!.Areas.Where(one => one.Item is not null).Select(one => (one.Item!.Identifier, one.Code))
        .Concat(_outline.Competencies.Select(one => (one.Item.Identifier, one.Code))).Concat(_outline.Targets.Select(one => (one.Item.Identifier, one.Code)))
        .ToDictionary(one => one.Identifier, one => one.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Links that were made or taken away here, and exemplars that have an address.</summary>
    private void Bind()
    {
        var places = _source?.Associations.Select((one, place) => (One: one, Place: place)).ToDictionary<(CaseAssociation One, int Place), CaseAssociation, int>(pair => pair.One, pair => pair.Place, ReferenceEqualityComparer.Instance);
        var known = _outline?.Associations.ToLookup(one => _naming.Association(one.Identifier, places![one])) ?? Array.Empty<CaseAssociation>().ToLookup(_ => default(AssociationId));
        var kept = _content.Associations.Select(one => one.Id).ToHashSet();
        foreach (var gone in known.Where(one => !kept.Contains(one.Key)).SelectMany(one => one).Where(one => one.Identifier.Length > 0)) _unbound.Add(gone.Identifier);
        foreach (var one in _content.Associations.Where(one => !known.Contains(one.Id)))
            if (End(one.Origin, one.OriginText) is { } origin && End(one.Destination, one.DestinationText) is { } destination && CaseAssociationType.IsKnown(CaseKinds.TypeOf(one)))
                _bound.Add(_make.Association(one.Id.Value, CaseKinds.TypeOf(one), origin, destination));
        foreach (var one in _content.Exemplars.SelectMany(one => one).Where(one => one.Address.Length > 0))
            if (_items.TryGetValue(one.Competency.Value, out var item) && End(null, one.Address, one.Title) is { } work && !IsBound(one.Id.Value, work))
                _bound.Add(_make.Association(one.Id.Value, CaseAssociationType.Exemplar, MakeCase.LinkTo(item), work));
    }

    private bool IsBound(Guid id, CaseLink to) => _source?.Associations.Any(one => one.Identifier == id.ToString("D") && one.Destination == to) == true;

    private CaseLink? End(Guid? node, string text, string? title = null) =>
        node is { } id ? _items.TryGetValue(id, out var item) ? MakeCase.LinkTo(item) : null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? new CaseLink(title ?? text, NamedId.Of("case", "outside", text).ToString("D"), FieldCheck.IsAddress(text) ? text : address.AbsoluteUri) : null;

    private static string Official(string official, string statement) => official.Length > 0 ? official : statement;
}
