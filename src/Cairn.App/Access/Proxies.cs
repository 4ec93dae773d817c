using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Cairn.App.Access;

/// <summary>
/// Reverse proxies that are believed. Of those that were named, and of nobody else, the address of the asker and the scheme are taken
/// from X-Forwarded-For and X-Forwarded-Proto. X-Forwarded-Host is never believed: a proxy passes Host on as it came.
/// </summary>
internal static class Proxies
{
    // Nobody on the internet is ever a proxy of ours.
    private static readonly IPNetwork[] Near =
    [
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>Reads an address or a network; null where it is none, or not loopback or private.</summary>
    public static IPNetwork? Read(string text)
    {
        if (!IPNetwork.TryParse(text, out var network))
        {
            if (!IPAddress.TryParse(text, out var one)) return null;
            network = new IPNetwork(one, one.GetAddressBytes().Length * 8);
        }

        return Array.Exists(Near, near => near.BaseAddress.AddressFamily == network.BaseAddress.AddressFamily && near.PrefixLength <= network.PrefixLength && near.Contains(network.BaseAddress)) ? network : null;
    }

    public static void UseProxies(this IApplicationBuilder app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        // What stands in there by itself is loopback, whether it was named or not.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }
}
