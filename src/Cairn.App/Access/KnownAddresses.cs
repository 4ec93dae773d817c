namespace Cairn.App.Access;

/// <summary>Addresses from which somebody signed in lately; at most so many, the longest unused go first. One account makes only a
/// few of them known, so that who holds a single password gains nothing for a thousand machines.</summary>
internal sealed class KnownAddresses(TimeProvider clock, int most = 20_000)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly Throttle _new = new(clock, new Rate(5, TimeSpan.FromHours(12)));

    public bool Contains(string address) => _seen.TryGetValue(address, out var seen) && clock.GetUtcNow() - seen < Lately;

    /// <summary>An account came in from an address.</summary>
    public void Add(string address, string account)
    {
        if (!Contains(address) && _new.Take(account) > TimeSpan.Zero) return;
        _seen[address] = clock.GetUtcNow();
        if (_seen.Count <= most) return;
        foreach (var old in _seen.OrderBy(one => one.Value).Take(_seen.Count - (most / 2)).Select(one => one.Key).ToList()) _seen.Remove(old);
    }
}
