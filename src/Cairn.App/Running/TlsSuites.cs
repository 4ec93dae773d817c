using System.Net.Security;
using System.Security.Authentication;

namespace Cairn.App.Running;

/// <summary>What https is spoken with where Cairn itself ends it: TLS 1.3, and of TLS 1.2 what has keys of the moment and seals and checks in one (RFC
/// 9325). Elsewhere than on Linux the system has a list of its own.</summary>
internal static class TlsSuites
{
    private static readonly CipherSuitesPolicy? Good = !OperatingSystem.IsLinux() ? null : new CipherSuitesPolicy(
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384, TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]);

    public static void Set(SslServerAuthenticationOptions tls)
    {
        tls.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        if (Good is not null) tls.CipherSuitesPolicy = Good;
    }
}
