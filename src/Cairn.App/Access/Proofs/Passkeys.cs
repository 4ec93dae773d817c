using System.Buffers.Text;
using System.Text.Json;
using Cairn.App.Access.Accounts;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Cairn.App.Access.Proofs;

/// <summary>Passkeys: made, and asked for. The question is carried sealed in the browser, and answered once.</summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, AccountStore store, Carried carried, SpentQuestions spent, IHttpContextAccessor http)
{
    private const string Cookie = "passkey";
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    /// <summary>What a browser needs to make a passkey for an account, as JSON. No name of a person is in it: the device shows it to anybody.</summary>
    public async Task<string> OfferToMake(Account account)
    {
        var options = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString("N"), Name = account.Login, DisplayName = account.Login }, http.HttpContext!);
        carried.Put(Cookie, options.AttestationState ?? "", Length);
        return options.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that a browser made; false where it is none, or answers another question.</summary>
    public async Task<bool> Keep(Account account, string credential, string name)
    {
        if (await Made(account.Id, credential, name) is not { } made) return false;
        // It is known already: this browser holds it.
        if (await store.FindByPasskeyIdAsync(made.CredentialId, default) is not null) return false;
        await Keep(account, made);
        return true;
    }

    /// <summary>Keeps a passkey that was looked at.</summary>
    public Task Keep(Account account, UserPasskeyInfo made) => store.AddOrUpdatePasskeyAsync(account, made, default);

    /// <summary>The passkey that a browser made for an account, which need not be there yet; null where it is none, or answers another question.</summary>
    public async Task<UserPasskeyInfo?> Made(Guid account, string credential, string name)
    {
        if (Question() is not { } state || credential.Length is 0 or > 20_000) return null;
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http.HttpContext!, AttestationState = state, CredentialJson = credential });
        if (!made.Succeeded || made.UserEntity.Id != account.ToString("N") || !made.Passkey.IsUserVerified) return null;
        made.Passkey.Name = name;
        return made.Passkey;
    }

    /// <summary>What a browser needs to be asked for a passkey, as JSON: of one account, or of whoever is there.</summary>
    public async Task<string> OfferToProve(Account? account)
    {
        var options = await handler.MakeRequestOptionsAsync(account, http.HttpContext!);
        carried.Put(Cookie, options.AssertionState ?? "", Length);
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey it was; null where it is nobody's, or answers another question.</summary>
    public async Task<Account?> Prove(string credential)
    {
        if (Question() is not { } state || credential.Length is 0 or > 20_000) return null;
        var proved = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http.HttpContext!, AssertionState = state, CredentialJson = credential });
        // Without its owner's finger or code it is one factor, and it counts as two.
        if (!proved.Succeeded || !proved.Passkey.IsUserVerified || proved.User.EndedAt is not null) return null;
        await store.AddOrUpdatePasskeyAsync(proved.User, proved.Passkey, default);
        return proved.User;
    }

    /// <summary>Whose passkey a credential says that it is, whether or not it proves it; null for nobody's.</summary>
    public async Task<Account?> Named(string credential)
    {
        if (credential.Length is 0 or > 20_000) return null;
        try
        {
            using var json = JsonDocument.Parse(credential);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? await store.FindByPasskeyIdAsync(Base64Url.DecodeFromChars(id.GetString()), default) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // Asked once: whoever overheard question and answer has neither.
    private string? Question()
    {
        var state = carried.Read(Cookie);
        carried.Drop(Cookie);
        return state is { Length: > 0 } && spent.Spend(state, Length) ? state : null;
    }
}
