using System.Net;
using Cairn.App.Outbound;

namespace Cairn.App.Access.Providers;

/// <summary>What is wrong with a provider as somebody describes it.</summary>
internal enum ProviderFault
{
    None,

    /// <summary>It has no name, or one too long.</summary>
    Name,

    /// <summary>No https address without a query, or it names nobody's machine.</summary>
    Issuer,

    /// <summary>No name that it knows us by.</summary>
    Client,

    /// <summary>An address is no key: it is given to somebody else one day, and whoever runs the other system chooses it.</summary>
    Claim,

    /// <summary>One issuer for many districts: without the tenant its keys mean anybody.</summary>
    Tenant,

    /// <summary>Something else is too long.</summary>
    TooLong,
}

/// <summary>A provider as somebody describes it, on the page or at the command line.</summary>
/// <param name="Name">The name on its button.</param>
/// <param name="Issuer">Its issuer.</param>
/// <param name="ClientId">What it knows us by.</param>
/// <param name="Claim">The claim that holds the roster's key; empty where people add it to their account themselves.</param>
/// <param name="Source">The roster's source; empty for usernames.</param>
/// <param name="Tenant">The tenant; empty for any.</param>
internal sealed record ProviderAsked(string Name, string Issuer, string ClientId, string Claim, string Source, string Tenant);

/// <summary>What may be said of a provider.</summary>
internal static class ProviderRules
{
    public const int LongestName = 60;
    public const int LongestText = 300;
    public const int LongestSecret = 2000;

    // Claims that hold an address, or what looks like one and is given on like one.
    private static readonly string[] Addresses = ["upn", "preferred_username", "unique_name", "verified_primary_email"];

    /// <summary>What is wrong with it; None for nothing.</summary>
    public static ProviderFault Fault(ProviderAsked asked, OutboundRules rules)
    {
        if (asked.Name.Trim().Length is 0 or > LongestName) return ProviderFault.Name;
        if (!IsIssuer(asked.Issuer, rules)) return ProviderFault.Issuer;
        if (asked.ClientId.Length is 0 or > LongestText || asked.ClientId.Any(char.IsControl)) return ProviderFault.Client;
        if (asked.Claim.Contains("mail", StringComparison.OrdinalIgnoreCase) || Addresses.Contains(asked.Claim, StringComparer.OrdinalIgnoreCase)) return ProviderFault.Claim;
        if (asked.Tenant.Length == 0 && ProviderPreset.IsOfMany(asked.Issuer)) return ProviderFault.Tenant;
        return new[] { asked.Claim, asked.Source, asked.Tenant }.Any(one => one.Length > LongestText || one.Any(char.IsControl)) ? ProviderFault.TooLong : ProviderFault.None;
    }

    /// <summary>Is it an issuer: https, or, where an operator allows it, http on this very machine?</summary>
    public static bool IsIssuer(string issuer, OutboundRules rules) =>
        issuer.Length <= LongestText && Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0 && !issuer.Contains('#', StringComparison.Ordinal) && IsSafe(uri, rules);

    /// <summary>May a browser or we be sent there: https, or http on this very machine where that is allowed?</summary>
    public static bool IsSafe(Uri address, OutboundRules rules) => address is { IsAbsoluteUri: true, UserInfo.Length: 0, Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && rules.IsPlainAllowed && IPAddress.TryParse(address.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
