using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Cairn.App.Tests.Web;

public sealed partial class AssetsTests(DemoSite demo)
{
    [Fact]
    public async Task Every_file_that_a_page_names_is_kept_for_ever()
    {
        using var visitor = demo.Site.Visitor();
        var named = Named().Matches((await visitor.Get("/")).Body).Select(one => WebUtility.HtmlDecode(one.Groups["path"].Value)).Distinct(StringComparer.Ordinal).ToList();
        named.Count.ShouldBeGreaterThan(4);
        foreach (var path in named)
        {
            var file = await visitor.Get(path);
            file.Status.ShouldBe(HttpStatusCode.OK, path);
            file.Header("Cache-Control").ShouldContain("max-age=31536000", customMessage: path);
            file.Header("Cache-Control").ShouldContain("immutable", customMessage: path);
            file.Header("Set-Cookie").ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("/assets/css/kit.css")]
    [InlineData("/assets/css/kit.css?v=0123456789")]
    [InlineData("/assets/js/kit.js")]
    public async Task Without_its_version_a_file_is_asked_for_again(string path)
    {
        using var visitor = demo.Site.Visitor();
        var file = await visitor.Get(path);
        file.Header("Cache-Control").ShouldNotContain("max-age");
        (await visitor.Get(path, ("If-None-Match", file.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/assets/css/kit.css", "text/css")]
    [InlineData("/assets/js/kit.js", "text/javascript")]
    [InlineData("/assets/icons/cairn.svg", "image/svg+xml")]
    public async Task Text_is_pressed_as_the_browser_wishes_and_the_same_when_unpressed(string path, string type)
    {
        using var visitor = demo.Site.Visitor();
        var plain = await visitor.Get(path);
        var gzip = await visitor.Get(path, ("Accept-Encoding", "gzip"));
        var brotli = await visitor.Get(path, ("Accept-Encoding", "gzip, deflate, br"));
        plain.Header("Content-Type").ShouldStartWith(type);
        (plain.Header("Content-Encoding"), gzip.Header("Content-Encoding"), brotli.Header("Content-Encoding")).ShouldBe(("", "gzip", "br"));
        Unpress(new GZipStream(new MemoryStream(gzip.Bytes), CompressionMode.Decompress)).ShouldBe(plain.Bytes);
        Unpress(new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress)).ShouldBe(plain.Bytes);
        new[] { plain, gzip, brotli }.Select(one => one.Header("ETag")).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        plain.Header("Vary").ShouldContain("Accept-Encoding");
    }

    [Fact]
    public async Task Pages_are_pressed_too()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        var plain = await teacher.Get(DemoSite.Home(demo.Own));
        var brotli = await teacher.Get(DemoSite.Home(demo.Own), ("Accept-Encoding", "br"));
        brotli.Header("Content-Encoding").ShouldBe("br");
        Unpress(new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress)).ShouldBe(plain.Bytes);
        brotli.Bytes.Length.ShouldBeLessThan(plain.Bytes.Length / 3);
    }

    [Fact]
    public async Task Style_sheets_weigh_at_most_forty_kilobytes_and_reach_for_no_other_host()
    {
        using var visitor = demo.Site.Visitor();
        var styles = new List<Answer> { await visitor.Get("/assets/css/tokens.css"), await visitor.Get("/assets/css/kit.css") };
        styles.Sum(one => one.Bytes.Length).ShouldBeLessThanOrEqualTo(40 * 1024);
        foreach (var (name, most) in ((string, int)[])[("classroom", 9), ("report", 3), ("diploma", 4)])
        {
            styles.Add(await visitor.Get($"/assets/css/{name}.css"));
            styles[^1].Bytes.Length.ShouldBeLessThanOrEqualTo(most * 1024, $"the looks of some pages, {name}, beside those of all");
        }

        styles.ShouldAllBe(one => !one.Body.Contains("://", StringComparison.Ordinal) && !one.Body.Contains("url(data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_stay_light()
    {
        using var anonymous = demo.Site.Visitor();
        using var teacher = await demo.Site.As(demo.Teacher);
        using var leader = await demo.Site.As(demo.Leader);
        using var self = await demo.Site.As(DemoSite.Self(demo.Own));
        (await anonymous.Get("/")).Bytes.Length.ShouldBeLessThanOrEqualTo(15 * 1024);
        foreach (var learner in demo.Room.Take(8)) (await teacher.Get(DemoSite.Home(learner))).Bytes.Length.ShouldBeLessThanOrEqualTo(40 * 1024);
        (await self.Get(DemoSite.Home(demo.Own))).Bytes.Length.ShouldBeLessThanOrEqualTo(40 * 1024);
        (await leader.Get("/learners")).Bytes.Length.ShouldBeLessThanOrEqualTo(60 * 1024);
        foreach (var code in (string[])["RD.1", "RD.6", "MA.1", "HB.1"]) (await self.Get(DemoSite.Competency(demo.Own, code))).Bytes.Length.ShouldBeLessThanOrEqualTo(30 * 1024, code);
        (await self.Get(DemoSite.Work(demo.Own))).Bytes.Length.ShouldBeLessThanOrEqualTo(42 * 1024);
        (await self.Get("/framework")).Bytes.Length.ShouldBeLessThanOrEqualTo(40 * 1024);
    }

    private static byte[] Unpress(Stream from)
    {
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    [GeneratedRegex("(href|src)=\"(?<path>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
