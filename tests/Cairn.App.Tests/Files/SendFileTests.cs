using System.Net;
using System.Text;
using Cairn.App.Files;
using Cairn.App.Tests.Web;
using Cairn.Interop.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.App.Tests.Files;

/// <summary>What somebody brought is served as a download in which nothing runs.</summary>
[Trait("Abuse", "L9")]
public sealed class SendFileTests(DemoSite demo)
{
    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", "page.html", "page.html.txt", "text/plain; charset=utf-8")]
    [InlineData("GIF89a/*<svg/onload=alert(1)>*/=1;", "x.svg", "x.svg.gif", "image/gif")]
    [InlineData("%PDF-1.7 <script>", "../../evil.pdf", "evil.pdf", "application/pdf")]
    [InlineData("a,b\n1,2\n", "=cmd|'!A0.csv", "_=cmd_'!A0.csv", "text/csv; charset=utf-8")]
    [InlineData("words", "Zoë\u202Etxt.\"\r\nX-Evil: 1.txt", "Zoëtxt._X-Evil_ 1.txt", "text/plain; charset=utf-8")]
    public async Task A_file_is_sent_as_a_download_of_its_own_type(string content, string name, string safe, string type)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, also: app => app.MapGet("/file", (HttpContext http) =>
            SendFile.Download(http, new MemoryStream(bytes), FileContent.KindOf(new MemoryStream(bytes), name)!, name)));
        using var visitor = site.Visitor();
        var answer = await visitor.Get("/file");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Bytes.ShouldBe(bytes);
        answer.Header("Content-Type").ShouldBe(type);
        answer.Header("Content-Disposition").ShouldStartWith("attachment; ");
        Uri.UnescapeDataString(answer.Header("Content-Disposition").Split("filename*=UTF-8''")[1]).ShouldBe(safe);
        answer.Header("Content-Security-Policy").ShouldBe("sandbox; default-src 'none'; frame-ancestors 'none'");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        answer.Header("Cross-Origin-Embedder-Policy").ShouldBe("require-corp");
        answer.Header("Cache-Control").ShouldContain("private");
        answer.Header("X-Evil").ShouldBeEmpty();
        answer.Header("ETag").ShouldBeEmpty();

        var part = await visitor.Get("/file", ("Range", "bytes=0-2"));
        part.Status.ShouldBe(HttpStatusCode.PartialContent);
        part.Bytes.ShouldBe(bytes[..3]);
    }

    [Fact]
    public async Task A_small_picture_is_shown_on_the_sites_own_pages_only()
    {
        var drawn = new Thumbnail("image/png", [0x89, 0x50, 0x4E, 0x47, 1]);
        await using var site = await RunningSite.Start(demo.Folder.Data, demo.District, also: app => app.MapGet("/picture", (HttpContext http) => SendFile.Picture(http, drawn, new string('a', 64))));
        using var visitor = site.Visitor();
        var answer = await visitor.Get("/picture");
        answer.Header("Content-Disposition").ShouldBe("inline");
        answer.Header("Content-Security-Policy").ShouldContain("sandbox");
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        (await visitor.Get("/picture", ("If-None-Match", answer.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified);
    }
}
