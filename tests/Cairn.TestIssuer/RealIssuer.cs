using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Cairn.TestIssuer;

/// <summary>A real provider: OpenIddict with its stores, PKCE required, keys of its own. Who signs in is said by the header X-Person, as the
/// claims that the token is to hold: it stands for the provider's own page of sign-in.</summary>
internal static class RealIssuer
{
    /// <summary>Sets it up over a database in memory, which lives as long as what is returned.</summary>
    public static SqliteConnection Add(IServiceCollection services)
    {
        var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        services.AddDbContext<DbContext>(options => options.UseSqlite(memory).UseOpenIddict());
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        return memory;
    }

    public static async Task Map(WebApplication site)
    {
        await using (var scope = site.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        site.MapGet("/connect/authorize", (Delegate)Authorize);
        site.MapPost("/test/clients", Register);
    }

    private static async Task<IResult> Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("This is no request of OpenID Connect.");
        if (http.Request.Headers["X-Person"].ToString() is not { Length: > 0 } said)
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Uri.UnescapeDataString(said))!)
        {
            if (value.ValueKind == JsonValueKind.Number) identity.SetClaim(name, value.GetInt64());
            else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) identity.SetClaim(name, value.GetBoolean());
            else identity.SetClaim(name, value.GetString());
        }

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        await Task.CompletedTask;
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static async Task<IResult> Register(NewClient client, IOpenIddictApplicationManager clients)
    {
        var made = new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id, ClientSecret = client.Secret, ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential, ConsentType = ConsentTypes.Implicit,
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile },
            RedirectUris = { client.Back },
        };
        await clients.CreateAsync(made);
        return Results.NoContent();
    }

    /// <summary>A client that a test makes known.</summary>
    internal sealed record NewClient(string Id, string? Secret, Uri Back);
}
