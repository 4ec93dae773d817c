using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Cairn.App.Tests.Web;

public sealed class HeadersTests(DemoSite demo)
{
    [Fact]
    public async Task Every_answer_carries_the_policy_whatever_it_is()
    {
        using var anonymous = demo.Site.Visitor();
        using var teacher = await demo.Site.As(demo.Teacher);
        var home = DemoSite.Home(demo.Own);
        var tag = (await teacher.Get(home)).Header("ETag");
        Carries(await anonymous.Get("/"), HttpStatusCode.OK);
        Carries(await anonymous.Get("/assets/css/kit.css"), HttpStatusCode.OK);
        Carries(await anonymous.Get("/assets/fonts/besley-600.woff2"), HttpStatusCode.OK);
        Carries(await anonymous.Get("/assets/nothing.css"), HttpStatusCode.NotFound);
        Carries(await anonymous.Get("/nothing"), HttpStatusCode.NotFound);
        Carries(await anonymous.Get("/favicon.ico"), HttpStatusCode.NotFound);
        Carries(await anonymous.Get("/sign-in/wrong"), HttpStatusCode.NotFound);
        Carries(await anonymous.Get("/learners"), HttpStatusCode.Unauthorized);
        Carries(await anonymous.Send(HttpMethod.Post, "/sign-out"), HttpStatusCode.Forbidden);
        Carries(await teacher.Get("/"), HttpStatusCode.Found);
        Carries(await teacher.Get("/learners"), HttpStatusCode.OK);
        Carries(await teacher.Get(home), HttpStatusCode.OK);
        Carries(await teacher.Get(home, ("If-None-Match", tag)), HttpStatusCode.NotModified);
        Carries(await teacher.Get(DemoSite.Home(demo.Other)), HttpStatusCode.NotFound);
        Carries(await teacher.Post("/sign-out"), HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {300}\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:99999\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    public async Task What_is_refused_before_anything_is_looked_for_carries_it_too(string request)
    {
        var answer = await Wire.Ask(demo.Site.Url, request.Replace("{host}", demo.Site.Url.Authority, StringComparison.Ordinal).Replace("{300}", new string('a', 300), StringComparison.Ordinal));
        answer.ShouldStartWith("HTTP/1.1 400 ");
        foreach (var line in (string[])["X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "frame-ancestors 'none'", "Referrer-Policy: no-referrer", "Cache-Control: no-store"]) answer.ShouldContain(line);
    }

    [Fact]
    public async Task The_policy_lets_no_inline_script_no_frame_and_no_other_host_in()
    {
        using var visitor = demo.Site.Visitor();
        var policy = (await visitor.Get("/")).Header("Content-Security-Policy");
        foreach (var part in (string[])["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"])
            policy.Split(';').Select(one => one.Trim()).ShouldContain(part);
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("data:");
        policy.ShouldNotContain("*");
    }

    [Fact]
    public async Task No_page_holds_what_the_policy_would_stop()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), DemoSite.Competency(demo.Own), DemoSite.Work(demo.Own), "/framework"])
        {
            var page = await teacher.Get(path);
            page.Body.ShouldNotContain(" style=", customMessage: path);
            page.Body.ShouldNotContain("<style", customMessage: path);
            page.Body.ShouldNotContain(" onclick=", customMessage: path);
            page.Body.ShouldNotContain("javascript:", customMessage: path);
            System.Text.RegularExpressions.Regex.Count(page.Body, "<script(?! [^>]*src=)").ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task A_page_of_the_record_is_kept_by_nobody_but_the_reader()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), DemoSite.Competency(demo.Own), DemoSite.Work(demo.Own), "/framework"])
        {
            var kept = (await teacher.Get(path)).Header("Cache-Control");
            kept.ShouldContain("private", customMessage: path);
            kept.ShouldContain("no-cache", customMessage: path);
        }
    }

    [Fact]
    [Trait("Abuse", "A9")]
    public async Task When_Cairn_breaks_the_page_is_calm_and_says_nothing_of_its_inside()
    {
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, demo.Actors, also: app =>
            app.MapGet("/broken", string () => throw new InvalidOperationException("the secret of record.db")));
        using var visitor = site.Visitor();
        foreach (var accept in (string[])["text/html", "application/json", "*/*"])
        {
            var page = await visitor.Get("/broken", ("Accept", accept));
            Carries(page, HttpStatusCode.InternalServerError);
            page.Body.ShouldContain("Cairn made a mistake");
            page.Whole.ShouldNotContain("secret");
            page.Whole.ShouldNotContain("Exception");
            page.Whole.ShouldNotContain("   at ");
        }
    }

    private static void Carries(Answer answer, HttpStatusCode status)
    {
        answer.Status.ShouldBe(status);
        answer.Header("Content-Security-Policy").ShouldContain("default-src 'none'");
        answer.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Server").ShouldBeEmpty();
        answer.Header("X-Powered-By").ShouldBeEmpty();
    }
}
