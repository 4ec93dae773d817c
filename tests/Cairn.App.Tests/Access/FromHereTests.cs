using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Http;

namespace Cairn.App.Tests.Access;

[Trait("Abuse", "A9")]
public sealed class FromHereTests(DemoSite demo)
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1:5080", "", true)]
    [InlineData("::1", "::1", "[::1]:5080", "", true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", "localhost", "", true)]
    [InlineData("203.0.113.5", "127.0.0.1", "localhost", "", false)]
    [InlineData("127.0.0.1", "203.0.113.5", "localhost", "", false)]
    [InlineData("203.0.113.5", "203.0.113.1", "127.0.0.1", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "learn.example.org", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1.evil.example", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost", "Forwarded", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "localhost", "Via", false)]
    public async Task It_is_from_here_where_both_ends_are_and_nobody_passed_it_on(string remote, string local, string host, string header, bool isFromHere)
    {
        var http = new DefaultHttpContext();
        (http.Connection.RemoteIpAddress, http.Connection.LocalIpAddress, http.Request.Host) = (IPAddress.Parse(remote), IPAddress.Parse(local), new HostString(host));
        if (header.Length > 0) http.Request.Headers[header] = "127.0.0.1";
        await FromHere.Note(http, _ => Task.CompletedTask);
        FromHere.Is(http).ShouldBe(isFromHere);
    }

    [Fact]
    public async Task A_connection_without_addresses_is_not_from_here()
    {
        var http = new DefaultHttpContext();
        await FromHere.Note(http, _ => Task.CompletedTask);
        FromHere.Is(http).ShouldBeFalse();
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.5")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Host", "evil.example")]
    public async Task What_a_proxy_passes_on_finds_no_measures_and_no_details(string header, string value)
    {
        using var visitor = demo.Site.Visitor();
        var nothing = await visitor.Get("/nothing", (header, value));
        var measures = await visitor.Get("/metrics", (header, value));
        measures.Status.ShouldBe(HttpStatusCode.NotFound);
        measures.Body.ShouldBe(nothing.Body);
        (await visitor.Get("/health/ready", (header, value))).Body.ShouldBe("ok\n");
    }

    [Fact]
    public async Task Measures_are_there_for_who_asks_on_this_machine()
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Get("/metrics")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.Get("/health/ready")).Body.ShouldBe("ok\ndatabase ok\nschema ok\ndisk ok\nwriter ok\nopen ok\n");
    }
}
