using System.Net;
using System.Text;
using Cairn.App.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Api;

/// <summary>What no program in its right mind sends.</summary>
public sealed class ApiInputTests(SharedApiSite shared) : IClassFixture<SharedApiSite>
{
    private readonly ApiSite _site = shared.Site;

    private string Path => $"learners/{_site.Ada.Value}/evidence";

    public static TheoryData<string, string> Unreadable => new()
    {
        { "nothing", "" }, { "no JSON", "title=A" }, { "a list", "[]" }, { "a text", "\"x\"" }, { "half of it", "{\"title\":" }, { "a name twice", "{\"title\":\"a\",\"title\":\"b\"}" },
        { "a name twice, escaped", "{\"title\":\"a\",\"titl\\u0065\":\"b\"}" }, { "two objects", "{}{}" }, { "a comma at the end", "{\"title\":\"a\",}" }, { "a comment", "{/* x */}" }, { "NaN", "{\"level\":NaN}" },
        { "infinity", "{\"level\":Infinity}" }, { "a plus", "{\"level\":+1}" }, { "half a character as a name", "{\"\\ud800\":1}" },
        { "65 deep", string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65) }, { "10,000 deep", new string('[', 10_000) + new string(']', 10_000) },
        { "10,000 deep in a field", "{\"judgments\":" + new string('[', 10_000) + new string(']', 10_000) + "}" },
    };

    [Theory]
    [Trait("Abuse", "A14")]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_not_the_JSON_that_is_asked_for_is_refused(string what, string body)
    {
        using var system = await _site.Another();
        (await system.Post(Path, body)).ShouldBeProblem(HttpStatusCode.BadRequest, "unreadable");
        Count().ShouldBe(0, what);
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task What_is_not_UTF_8_is_refused()
    {
        using var system = await _site.Another();
        foreach (var bad in (byte[][])[[0xC3, 0x28], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0xAF]])
            (await system.Post(Path, (byte[])[.. "{\"title\":\""u8, .. bad, .. "\"}"u8])).ShouldBeProblem(HttpStatusCode.BadRequest, "unreadable");
        (await system.Post(Path, Encoding.Unicode.GetBytes("{}"))).ShouldBeProblem(HttpStatusCode.BadRequest, "unreadable");
    }

    [Theory]
    [Trait("Abuse", "A14")]
    [InlineData("\"level\":1e400", "/level")]
    [InlineData("\"level\":-1", "/level")]
    [InlineData("\"level\":99999999999999999999999999999999", "/level")]
    [InlineData("\"level\":0.001", "/level")]
    [InlineData("\"level\":\"3\"", "/level")]
    [InlineData("\"stage\":2147483648", "/stage")]
    [InlineData("\"stage\":1.5", "/stage")]
    [InlineData("\"stage\":0", "/stage")]
    [InlineData("\"reason\":\"a\\u0000b\"", "/reason")]
    [InlineData("\"reason\":\"\\ud800\"", "/reason")]
    [InlineData("\"reason\":[\"x\"]", "/reason")]
    [InlineData("\"reason\":{}", "/reason")]
    [InlineData("\"competency\":\"1\"", "/competency")]
    [InlineData("\"competency\":1", "/competency")]
    [InlineData("\"expiresAt\":\"yesterday\"", "/expiresAt")]
    [InlineData("\"expiresAt\":\"0001-01-01\"", "/expiresAt")]
    [InlineData("\"expiresAt\":\"9999-12-31\"", "/expiresAt")]
    [InlineData("\"expiresAt\":\"2026-02-30\"", "/expiresAt")]
    [InlineData("\"$type\":\"System.IO.File\"", "/$type")]
    [InlineData("\"__proto__\":{}", "/__proto__")]
    public async Task A_value_that_cannot_be_is_named(string field, string place)
    {
        using var teacher = await _site.Person(_site.Teacher);
        var others = string.Concat(((string[])[$"\"competency\":\"{_site.Test.Drawing.Value}\"", "\"level\":3", "\"reason\":\"x\"", "\"stage\":1"]).Where(one => one.Split(':')[0] != field.Split(':')[0]).Select(one => $"{one},"));
        var answer = await teacher.Post($"learners/{_site.Ada.Value}/overrides", $"{{{others}{field}}}");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Body);
        answer.Places.ShouldContain(place);
    }

    [Theory]
    [Trait("Abuse", "A14")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//files.example/x")]
    [InlineData("not an address")]
    public async Task An_artifact_is_on_the_web_or_nowhere(string address)
    {
        using var system = await _site.Another();
        (await system.Post(Path, _site.Piece(_site.Teacher, ("artifacts", new[] { new { name = "x", address } })))).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid").Places.ShouldBe(["/artifacts/0/address"]);
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task A_body_beyond_a_mebibyte_is_refused_before_it_is_read()
    {
        using var system = await _site.Another();
        (await system.Post(Path, Encoding.UTF8.GetBytes("{\"title\":\"" + new string('x', 1 << 20) + "\"}"))).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task Many_names_that_nobody_asks_for_are_named_shortly()
    {
        using var system = await _site.Another();
        var many = "{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":{i}")) + "}";
        var answer = await system.Post(Path, many);
        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-field");
        answer.Bytes.Length.ShouldBeLessThan(20_000);
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("text/plain")]
    [InlineData("text/plain;charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonp")]
    [InlineData("application/merge-patch+json")]
    public async Task JSON_under_another_name_is_refused(string type)
    {
        using var teacher = await _site.Person(_site.Teacher);
        (await teacher.Send(HttpMethod.Post, Path, OtherSystem.Json(_site.Piece()), OtherSystem.WithKey([]), type)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media-type");
        (await teacher.Send(HttpMethod.Post, Path, OtherSystem.Json(_site.Piece()), OtherSystem.WithKey([("Content-Encoding", "gzip")]))).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media-type");
        Count().ShouldBe(0);
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_another_site_sends_with_a_persons_session_is_refused_at_every_write(string header, string value)
    {
        using var teacher = await _site.Person(_site.Teacher);
        var state = _site.State();
        foreach (var (method, path) in ((string, string)[])[("POST", Path), ("POST", "judgments"), ("POST", $"learners/{_site.Ada.Value}/retractions"), ("POST", $"learners/{_site.Ada.Value}/overrides"), ("PATCH", $"learners/{_site.Ada.Value}")])
            (await teacher.Send(new HttpMethod(method), path, OtherSystem.Json(_site.Piece()), OtherSystem.WithKey([(header, value)]))).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        _site.State().ShouldBe(state);
    }

    [Theory]
    [Trait("Abuse", "X1")]
    [InlineData("X-HTTP-Method-Override", "POST")]
    [InlineData("X-HTTP-Method", "PATCH")]
    [InlineData("X-Method-Override", "DELETE")]
    public async Task A_header_turns_no_reading_into_a_change(string header, string value)
    {
        using var teacher = await _site.Person(_site.Teacher);
        var state = _site.State();
        (await teacher.Get(Path, (header, value))).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.Get($"{Path}?_method={value}")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-field");
        _site.State().ShouldBe(state);
    }

    private int Count()
    {
        using var db = _site.District.Open();
        return db.Evidence.AsNoTracking().Count();
    }
}
