using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>The address that <c>serve</c> is given: what goes over a network goes by TLS, which a proxy in front speaks.</summary>
internal static class AddressLook
{
    public static CheckupFinding Of(string urls)
    {
        var all = urls.Split(';').Select(one => (Url: one, Uri: Uri.TryCreate(one.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri : null)).ToList();
        var open = all.Where(one => one.Uri is null or { Scheme: "http", IsLoopback: false }).Select(one => one.Url).ToList();
        return open.Count > 0
            ? new CheckupFinding("address", false, $"{string.Join(", ", open)} is open to the network without TLS: passwords and records would be read on their way", "serve on 127.0.0.1 and put a proxy with TLS in front of it, on this machine")
            : new CheckupFinding("address", true, $"{urls} answers on this machine alone", "for others, put a proxy with TLS in front of it, on this machine") { IsNote = true };
    }
}
