using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Cairn.App.Outbound;

namespace Cairn.App.Access.Providers;

/// <summary>Asks issuers who they are, through the one guarded way out, and remembers it for an hour. Nothing of it is taken from anywhere but the
/// issuer's own address, and nothing that it says leads a browser or us to where we would not go by ourselves.</summary>
internal sealed class ProviderDiscovery(OutboundClient client, SiteOptions options, TimeProvider clock)
{
    private const int Most = 256 << 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private static readonly string[] Json = ["application/json", "application/jwk-set+json"];

    private readonly ConcurrentDictionary<string, Discovered> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _failed = new(StringComparer.Ordinal);

    /// <summary>What an issuer says of itself; null where it cannot be asked, or says what cannot be.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="isAnew">Asks again, for a key that is not known, but not more often than once a minute.</param>
    public async Task<Discovered?> Of(string issuer, bool isAnew = false)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(issuer, out var known) && now - known.At < (isAnew ? LeastAge : Fresh)) return known;
        // An issuer that does not answer is not asked by everybody who waits for it.
        if (_failed.TryGetValue(issuer, out var failed) && now - failed < Rest) return null;
        if ((await Ask(issuer)).Found is not { } found)
        {
            _failed[issuer] = now;
            return null;
        }

        _failed.TryRemove(issuer, out _);
        return _known[issuer] = found with { At = now };
    }

    /// <summary>Asks an issuer now: what it says, or why nothing came of it.</summary>
    public async Task<(Discovered? Found, OutboundFault Fault)> Ask(string issuer)
    {
        if (!ProviderRules.IsIssuer(issuer, options.Outbound)) return (null, OutboundFault.Address);
        var said = await client.Fetch($"{issuer.TrimEnd('/')}/.well-known/openid-configuration", Json);
        if (said.Fault != OutboundFault.None || said.Bytes.Length > Most) return (null, said.Fault == OutboundFault.None ? OutboundFault.TooLarge : said.Fault);
        if (Read(said.Bytes, issuer) is not var (found, keys)) return (null, OutboundFault.Type);
        var shown = await client.Fetch(keys.AbsoluteUri, Json);
        if (shown.Fault != OutboundFault.None || shown.Bytes.Length > Most) return (null, shown.Fault == OutboundFault.None ? OutboundFault.TooLarge : shown.Fault);
        return PinnedKeys.Read(Encoding.UTF8.GetString(shown.Bytes)) is { Count: > 0 } pinned ? (found with { Keys = pinned }, OutboundFault.None) : (null, OutboundFault.Type);
    }

    private (Discovered Found, Uri Keys)? Read(byte[] bytes, string issuer)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            // Who answers at the address of an issuer is that issuer, or nobody (OpenID Connect Discovery 4.3). A slash at its end makes no other
            // address, and whoever set it up may have typed it either way; tokens are held to what it says itself.
            if (root.ValueKind != JsonValueKind.Object || Text(root, "issuer") is not { } named || named.TrimEnd('/') != issuer.TrimEnd('/')) return null;
            if (Address(root, "authorization_endpoint") is not { } authorize || Address(root, "token_endpoint") is not { } token || Address(root, "jwks_uri") is not { } keys) return null;
            var ways = root.TryGetProperty("token_endpoint_auth_methods_supported", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(one => one.ToString()).ToList() : null;
            return (new Discovered(named, authorize, token, [])
            {
                SaysIssuer = root.TryGetProperty("authorization_response_iss_parameter_supported", out var says) && says.ValueKind == JsonValueKind.True,
                TakesPost = ways is { Count: > 0 } && !ways.Contains("client_secret_basic", StringComparer.Ordinal),
            }, keys);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Uri? Address(JsonElement root, string name) => Text(root, name) is { Length: < 2000 } text && Uri.TryCreate(text, UriKind.Absolute, out var uri) && ProviderRules.IsSafe(uri, options.Outbound) ? uri : null;

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
