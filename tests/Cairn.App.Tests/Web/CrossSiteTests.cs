using System.Net;
using Cairn.App.Access;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Web;

[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class CrossSiteTests(DemoSite demo)
{
    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE", "QUERY"];

    private string OneClickRoute => demo.Site.Routes.Single(one => one.Metadata.GetMetadata<OneClick>() is not null).RoutePattern.RawText!;

    // What a mailbox presses comes from another site: it has no cookie, and its address is sealed (StrangersTests holds that it is one).
    private IEnumerable<string> EveryAddress => demo.Site.Routes.Where(one => one.RoutePattern.RawText != OneClickRoute).Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')
        .Replace("{id:guid}", $"{demo.Own.Id.Value:N}", StringComparison.Ordinal).Replace("{**code:minlength(1)}", "RD.1", StringComparison.Ordinal)
        .Replace("{token}", "token", StringComparison.Ordinal).Replace("{**path}", "css/kit.css", StringComparison.Ordinal).Replace("{*path}", "nothing", StringComparison.Ordinal));

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("", "")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Sec-Fetch-Site", "same-origin, cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1")]
    [InlineData("Origin", "http://127.0.0.1.evil.example")]
    [InlineData("Referer", "http://127.0.0.1/learners")]
    public async Task What_another_site_sends_is_refused_at_every_route_and_by_every_unsafe_method(string header, string value)
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        (string, string)[] headers = header.Length == 0 ? [] : [(header, value)];
        foreach (var path in EveryAddress)
            foreach (var method in Unsafe)
                (await visitor.Send(new HttpMethod(method), path, headers)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_lie_about_the_origin_does_not_help_where_the_browser_says_cross_site()
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        var origin = demo.Site.Url.GetLeftPart(UriPartial.Authority);
        (await visitor.Send(HttpMethod.Post, "/sign-out", ("Sec-Fetch-Site", "cross-site"), ("Origin", origin))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_route_that_changes_something_is_open_to_the_sites_own_pages()
    {
        var changing = demo.Site.Routes.Where(one => one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) ?? false).ToList();
        // Which they are stands in the route matrix; that another site is refused at each, above.
        changing.Count.ShouldBeGreaterThan(50);
        foreach (var way in (string[])["Sec-Fetch-Site", "Origin"])
        {
            using var visitor = await demo.Site.As(demo.Teacher);
            var value = way == "Origin" ? demo.Site.Url.GetLeftPart(UriPartial.Authority) : "same-origin";
            (await visitor.Send(HttpMethod.Post, "/sign-out", (way, value))).Status.ShouldBe(HttpStatusCode.Found);
        }
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task Reading_is_never_turned_into_a_change_by_a_header(string header)
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        (await visitor.Get("/sign-out", (header, "POST"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get("/sign-out?_method=POST")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Abuse", "A13")]
    public async Task No_other_origin_is_ever_allowed_to_read()
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        foreach (var origin in (string[])["https://evil.example", "null"])
        {
            var page = await visitor.Get("/learners", ("Origin", origin));
            page.Headers.Keys.ShouldNotContain(one => one.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            page.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        }
    }

    [Theory]
    [Trait("Abuse", "A10")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Original-URL", "/framework")]
    [InlineData("Host", "evil.example")]
    public async Task A_claimed_host_never_reaches_a_page_or_a_redirect(string header, string value)
    {
        using var visitor = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/", "/learners", "/framework"])
        {
            var page = await visitor.Get(path, (header, value));
            page.Whole.ShouldNotContain("evil.example");
            page.Header("Location").ShouldNotContain("://");
        }
    }
}
