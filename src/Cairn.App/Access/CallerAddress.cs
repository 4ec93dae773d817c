using System.Net;
using System.Net.Sockets;

namespace Cairn.App.Access;

/// <summary>From where somebody asks, as limits count it.</summary>
internal static class CallerAddress
{
    /// <summary>An IPv4 address itself, and of an IPv6 address the network of 64 bits: one household or device has all of that.</summary>
    public static string Key(IPAddress? address)
    {
        if (address is null) return "none";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
