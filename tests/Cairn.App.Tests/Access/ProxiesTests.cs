using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cairn.App.Access;
using Cairn.App.Running;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Access;

/// <summary>Who stands before Cairn is believed only where they were named; https brings its own headers and cookies.</summary>
[Trait("Abuse", "A10")]
public sealed class ProxiesTests(DemoSite demo)
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.1.2.0/24", true)]
    [InlineData("192.168.7.7", true)]
    [InlineData("fd12:3456::/32", true)]
    [InlineData("100.64.0.9", true)]
    [InlineData("0.0.0.0/0", false)]
    [InlineData("::/0", false)]
    [InlineData("10.0.0.0/7", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("203.0.113.0/24", false)]
    [InlineData("proxy.example", false)]
    [InlineData("", false)]
    public void Only_loopback_and_private_networks_can_be_believed(string text, bool isBelieved) => (Proxies.Read(text) is not null).ShouldBe(isBelieved);

    [Fact]
    public async Task Without_a_named_proxy_nothing_that_is_forwarded_is_believed()
    {
        using var visitor = demo.Site.Visitor();
        var page = await visitor.Get("/", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.5"), ("X-Forwarded-Host", "evil.example"));
        page.Header("Strict-Transport-Security").ShouldBeEmpty();
        page.Whole.ShouldNotContain("evil.example");
    }

    [Fact]
    public async Task A_variable_of_the_framework_does_not_make_it_believe_everybody()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");
        try
        {
            await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors);
            using var visitor = site.Visitor();
            (await visitor.Get("/", ("X-Forwarded-Proto", "https"))).Header("Strict-Transport-Security").ShouldBeEmpty();
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_FORWARDEDHEADERS_ENABLED", null);
        }
    }

    [Fact]
    public async Task Behind_a_named_proxy_that_says_https_the_cookie_is_bound_to_the_host()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, options: new SiteOptions { Proxies = [IPNetwork.Parse("127.0.0.0/8")] });
        using var visitor = new Visitor(site.Url, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.5"));
        var entered = await visitor.Get(site.Links.All[0].Path, ("X-Forwarded-Host", "evil.example"));
        entered.Header("Strict-Transport-Security").ShouldBe("max-age=31536000; includeSubDomains");
        entered.Header("Location").ShouldNotContain("evil");
        Bound(entered.Header("Set-Cookie"));

        // A cookie that a plain page could have set is none here, and the other way round.
        var token = entered.Header("Set-Cookie").Split('=')[1].Split(';')[0];
        (await visitor.Get("/learners", ("Cookie", $"cairn={token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var plain = site.Visitor();
        (await plain.Get("/learners", ("Cookie", $"__Host-cairn={token}"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var secure = new Visitor(site.Url, ("X-Forwarded-Proto", "https"), ("Cookie", $"__Host-cairn={token}"));
        (await secure.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
        var chosen = await secure.Send("/language", "language=es&back=/", "application/x-www-form-urlencoded");
        chosen.Header("Set-Cookie").ShouldStartWith("__Host-cairn-language=es;");
        chosen.Header("Set-Cookie").ShouldContain("secure", Case.Insensitive);
        secure.Dispose();
    }

    [Fact]
    public async Task Over_https_the_site_serves_its_certificate_and_takes_a_renewed_one_without_a_stop()
    {
        using var folder = new TempFolder();
        Write(folder, "first");
        var file = new CertificateFile(folder.Of("site.pem"), folder.Of("site.key"));
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, options: new SiteOptions { Certificate = file }, urls: "https://127.0.0.1:0");
        using var visitor = site.Visitor();
        Bound((await visitor.Get(site.Links.All[0].Path)).Header("Set-Cookie"));

        Write(folder, "second");
        File.SetLastWriteTimeUtc(folder.Of("site.pem"), DateTime.UtcNow.AddMinutes(1));
        file.Now.Subject.ShouldBe("CN=second");
        await File.WriteAllTextAsync(folder.Of("site.pem"), "half of it");
        file.Now.Subject.ShouldBe("CN=second");
        using var again = site.Visitor();
        (await again.Get("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static void Bound(string cookie)
    {
        cookie.ShouldStartWith("__Host-cairn=");
        foreach (var part in (string[])["secure", "httponly", "samesite=lax", "path=/"]) cookie.ShouldContain(part, Case.Insensitive);
        cookie.ShouldNotContain("domain=", Case.Insensitive);
    }

    private static void Write(TempFolder folder, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(folder.Of("site.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.Of("site.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
