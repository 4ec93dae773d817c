using System.Text;
using Cairn.Storage;
using Cairn.Storage.Accounts;

namespace Cairn.App.Access.Providers;

/// <summary>The secret that a provider knows us by: sealed for this provider of this district, opened for one request only, and said nowhere.</summary>
internal static class ProviderSecret
{
    public static byte[]? Close(DataFolder folder, string district, Guid provider, string secret) =>
        secret.Length == 0 ? null : folder.Secrets.Close(Encoding.UTF8.GetBytes(secret), NameOf(district, provider));

    /// <summary>The secret; null where there is none. One that does not open was sealed elsewhere: it has to be written anew.</summary>
    public static string? Open(DataFolder folder, string district, SignInProvider provider) =>
        provider.ClientSecret is { } closed && folder.Secrets.Open(closed, NameOf(district, provider.Id)) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    private static string NameOf(string district, Guid provider) => $"provider/{district}/{provider:N}";
}
