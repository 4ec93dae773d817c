using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cairn.TestIssuer;

/// <summary>A provider that says whatever it is told to. A code is the recipe of its token: what stands in its head, what it claims, and how it
/// is signed. Each kind of forger lies in its own way where it says who it is.</summary>
internal static class Forger
{
    private static readonly RSA Own = RSA.Create(2048);
    private static readonly RSA Foreign = RSA.Create(2048);
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static void Map(WebApplication site)
    {
        site.MapGet("/forge/{kind}/.well-known/openid-configuration", Discovery);
        site.MapGet("/forge/{kind}/keys", (string kind) => Results.Json(new { keys = Keys(kind) }));
        site.MapPost("/forge/{kind}/token", Token);
    }

    private static IResult Discovery(string kind, HttpContext http)
    {
        var at = $"http://{http.Request.Host}/forge/{kind}";
        return kind switch
        {
            "redirect" => Results.Redirect("http://10.0.0.1/.well-known/openid-configuration"),
            "large" => Results.Text("{\"issuer\":\"" + new string('x', 6 << 20) + "\"}", "application/json"),
            "page" => Results.Text("<html>sign in</html>", "text/html"),
            _ => Results.Json(new
            {
                issuer = kind switch { "impostor" => "https://accounts.google.com", "slash" => at + "/", _ => at },
                authorization_endpoint = kind == "script" ? "javascript:alert(1)" : $"{at}/authorize",
                token_endpoint = kind == "inside" ? "http://10.0.0.1/token" : $"{at}/token",
                jwks_uri = kind == "insideKeys" ? "http://10.0.0.1/keys" : $"{at}/keys",
                response_types_supported = (string[])["code"],
                token_endpoint_auth_methods_supported = kind == "post" ? (string[])["client_secret_post"] : null,
                authorization_response_iss_parameter_supported = kind == "says",
            }),
        };
    }

    // Among the keys are some that nobody may use: one that is no secret as if it were, one too short, one for sealing.
    private static object[] Keys(string kind)
    {
        var (own, curve) = (Own.ExportParameters(includePrivateParameters: false), Curve.ExportParameters(includePrivateParameters: false));
        return kind == "none" ? [] :
        [
            new { kty = "RSA", use = "sig", kid = "own", n = Text(own.Modulus!), e = Text(own.Exponent!) },
            new { kty = "EC", use = "sig", kid = "curve", crv = "P-256", x = Text(curve.Q.X!), y = Text(curve.Q.Y!) },
            new { kty = "oct", use = "sig", kid = "oct", k = Text(Encoding.UTF8.GetBytes("a secret that everybody reads 1234")) },
            new { kty = "RSA", use = "enc", kid = "sealing", n = Text(Foreign.ExportParameters(false).Modulus!), e = Text(own.Exponent!) },
        ];
    }

    private static async Task<IResult> Token(string kind, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var recipe = JsonSerializer.Deserialize<Recipe>(Base64Url.DecodeFromChars(form["code"].ToString()))!;
        if (kind == "post" && form["client_secret"].ToString().Length == 0) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (form["code_verifier"].ToString().Length < 43) return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var claims = kind == "huge" ? $"{{\"more\":\"{new string('x', 20_000)}\",{recipe.Claims[1..]}" : recipe.Claims;
        var signed = $"{Text(Encoding.UTF8.GetBytes(recipe.Head))}.{Text(Encoding.UTF8.GetBytes(claims))}";
        return Results.Json(new { access_token = "nothing", token_type = "Bearer", expires_in = 60, id_token = $"{signed}.{Text(Sign(recipe.By, Encoding.UTF8.GetBytes(signed)))}" });
    }

    private static byte[] Sign(string by, byte[] signed) => by switch
    {
        "own" => Own.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "foreign" => Foreign.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "pss" => Own.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "curve" => Curve.SignData(signed, HashAlgorithmName.SHA256),
        // The public key as if it were a shared secret, in the ways that libraries have read it.
        "public" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Own.ExportSubjectPublicKeyInfoPem()), signed),
        "modulus" => HMACSHA256.HashData(Own.ExportParameters(false).Modulus!, signed),
        "oct" => HMACSHA256.HashData(Encoding.UTF8.GetBytes("a secret that everybody reads 1234"), signed),
        _ => [],
    };

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>How a token is forged.</summary>
    /// <param name="Head">Its head, as JSON.</param>
    /// <param name="Claims">Its claims, as JSON.</param>
    /// <param name="By">What it is signed by.</param>
    internal sealed record Recipe(string Head, string Claims, string By);
}
