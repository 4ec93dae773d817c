using MailKit.Security;

namespace Cairn.App.Notices;

/// <summary>By what server letters go: CAIRN_SMTP, such as <c>smtps://user:password@mail.example.org:465?from=cairn@example.org</c>. smtps speaks
/// TLS from the first byte, smtp asks for it (STARTTLS) and sends nothing without, but for this very machine.</summary>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is kept from others.</param>
/// <param name="From">The address that letters come from.</param>
/// <param name="User">The user; empty for none.</param>
/// <param name="Password">The password; never shown.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string From, string User, string Password)
{
    public const string Variable = "CAIRN_SMTP";

    /// <summary>Reads settings; null where none are said, or they cannot be read.</summary>
    public static MailSettings? Read(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != "smtp" && uri.Scheme != "smtps") || uri.Host.Length == 0) return null;
        var from = uri.Query.TrimStart('?').Split('&').FirstOrDefault(one => one.StartsWith("from=", StringComparison.Ordinal))?["from=".Length..];
        if (from is null || !Letter.IsAddress(Uri.UnescapeDataString(from))) return null;
        var user = uri.UserInfo.Split(':', 2);
        var security = uri.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : uri.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;
        return new MailSettings(uri.Host, uri.IsDefaultPort || uri.Port < 0 ? uri.Scheme == "smtps" ? 465 : 587 : uri.Port, security, Uri.UnescapeDataString(from), Uri.UnescapeDataString(user[0]), user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "");
    }

    /// <summary>Without the password: a record's own words would hold it.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
