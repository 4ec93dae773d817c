using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cairn.App.Access.Providers;

/// <summary>What for somebody was sent to a provider.</summary>
internal enum ProviderPurpose
{
    /// <summary>To come in.</summary>
    Enter,

    /// <summary>To add it to the account that is signed in.</summary>
    Link,

    /// <summary>To prove again who they are.</summary>
    Prove,
}

/// <summary>The question that a browser has open at a provider, carried sealed in it for ten minutes and answered once.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="State">What the answer has to bring back.</param>
/// <param name="Nonce">What its token has to hold.</param>
/// <param name="Verifier">What proves that whoever asked is whoever comes with the code (PKCE).</param>
/// <param name="Purpose">What for.</param>
/// <param name="Account">The account that asks; empty for who comes in.</param>
/// <param name="Back">Where they wanted to go.</param>
internal sealed record AskedProvider(Guid Provider, string State, string Nonce, string Verifier, ProviderPurpose Purpose, Guid Account, string? Back)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private const string Cookie = "provider";

    public static AskedProvider New(Guid provider, ProviderPurpose purpose, Guid account, string? back) =>
        new(provider, Sessions.NewToken(), Sessions.NewToken(), Sessions.NewToken(), purpose, account, back);

    /// <summary>The verifier as the provider sees it before (S256).</summary>
    public string Challenge => System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public void Put(Carried carried) => carried.Put(Cookie, JsonSerializer.Serialize(this), Length);

    /// <summary>The question that an answer of a provider belongs to; null where this browser has none such open. What does not fit leaves the
    /// open one alone: a stranger who sends somebody here ends nothing.</summary>
    public static AskedProvider? Take(Carried carried, Guid provider, string? state)
    {
        if (carried.Read(Cookie) is not { } text || JsonSerializer.Deserialize<AskedProvider>(text) is not { } asked || asked.Provider != provider) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(asked.State), Encoding.UTF8.GetBytes(state ?? ""))) return null;
        carried.Drop(Cookie);
        return asked;
    }
}
