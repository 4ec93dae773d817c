using Cairn.App.Access.Proofs;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Providers;

/// <summary>What came of an answer of a provider.</summary>
/// <param name="Asked">The question; null where this browser had none such open.</param>
/// <param name="Provider">The provider; null where it is not offered.</param>
/// <param name="Said">Who they are; null where that was not to be trusted.</param>
/// <param name="Why">Why not.</param>
/// <param name="Detail">What was wrong with the token, in a word for the journal.</param>
internal sealed record ProviderAnswer(AskedProvider? Asked, SignInProvider? Provider, SaidIdentity? Said, ProviderRefusal Why, string Detail = "");

/// <summary>Sends a browser to a provider, and reads what it brings back: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1,
/// RFC 9700).</summary>
internal sealed class ProviderFlow(Visit visit, ProviderDiscovery discovery, CodeExchange exchange, Carried carried, SpentQuestions spent, SiteAddress address)
{
    private const int LongestCode = 4000;

    /// <summary>Where a provider sends browsers back to: one address for each, whatever a request says.</summary>
    public static string BackPath(Guid provider) => $"/sign-in/with/{provider:N}/back";

    public string BackAddress(Guid provider) => address.Of(visit.Served) + BackPath(provider);

    /// <summary>The provider, while it is offered.</summary>
    public SignInProvider? Find(Guid id) => visit.Served.District is null ? null : visit.Db.SignInProviders.AsNoTracking().FirstOrDefault(one => one.Id == id && one.IsActive);

    /// <summary>The address that a browser is sent to, with its question put into it; null where the provider cannot be asked.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="back">Where they go on.</param>
    public async Task<string?> Begin(SignInProvider provider, ProviderPurpose purpose, string? back)
    {
        visit.HoldNothing();
        if (await discovery.Of(provider.Issuer) is not { } found) return null;
        var asked = AskedProvider.New(provider.Id, purpose, purpose == ProviderPurpose.Enter ? Guid.Empty : visit.Session!.Account, OwnPath.Of(back));
        asked.Put(carried);
        var question = new List<(string Name, string Value)>
        {
            ("response_type", "code"), ("client_id", provider.ClientId), ("redirect_uri", BackAddress(provider.Id)), ("scope", "openid"), ("state", asked.State), ("nonce", asked.Nonce),
            ("code_challenge", asked.Challenge), ("code_challenge_method", "S256"),
        };
        // A proof is one that is given now: that somebody is still signed in over there shows nothing.
        if (purpose == ProviderPurpose.Prove) question.AddRange([("prompt", "login"), ("max_age", "0")]);
        if (provider.Tenant.Length > 0 && ProviderPreset.TenantClaims(provider.Issuer) is ["hd"]) question.Add(("hd", provider.Tenant));
        var whole = string.Join('&', question.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));
        return $"{found.Authorize.AbsoluteUri}{(found.Authorize.Query.Length == 0 ? '?' : '&')}{whole}";
    }

    /// <summary>Reads what a browser brought back. Each question is answered once, whatever comes of it.</summary>
    public async Task<ProviderAnswer> Finish(Guid id, IQueryCollection query)
    {
        visit.HoldNothing();
        if (Find(id) is not { } provider) return new ProviderAnswer(null, null, null, ProviderRefusal.Stopped);
        if (AskedProvider.Take(carried, id, One(query, "state")) is not { } asked || !spent.Spend(asked.State, AskedProvider.Length)) return new ProviderAnswer(null, provider, null, ProviderRefusal.State);
        ProviderAnswer Refused(ProviderRefusal why, string detail = "") => new(asked, provider, null, why, detail);

        if (await discovery.Of(provider.Issuer) is not { } found) return Refused(ProviderRefusal.Unreachable);
        // Before anything else is believed of it: did this very issuer answer?
        if (query.ContainsKey("iss") ? One(query, "iss") != found.Issuer : found.SaysIssuer) return Refused(ProviderRefusal.Untrusted, "answer of another issuer");
        if (query.ContainsKey("error")) return One(query, "error") == "access_denied" ? Refused(ProviderRefusal.Cancelled) : Refused(ProviderRefusal.Unreachable, "the provider answered with an error");
        if (One(query, "code") is not { Length: > 0 and <= LongestCode } code || await exchange.Take(found, provider, asked, code, BackAddress(id)) is not { } token) return Refused(ProviderRefusal.Unreachable, "no token for the code");
        var (said, wrong) = await IdToken.Read(token, found, provider, asked.Nonce, visit.Now);
        // A key that is not known: the issuer may have changed its keys.
        if (wrong == "key" && await discovery.Of(provider.Issuer, isAnew: true) is { } newer && newer != found) (said, wrong) = await IdToken.Read(token, newer, provider, asked.Nonce, visit.Now);
        if (said is null) return Refused(ProviderRefusal.Untrusted, wrong);
        return IsTheirs(provider, said) ? new ProviderAnswer(asked, provider, said, ProviderRefusal.None) : Refused(ProviderRefusal.Tenant);
    }

    // Every claim that names a tenant names this one, and one does.
    private static bool IsTheirs(SignInProvider provider, SaidIdentity said) =>
        provider.Tenant.Length == 0 || (said.Tenants.Count > 0 && said.Tenants.All(one => one.Equals(provider.Tenant, StringComparison.OrdinalIgnoreCase)));

    private static string? One(IQueryCollection query, string name) => query[name] is { Count: 1 } only ? only[0] : null;
}
