using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>A way in to the demonstration.</summary>
/// <param name="Role">In what role.</param>
/// <param name="Actor">As whom.</param>
/// <param name="Where">Where the person belongs, such as the room.</param>
/// <param name="Token">The secret part of the address.</param>
internal sealed record DemoLink(string Role, Actor Actor, string Where, string Token)
{
    public string Path => $"/sign-in/{Token}";
}

/// <summary>
/// Sign-in links of a demonstration: random at each start, for a day, and only in a folder that is marked as one. The mark
/// is looked at again at each use, so that no other folder ever answers them.
/// </summary>
internal sealed class DemoLinks(DataFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);
    private readonly DateTimeOffset _until = clock.GetUtcNow() + Length;
    private Dictionary<string, DemoLink> _byHash = new(StringComparer.Ordinal);

    public IReadOnlyList<DemoLink> All { get; private set; } = [];

    /// <summary>Makes the links; none where the folder is not marked.</summary>
    public void Make(IEnumerable<(string Role, Actor Actor, string Where)> ways)
    {
        if (!folder.IsDemo) return;
        All = [.. ways.Select(way => new DemoLink(way.Role, way.Actor, way.Where, Sessions.NewToken()))];
        _byHash = All.ToDictionary(link => Sessions.Hash(link.Token), StringComparer.Ordinal);
    }

    /// <summary>As whom a token lets in; null for none.</summary>
    public Actor? Find(string token) =>
        folder.IsDemo && clock.GetUtcNow() < _until && _byHash.TryGetValue(Sessions.Hash(token), out var link) ? link.Actor : null;
}
