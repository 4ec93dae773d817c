using Cairn.Learning;
using Cairn.Storage;

namespace Cairn.App.Features.Imports;

/// <summary>Ids of what a roster brings: made of the source and its keys, or those of rows that the district knew before.</summary>
internal sealed class RosterKeys(string source, IReadOnlyDictionary<(string Kind, string Key), Guid> known)
{
    private readonly Dictionary<(string Kind, string Key), Guid> _links = new(known);

    public List<SourceLink> New { get; } = [];

    public Guid Of(string kind, string key) => _links.TryGetValue((kind, key), out var id) ? id : NamedId.Of([source, kind, key]);

    /// <summary>From now on the source's key means a row that is there already.</summary>
    public void Link(string kind, string key, Guid id)
    {
        if (Of(kind, key) == id) return;
        _links[(kind, key)] = id;
        New.Add(new SourceLink(source, kind, key, id));
    }
}
