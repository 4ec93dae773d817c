using System.Net;

namespace Cairn.App.Outbound;

/// <summary>Finds the addresses of a host.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>Where Cairn may fetch from, how much, and how long that may take.</summary>
internal sealed record OutboundRules
{
    /// <summary>May it be http without TLS? Only where an operator says so.</summary>
    public bool IsPlainAllowed { get; init; }

    /// <summary>Networks that are not of the open internet and may be reached all the same: an operator's own, named one by one.</summary>
    public IReadOnlyList<IPNetwork> Inside { get; init; } = [];

    /// <summary>Bytes of one answer.</summary>
    public int Most { get; init; } = 5 << 20;

    /// <summary>From the first name to the last byte, with every redirect.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(15);

    public int Redirects { get; init; } = 3;

    public Resolve Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public bool MayReach(IPAddress address) => PublicAddress.Is(address) || (!address.IsIPv4MappedToIPv6 && Inside.Any(network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)));
}
