using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cairn.App.Outbound;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Providers;

/// <summary>Gives a provider the code that a browser brought, and takes its token for it.</summary>
internal sealed class CodeExchange(OutboundClient client, Served served)
{
    private const int Most = 64 << 10;

    /// <summary>The token; null where the provider gives none. What else it gives is not asked for, and not kept.</summary>
    /// <param name="from">Where its doors are.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="asked">The question that the code answers.</param>
    /// <param name="code">The code.</param>
    /// <param name="back">The address that it was sent to.</param>
    public async Task<string?> Take(Discovered from, SignInProvider provider, AskedProvider asked, string code, string back)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = back, ["code_verifier"] = asked.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, from.Token);
        request.Headers.Accept.ParseAdd("application/json");
        var secret = ProviderSecret.Open(served.Folder, served.District!.Name, provider);
        if (secret is null || from.TakesPost) fields["client_id"] = provider.ClientId;
        if (secret is not null && from.TakesPost) fields["client_secret"] = secret;
        else if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Encoded(provider.ClientId)}:{Encoded(secret)}")));
        request.Content = new FormUrlEncodedContent(fields);
        try
        {
            using var response = await client.Client.SendAsync(request);
            if (response.StatusCode != System.Net.HttpStatusCode.OK || await response.Content.ReadAsByteArrayAsync() is not { Length: <= Most } bytes) return null;
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null;
        }
        catch (Exception wrong) when (wrong is OutboundRefusedException or JsonException)
        {
            return null;
        }
    }

    // As RFC 6749 2.3.1 has it: as in a form.
    private static string Encoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
