using Microsoft.IdentityModel.Tokens;

namespace Cairn.App.Access.Providers;

/// <summary>Of the keys that an issuer shows, those by which it may sign: RSA of 2048 bits or more by RS256, and the curve P-256 by ES256. Whatever
/// else stands there, such as a shared secret, is left out, so that no token can choose it.</summary>
internal static class PinnedKeys
{
    public static IReadOnlyList<string> Algorithms { get; } = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private const int MostKeys = 50;
    private const int LeastBits = 2048;

    /// <summary>The keys of a set as JSON; none where it is no set.</summary>
    public static IReadOnlyList<SecurityKey> Read(string json)
    {
        try
        {
            return [.. JsonWebKeySet.Create(json).Keys.Take(MostKeys).Where(IsOurs)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static bool IsOurs(JsonWebKey key)
    {
        if (key.HasPrivateKey || (key.Use is { Length: > 0 } use && use != "sig")) return false;
        return key.Kty switch
        {
            "RSA" => key.Alg is null or "" or SecurityAlgorithms.RsaSha256 && key is { N.Length: > 0, E.Length: > 0 } && key.KeySize >= LeastBits,
            "EC" => key.Alg is null or "" or SecurityAlgorithms.EcdsaSha256 && key is { Crv: "P-256", X.Length: > 0, Y.Length: > 0 },
            _ => false,
        };
    }
}
