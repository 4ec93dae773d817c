using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>Who is signed in: random tokens, kept as their hashes, in memory, for a day. Real sign-in comes with people and access.</summary>
internal sealed class Sessions(TimeProvider clock)
{
    public const string Cookie = "cairn";
    private static readonly TimeSpan Length = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (Actor Actor, string District, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);

    /// <summary>A token nobody can guess: 256 bits.</summary>
    public static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Begins a session; it holds in the one district only.</summary>
    public string Begin(Actor actor, string district)
    {
        foreach (var (hash, session) in _open)
            if (session.Until <= clock.GetUtcNow()) _open.TryRemove(hash, out _);
        var token = NewToken();
        _open[Hash(token)] = (actor, district, clock.GetUtcNow() + Length);
        return token;
    }

    public Actor? Find(string? token, string? district) =>
        token is { Length: > 0 and < 100 } && _open.TryGetValue(Hash(token), out var session) && session.Until > clock.GetUtcNow() && session.District == district ? session.Actor : null;

    public void End(string? token)
    {
        if (token is not null) _open.TryRemove(Hash(token), out _);
    }
}
