using System.Net;
using Cairn.App.Access;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Web;

/// <summary>What somebody who is nobody here tries at the door of the whole site.</summary>
[Trait(Engines.Trait, Engines.Sqlite)]
public sealed class StrangersTests(DemoSite demo)
{
    private IEnumerable<RouteEndpoint> Unsafe => demo.Site.Routes.Where(one => one.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS")) ?? false);

    [Theory]
    [Trait("Abuse", "A9")]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    [InlineData("/record.db")]
    [InlineData("/districts/default/record.db")]
    [InlineData("/directory.key")]
    [InlineData("/backup.zip")]
    [InlineData("/record.db.bak")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/appsettings.json")]
    [InlineData("/cairn.dll")]
    [InlineData("/assets/../cairn.dll")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/..%5c..%5cetc%5cpasswd")]
    [InlineData("/debug/pprof")]
    [InlineData("/actuator/env")]
    [InlineData("/health")]
    [InlineData("/server-status")]
    public async Task What_is_inside_is_not_found(string path)
    {
        var answer = await Wire.Ask(demo.Site.Url, $"GET {path} HTTP/1.1\r\nHost: {demo.Site.Url.Authority}\r\nConnection: close\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 404 ");
        answer.ShouldNotContain("root:");
    }

    [Theory]
    [Trait("Abuse", "A10")]
    [InlineData("/nothing/..;/learners")]
    [InlineData("/assets/..;/learners")]
    [InlineData("/%2e%2e;/learners")]
    [InlineData("//learners")]
    [InlineData("/%6cearners%2f")]
    [InlineData("/learners%00")]
    [InlineData("/learners%252f")]
    [InlineData("/learners;a=b")]
    [InlineData("/.;/learners")]
    [InlineData("/learners%23")]
    public async Task An_address_in_disguise_never_reaches_a_page_without_its_door(string path)
    {
        var answer = await Wire.Ask(demo.Site.Url, $"GET {path} HTTP/1.1\r\nHost: {demo.Site.Url.Authority}\r\nConnection: close\r\n\r\n");
        answer[..12].ShouldBeOneOf("HTTP/1.1 404", "HTTP/1.1 400", "HTTP/1.1 401");
        answer.ShouldNotContain(demo.Own.FamilyName);
    }

    [Theory]
    [Trait("Abuse", "A10")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /language HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {host}\r\nX-A: b\rc\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: {host}\n folded\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: {host}\r\n\r\n")]
    public async Task A_request_that_two_servers_could_read_in_two_ways_is_refused_and_the_connection_ends(string request)
    {
        var answer = await Wire.Ask(demo.Site.Url, request.Replace("{host}", demo.Site.Url.Authority, StringComparison.Ordinal));
        answer[..12].ShouldBeOneOf("HTTP/1.1 400", "HTTP/1.1 505", "HTTP/1.1 501");
        System.Text.RegularExpressions.Regex.Count(answer, "HTTP/1\\.1 ").ShouldBe(1);
    }

    [Theory]
    [Trait("Abuse", "A11")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aLocation: https://evil.example")]
    [InlineData("evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("/@evil.example")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        using var visitor = demo.Site.Visitor();
        var answer = await visitor.Send("/language", $"language=es&back={Uri.EscapeDataString(back)}", "application/x-www-form-urlencoded");
        answer.Status.ShouldBe(HttpStatusCode.Found);
        new Uri(demo.Site.Url, answer.Header("Location")).Authority.ShouldBe(demo.Site.Url.Authority);
        foreach (var name in (string[])["returnUrl", "return", "next", "redirect", "redirect_uri", "target_link_uri", "continue"])
            (await visitor.Get($"/?{name}={Uri.EscapeDataString(back)}")).Header("Location").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "A12")]
    public async Task No_route_can_be_framed_or_opened_by_another_site()
    {
        using var leader = await demo.Site.As(demo.Leader);
        foreach (var path in demo.Site.Routes.Select(one => Filled(one.RoutePattern.RawText!)).Distinct())
        {
            var page = await leader.Get(path);
            page.Header("X-Frame-Options").ShouldBe("DENY", path);
            page.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'", customMessage: path);
            page.Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin", path);
            page.Header("Cache-Control").ShouldNotBeEmpty(path);
        }
    }

    [Theory]
    [Trait("Abuse", "A13")]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:3000")]
    public async Task No_other_origin_is_allowed_to_ask_or_to_read(string origin)
    {
        using var leader = await demo.Site.As(demo.Leader);
        foreach (var path in demo.Site.Routes.Select(one => Filled(one.RoutePattern.RawText!)).Distinct())
        {
            var asked = await leader.Send(HttpMethod.Options, path, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
            var read = await leader.Get(path, ("Origin", origin));
            foreach (var answer in (Answer[])[asked, read]) answer.Headers.Keys.ShouldNotContain(one => one.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase), path);
        }
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("text/plain", "{\"title\":\"forged\"}")]
    [InlineData("text/plain;application/json", "{\"title\":\"forged\"}")]
    [InlineData("application/x-www-form-urlencoded", "title=forged&_method=DELETE")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nforged\r\n--x--\r\n")]
    [InlineData("application/json", "{\"title\":\"forged\"}")]
    public async Task Every_route_that_changes_something_refuses_a_forged_form_of_every_type(string type, string body)
    {
        using var leader = await demo.Site.As(demo.Leader);
        Unsafe.ShouldNotBeEmpty();
        var before = State();
        foreach (var route in Unsafe)
        {
            var path = Filled(route.RoutePattern.RawText!);
            foreach (var headers in Forged())
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body) };
                request.Content.Headers.Remove("Content-Type");
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
                foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
                using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = demo.Site.Url };
                request.Headers.TryAddWithoutValidation("Cookie", leader.Cookie);
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                answer.StatusCode.ShouldBe(IsOneClick(route) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, $"{path} {type}");
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
            }
        }

        State().ShouldBe(before);
        (await leader.Get("/learners")).Status.ShouldBe(HttpStatusCode.OK);
    }

    // What a mailbox presses for somebody comes from elsewhere and has no cookie: an address that was not sealed here is nowhere.
    private static bool IsOneClick(RouteEndpoint route) => route.Metadata.GetMetadata<OneClick>() is not null;

    [Fact]
    public void One_door_alone_is_open_to_a_press_from_elsewhere() => Unsafe.Where(IsOneClick).Select(one => one.RoutePattern.RawText).ShouldBe(["/letters/stop/{token}"]);

    private static (string, string)[][] Forged() =>
    [
        [], [("Origin", "null")], [("Origin", "https://evil.example")], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example")],
        [("X-HTTP-Method-Override", "GET"), ("Origin", "https://evil.example")], [("X-Requested-With", "XMLHttpRequest"), ("Origin", "null")], [("Referer", "http://127.0.0.1/")],
    ];

    // What stands of the record: how many rows of each kind, and the head.
    private string State()
    {
        using var db = demo.District.Open();
        return string.Join(' ', db.Frameworks.Count(), db.FrameworkVersions.Count(), db.Competencies.Count(), db.Terms.Count(), demo.District.FrameworksNumber);
    }

    private string Filled(string route) => "/" + System.Text.RegularExpressions.Regex.Replace(route.TrimStart('/')
        .Replace("{id:guid}", $"{demo.Own.Id.Value:N}", StringComparison.Ordinal).Replace("{**code:minlength(1)}", "RD.1", StringComparison.Ordinal)
        .Replace("{**path}", "css/kit.css", StringComparison.Ordinal), "\\{[^}]*\\}", "nothing", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
