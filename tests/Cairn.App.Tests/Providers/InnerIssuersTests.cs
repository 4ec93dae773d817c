using System.Net;
using Cairn.App.Tests.Accounts;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Providers;

/// <summary>As a district runs it: no issuer leads inside, whoever names it.</summary>
[Trait("Abuse", "K5")]
public sealed class InnerIssuersTests : IAsyncLifetime
{
    private AccountsSite _cairn = null!;

    public async ValueTask InitializeAsync() => _cairn = await AccountsSite.Start();

    public ValueTask DisposeAsync() => _cairn.DisposeAsync();

    [Fact]
    public async Task No_issuer_leads_inside_and_nothing_is_kept_of_one_that_would()
    {
        var key = await _cairn.Staff("lead", ActorKind.Leader, _cairn.Leader);
        using var leader = await _cairn.SignedIn("lead", key);
        var real = await IssuerProcess.Real();
        string[] addresses =
        [
            real, real.Replace("http:", "https:", StringComparison.Ordinal), "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest", "https://0x7f.1/", "https://2130706433/", "https://10.0.0.1", "https://192.168.1.1",
            "https://[::ffff:127.0.0.1]/", "https://localhost/", "http://accounts.google.com", "file:///etc/passwd", "gopher://127.0.0.1:25/", "https://user:password@example.org", "https://example.org/?x=1", "https://example.org/#x", "javascript:alert(1)", "", "example.org",
        ];
        foreach (var address in addresses)
        {
            var page = await ProviderPagesTests.Add(leader, address, tenant: "x");
            page.Status.ShouldBe(HttpStatusCode.BadRequest, address);
            page.Body.ShouldContain("id=\"issuer-error\"", customMessage: address);
        }

        using var db = _cairn.District.Open();
        db.SignInProviders.AsNoTracking().ShouldBeEmpty();
    }
}
