using System.Collections.Concurrent;

namespace Cairn.App.Access;

/// <summary>Sessions that were read lately, for ten seconds: so long at most does another node serve one that was ended.</summary>
internal sealed class KnownSessions(TimeProvider clock)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, (Session Session, DateTime LookedAt)> _known = new(StringComparer.Ordinal);

    public Session? Find(string key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A clock that is set back makes nothing older than it is.
        return _known.TryGetValue(key, out var known) && now >= known.LookedAt && now - known.LookedAt < Trusted && known.Session.ExpiresAt > now ? known.Session : null;
    }

    public void Add(string key, Session session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_known.Count >= Most) Forget(_ => true);
        _known[key] = (session, now);
    }

    /// <summary>Forgets what is ended: it is read again when it is asked for.</summary>
    public void Forget(Func<Session, bool> which)
    {
        foreach (var (key, known) in _known)
            if (which(known.Session)) _known.TryRemove(key, out _);
    }

    public void Forget(string key) => _known.TryRemove(key, out _);
}
