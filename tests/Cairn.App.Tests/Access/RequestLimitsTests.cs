using System.Net;
using System.Text;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Builder;

namespace Cairn.App.Tests.Access;

/// <summary>One request holds so much and no more, and takes so long and no longer: on a real connection.</summary>
[Trait("Abuse", "A14")]
public sealed class RequestLimitsTests(DemoSite demo)
{
    private const string SameOrigin = "Sec-Fetch-Site: same-origin\r\n";

    [Fact]
    public async Task A_body_above_a_megabyte_is_refused_before_it_is_read_and_while_it_is()
    {
        (await Ask($"POST /language HTTP/1.1\r\n{Host}{SameOrigin}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999999999\r\n\r\n")).ShouldStartWith("HTTP/1.1 413 ");
        var chunk = new string('a', 64 << 10);
        var body = new StringBuilder($"POST /language HTTP/1.1\r\n{Host}{SameOrigin}Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (var i = 0; i < 20; i++) body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n{chunk}\r\n");
        var answer = await Ask(body.Append("0\r\n\r\n").ToString());
        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("That is too large");
    }

    [Theory]
    [InlineData(65, 10, "431")]
    [InlineData(10, 3000, "431")]
    [InlineData(1, 10_000_000, "431")]
    [InlineData(40, 100, "200")]
    public async Task Headers_are_so_many_and_so_long(int count, int length, string status)
    {
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('a', length)}\r\n"));
        var answer = await Ask($"GET / HTTP/1.1\r\n{Host}{headers}Connection: close\r\n\r\n");
        // A header of ten megabytes is cut off while it is sent: then nothing may come back.
        if (length < 1_000_000 || answer.Length > 0) answer.ShouldStartWith($"HTTP/1.1 {status} ");
        if (status != "200") answer.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task An_address_above_eight_thousand_bytes_is_refused()
    {
        (await Ask($"GET /{new string('a', 9000)} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 414 ");
        (await Ask($"GET /?{new string('a', 7000)} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Theory]
    [InlineData(999, HttpStatusCode.Found)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    [InlineData(60_000, HttpStatusCode.BadRequest)]
    public async Task A_form_has_so_many_fields(int fields, HttpStatusCode status)
    {
        using var visitor = demo.Site.Visitor();
        var body = string.Join('&', Enumerable.Range(0, fields).Select(i => $"k{i}=v"));
        (await visitor.Send("/language", body, "application/x-www-form-urlencoded")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Keys_that_are_long_or_deep_or_collide_break_nothing()
    {
        using var visitor = demo.Site.Visitor();
        (await visitor.Send("/language", new string('k', 300) + "=v", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Send("/language", "a" + string.Concat(Enumerable.Repeat("[b]", 80)) + "=v", "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.Found);
        // Pairs that collide where a hash is not random: "Aa" and "BB".
        var keys = Enumerable.Range(0, 900).Select(i => string.Concat(Convert.ToString(i, 2).PadLeft(10, '0').Select(bit => bit == '0' ? "Aa" : "BB")));
        (await visitor.Send("/language", string.Join('&', keys.Select(key => key + "=v")), "application/x-www-form-urlencoded")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData(64, HttpStatusCode.OK)]
    [InlineData(65, HttpStatusCode.BadRequest)]
    [InlineData(10_000, HttpStatusCode.BadRequest)]
    public async Task Json_is_so_deep(int depth, HttpStatusCode status)
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, also: app => app.MapPost("/json", (JsonElement sent) => sent.ValueKind.ToString()));
        using var visitor = site.Visitor();
        (await visitor.Send("/json", new string('[', depth) + new string(']', depth), "application/json")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Who_sends_headers_drop_by_drop_is_cut_off()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, options: new SiteOptions { Limits = RequestLimits.Usual with { HeadersTime = TimeSpan.FromSeconds(1) } });
        await using var wire = await Wire.To(site.Url);
        await wire.Send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
        (await wire.ToEnd()).ShouldStartWith("HTTP/1.1 408 ");
    }

    [Fact]
    public async Task Who_sends_a_body_drop_by_drop_is_cut_off_and_nothing_is_changed()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, options: new SiteOptions { Limits = RequestLimits.Usual with { Pace = 10_000, Grace = TimeSpan.FromSeconds(1.5) } });
        await using var wire = await Wire.To(site.Url);
        await wire.Send($"POST /language HTTP/1.1\r\n{Host}{SameOrigin}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nlanguage=");
        var answer = await wire.ToEnd();
        answer.ShouldNotContain("Set-Cookie");
        if (answer.Length > 0) answer[..12].ShouldBeOneOf("HTTP/1.1 408", "HTTP/1.1 400");
    }

    [Fact]
    public async Task Of_more_connections_than_there_may_be_the_last_is_closed()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, options: new SiteOptions { Limits = RequestLimits.Usual with { Connections = 2 } });
        await using var first = await Wire.To(site.Url);
        await using var second = await Wire.To(site.Url);
        foreach (var wire in (Wire[])[first, second])
        {
            await wire.Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            (await wire.FirstLine()).ShouldBe("HTTP/1.1 200 OK");
        }

        await using var third = await Wire.To(site.Url);
        await third.Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        (await third.FirstLine()).ShouldBeEmpty();
    }

    private string Host => $"Host: {demo.Site.Url.Authority}\r\n";

    private Task<string> Ask(string sent) => Wire.Ask(demo.Site.Url, sent);
}
