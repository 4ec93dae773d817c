using System.Security.Cryptography;
using Cairn.App.Running;
using Cairn.Storage;

namespace Cairn.App.Cli;

/// <summary>The address that <c>serve</c> is given, and its certificate: what goes over a network goes by TLS, here or at a proxy in front.</summary>
internal static class AddressLook
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public static CheckupFinding Of(string urls, string? certificate, string? key, DateTime now)
    {
        var all = urls.Split(';').Select(one => (Url: one, Uri: Uri.TryCreate(one.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri : null)).ToList();
        var open = all.Where(one => one.Uri is null or { Scheme: "http", IsLoopback: false }).Select(one => one.Url).ToList();
        if (open.Count > 0)
            return new CheckupFinding("address", false, $"{string.Join(", ", open)} is open to the network without TLS: passwords and records would be read on their way", "give serve an https address with --certificate, or serve on 127.0.0.1 and put a proxy with TLS in front of it, named by --proxy");
        if (all.Exists(one => one.Uri is { Scheme: "https" }) || certificate is not null) return Certificate(urls, certificate, key, now);
        return new CheckupFinding("address", true, $"{urls} answers on this machine alone", "for others, give serve an https address with --certificate, or put a proxy with TLS in front of it, named by --proxy") { IsNote = true };
    }

    private static CheckupFinding Certificate(string urls, string? file, string? key, DateTime now)
    {
        if (file is null) return new CheckupFinding("address", false, $"{urls} needs a certificate, and none is named", "name the files as for serve: --certificate FILE --key FILE");
        try
        {
            using var one = new CertificateFile(file, key).Now;
            var until = one.NotAfter.ToUniversalTime();
            return new CheckupFinding("address", one.NotBefore.ToUniversalTime() <= now && until - now > Soon, $"the certificate is good from {one.NotBefore.ToUniversalTime():yyyy-MM-dd} until {until:yyyy-MM-dd HH:mm} UTC", "renew it and put the new one in the place of the old: serve reads it without a stop");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new CheckupFinding("address", false, $"{file} holds no certificate with its key, or cannot be read by this user", "name the files as for serve: PEM, and readable by the user that serves");
        }
    }
}
