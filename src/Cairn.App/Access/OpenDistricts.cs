using System.Collections.Concurrent;
using Cairn.Storage;

namespace Cairn.App.Access;

/// <summary>
/// The districts that this process serves. One alone answers at every host name; of many each answers at its own, is opened on
/// first use and closed after it was idle for a while. What nobody asks for by its name does not open.
/// </summary>
internal sealed class OpenDistricts(DataFolder folder, District? only, TimeProvider clock, bool isMany = false) : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private volatile Served _only = Served.Of(folder, only);
    private District? _begun;
    private readonly Dictionary<string, Open> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string? District, DateTimeOffset LookedAt)> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _opening = new();

    /// <summary>What a host name asks for; held open until the lease ends.</summary>
    public Lease At(string host)
    {
        if (!isMany) return new Lease(_only, null);
        if (DistrictAt(host) is not { } name) return new Lease(Served.Of(folder, null), null);
        lock (_opening)
        {
            CloseIdle();
            if (!_open.TryGetValue(name, out var open))
                _open[name] = open = new Open(Served.Of(folder, District.OpenExisting(folder, name, toWrite: true, clock)));
            open.Users++;
            return new Lease(open.Served, () => Leave(open));
        }
    }

    /// <summary>From now on this process serves a district that has just begun; it is closed with the rest.</summary>
    public void Begin(District begun)
    {
        lock (_opening)
        {
            if (isMany || _only.District is not null) throw new InvalidOperationException("A district is served already.");
            _only = Served.Of(folder, _begun = begun);
        }
    }

    /// <summary>Districts that are open now.</summary>
    public IReadOnlyList<District> Now()
    {
        lock (_opening) return isMany ? [.. _open.Values.Select(one => one.Served.District!)] : _only.District is { } one ? [one] : [];
    }

    public async ValueTask DisposeAsync()
    {
        List<Open> all;
        lock (_opening)
        {
            all = [.. _open.Values];
            _open.Clear();
        }

        foreach (var one in all) await one.Served.District!.DisposeAsync();
        if (_begun is not null) await _begun.DisposeAsync();
    }

    private string? DistrictAt(string host)
    {
        var now = clock.GetUtcNow();
        if (_hosts.TryGetValue(host, out var known) && now - known.LookedAt < Trusted) return known.District;
        // A stranger may ask for any number of names.
        if (_hosts.Count > 10_000) _hosts.Clear();
        var found = folder.AtHost(host);
        _hosts[host] = (found, now);
        return found;
    }

    private void Leave(Open open)
    {
        lock (_opening)
        {
            open.Users--;
            open.LastUsed = clock.GetUtcNow();
        }
    }

    private void CloseIdle()
    {
        foreach (var (name, one) in _open.Where(one => one.Value.Users == 0 && clock.GetUtcNow() - one.Value.LastUsed > Idle).ToList())
        {
            _open.Remove(name);
            _ = one.Served.District!.DisposeAsync().AsTask();
        }
    }

    private sealed class Open(Served served)
    {
        public Served Served { get; } = served;

        public int Users { get; set; }

        public DateTimeOffset LastUsed { get; set; }
    }

    /// <summary>A district for one request.</summary>
    internal sealed class Lease(Served served, Action? leave) : IDisposable
    {
        public Served Served => served;

        public void Dispose() => leave?.Invoke();
    }
}
