using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cairn.App.Running;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Running;

/// <summary>Where Cairn itself ends https, only good suites are spoken, on a real connection.</summary>
[SupportedOSPlatform("linux")]
public sealed class TlsSuitesTests(DemoSite demo)
{
    [Theory]
    [InlineData(SslProtocols.Tls13, TlsCipherSuite.TLS_AES_256_GCM_SHA384)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384)]
    [InlineData(SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256)]
    public async Task Good_ones_are_spoken(SslProtocols version, TlsCipherSuite suite)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Elsewhere the system has a list of its own.");
        await using var site = await Site();

        (await Shake(site.Url.Port, version, suite)).ShouldBe(suite);
    }

    [Fact]
    public async Task One_without_a_check_in_it_is_not_although_the_platform_would()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Elsewhere the system has a list of its own.");
        const TlsCipherSuite Old = TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256;
        await using var site = await Site();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var usual = Usual(listener);

        (await Shake(((IPEndPoint)listener.LocalEndpoint).Port, SslProtocols.Tls12, Old)).ShouldBe(Old, "this very client speaks it");
        await usual;
        await Should.ThrowAsync<Exception>(() => Shake(site.Url.Port, SslProtocols.Tls12, Old));
        (await Shake(site.Url.Port, SslProtocols.Tls12, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)).ShouldNotBe(Old, "and the site still answers");
    }

    private static async Task<TlsCipherSuite> Shake(int port, SslProtocols version, TlsCipherSuite suite)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
#pragma warning disable CA5359 // The certificate is the test's own; what is tested is the suite.
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = version, CipherSuitesPolicy = new CipherSuitesPolicy([suite]) }, TestContext.Current.CancellationToken);
        return tls.NegotiatedCipherSuite;
    }

    private static async Task Usual(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
        using var made = Made();
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = made }, TestContext.Current.CancellationToken);
    }

    private async Task<RunningSite> Site()
    {
        using var folder = new TempFolder();
        using var made = Made();
        await File.WriteAllTextAsync(folder.Of("site.pem"), made.ExportCertificatePem() + "\n" + made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var file = new CertificateFile(folder.Of("site.pem"), null);
        return await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, options: new SiteOptions { Certificate = file }, urls: "https://127.0.0.1:0");
    }

    private static X509Certificate2 Made()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
