using System.Collections.Concurrent;
using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>Who came in by a link of the demonstration: in memory, for a day, unknown after the next start.</summary>
internal sealed class DemoSessions(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (Session Session, string District)> _open = new(StringComparer.Ordinal);

    public void Add(string hash, Actor actor, string district)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (one, session) in _open)
            if (session.Session.ExpiresAt <= now) _open.TryRemove(one, out _);
        _open[hash] = (new Session(actor, Guid.Empty, Guid.Empty) { ExpiresAt = now + Length, ProvedAt = now, Methods = SignInMethods.Demo }, district);
    }

    public Session? Find(string hash, string district) =>
        _open.TryGetValue(hash, out var session) && session.Session.ExpiresAt > clock.GetUtcNow().UtcDateTime && session.District == district ? session.Session : null;

    public void End(string hash) => _open.TryRemove(hash, out _);

    /// <summary>Ends those in which somebody acts as a person.</summary>
    public void EndFor(Guid person, string district)
    {
        foreach (var (one, session) in _open)
            if (session.Session.Actor.Person == person && session.District == district) _open.TryRemove(one, out _);
    }
}
