using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cairn.Storage.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cairn.App.Access.Providers;

/// <summary>Who somebody is, as a provider's token says and its signature shows.</summary>
/// <param name="Subject">The subject: whom the provider means, for ever.</param>
/// <param name="Key">What the configured claim holds; empty for nothing, or where it holds an address.</param>
/// <param name="ProvedAt">When they proved it there, UTC; null where it does not say.</param>
/// <param name="Tenants">What the claims say that name a tenant.</param>
internal sealed record SaidIdentity(string Subject, string Key, DateTime? ProvedAt, IReadOnlyList<string> Tenants);

/// <summary>Reads the token of an issuer. The algorithm and the keys are ours to choose, and never the token's.</summary>
internal static class IdToken
{
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private const int Longest = 16 << 10;
    private const int LongestSubject = 255;
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>What the token says, or what is wrong with it, in a word for the journal.</summary>
    /// <param name="token">The token.</param>
    /// <param name="from">The issuer.</param>
    /// <param name="provider">The provider as the district describes it.</param>
    /// <param name="nonce">The nonce that it has to hold.</param>
    /// <param name="now">The moment, UTC.</param>
    public static async Task<(SaidIdentity? Said, string Wrong)> Read(string token, Discovered from, SignInProvider provider, string nonce, DateTime now)
    {
        if (token.Length > Longest || token.Split('.') is not [var head, var body, { Length: > 0 }] || Parse(head) is not { } header || Parse(body) is not { } claims) return (null, "form");
        using (header)
        using (claims)
        {
            if (Text(header, "typ") is { Length: > 0 } type && !type.Equals("JWT", StringComparison.OrdinalIgnoreCase)) return (null, "type");
            if (header.RootElement.TryGetProperty("crit", out _)) return (null, "type");
            if (Text(header, "alg") is not { } algorithm || !PinnedKeys.Algorithms.Contains(algorithm, StringComparer.Ordinal)) return (null, "algorithm");
            var read = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidAlgorithms = PinnedKeys.Algorithms, IssuerSigningKeys = from.Keys, ValidIssuer = from.Issuer, ValidAudience = provider.ClientId, RequireSignedTokens = true, RequireExpirationTime = true,
                RequireAudience = true, TryAllIssuerSigningKeys = true, LifetimeValidator = (begins, ends, _, _) => ends is { } end && end > now - Skew && (begins is not { } start || start <= now + Skew),
            });
            if (!read.IsValid) return (null, Word(read.Exception));
            if (Wrong(claims, provider.ClientId, nonce, now) is { Length: > 0 } wrong) return (null, wrong);
            return (Of(claims, from.Issuer, provider), "");
        }
    }

    private static string Wrong(JsonDocument claims, string client, string nonce, DateTime now)
    {
        // For several audiences it says which of them asked; where it says so at all, it was us.
        var isForMany = claims.RootElement.TryGetProperty("aud", out var audience) && audience.ValueKind == JsonValueKind.Array && audience.GetArrayLength() > 1;
        if (claims.RootElement.TryGetProperty("azp", out _) ? Text(claims, "azp") != client : isForMany) return "party";
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(Text(claims, "nonce") ?? ""))) return "nonce";
        if (Moment(claims, "iat") is not { } made || made > now + Skew || made < now - Oldest) return "time";
        return Text(claims, "sub") is { Length: > 0 and <= LongestSubject } subject && !subject.Any(char.IsControl) ? "" : "subject";
    }

    private static SaidIdentity Of(JsonDocument claims, string issuer, SignInProvider provider)
    {
        var key = provider.MatchClaim.Length == 0 ? "" : Plain(claims, provider.MatchClaim) ?? "";
        return new SaidIdentity(
            Text(claims, "sub")!,
            // An address is given to somebody else one day, whatever claim it stands in.
            key.Contains('@', StringComparison.Ordinal) ? "" : key,
            Moment(claims, "auth_time"),
            [.. ProviderPreset.TenantClaims(issuer).Select(name => Plain(claims, name)).OfType<string>()]);
    }

    private static string Word(Exception? wrong) => wrong switch
    {
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException => "time",
        SecurityTokenSignatureKeyNotFoundException => "key",
        SecurityTokenInvalidAlgorithmException => "algorithm",
        _ => "signature",
    };

    private static JsonDocument? Parse(string part)
    {
        try
        {
            var parsed = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part), Strict);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object) return parsed;
            parsed.Dispose();
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
        }

        return null;
    }

    private static string? Text(JsonDocument claims, string name) => claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Keys and tenants are numbers at some.
    private static string? Plain(JsonDocument claims, string name) => claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(claims, name);

    private static DateTime? Moment(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTime.UnixEpoch.AddSeconds(seconds) : null;
}
