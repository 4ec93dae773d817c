using System.Net;
using System.Text;
using Cairn.App.Files;
using Cairn.App.Tests.Web;
using Cairn.Learning.Credits;

namespace Cairn.App.Tests.Transcripts;

/// <summary>The PDF of a transcript: made by a program of its own where it is installed, which reaches no file and no address.</summary>
public sealed class PdfTests : IAsyncLifetime
{
    private const string Hostile = "<img src=file:///etc/passwd><iframe src=http://169.254.169.254/></iframe><link rel=stylesheet href=file:///etc/hosts>";
    private TranscriptSite _here = null!;

    public async ValueTask InitializeAsync() => _here = await TranscriptSite.Make();

    private string Pdf => $"{TranscriptSite.Of(_here.Kid)}/transcript/mastery.pdf";

    [Fact]
    public async Task A_transcript_is_a_tagged_PDF_where_Chromium_is_installed_and_else_a_page_that_says_how_it_is_printed()
    {
        await _here.Award(_here.Kid, "Algebra I", 150);

        var answer = await _here.Get("mother", Pdf);

        if (PdfPrinter.Program() is null)
        {
            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Whole.ShouldContain("choose Print in your browser");
            return;
        }

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Whole);
        answer.Header("Content-Type").ShouldBe("application/pdf");
        answer.Header("Content-Disposition").ShouldContain("mastery-transcript-GivenKid-FamilyKid.pdf");
        (await _here.Get("mother", Pdf.Replace("mastery", "courses", StringComparison.Ordinal))).Header("Content-Disposition").ShouldContain("courses-transcript-GivenKid-FamilyKid.pdf");
        var text = Encoding.Latin1.GetString(answer.Bytes);
        text.ShouldStartWith("%PDF");
        // Tagged, in a language, and one page.
        text.ShouldContain("/MarkInfo");
        text.ShouldContain("/Lang");
        text.ShouldContain("/Count 1");
        answer.Header("Cache-Control").ShouldContain("no-store");
    }

    [Fact]
    [Trait("Abuse", "X10")]
    public async Task What_somebody_typed_makes_the_printer_load_no_file_and_no_address()
    {
        await _here.Award(_here.Kid, Hostile, origin: Hostile, source: CreditSource.Transfer, level: null, grade: Hostile);

        var page = await _here.Get("mother", $"{TranscriptSite.Of(_here.Kid)}/transcript/courses");
        page.Body.ShouldNotContain("<img src=file");
        page.Body.ShouldContain("&lt;img src=file:///etc/passwd&gt;");
        var arguments = PdfPrinter.Arguments("/x", "/x/page.html", "/x/page.pdf");
        arguments.ShouldContain("--host-resolver-rules=MAP * ~NOTFOUND");
        arguments.ShouldContain("--proxy-server=socks5://127.0.0.1:9");
        arguments.ShouldNotContain(one => one.Contains("allow-file-access", StringComparison.Ordinal));
        // Who may not take the record gets nothing printed, and the journal says so.
        await _here.Refused.ByPerson(_here.Site.People["stranger"].Person, HttpStatusCode.NotFound, "NotTheirs", () => _here.Get("stranger", Pdf));
        await _here.Refused.ByPerson(_here.Site.People["mother"].Person, HttpStatusCode.NotFound, "NotFound", () => _here.Get("mother", $"{Pdf}?edition=file:///etc/passwd"));
    }

    [Fact]
    [Trait("Abuse", "X10")]
    public async Task A_page_that_asks_for_a_file_or_an_address_gets_neither_on_paper()
    {
        if (PdfPrinter.Program() is null) return;
        using var folder = new TempFolder(ownsServer: false);
        var (secret, asked) = (Path.Combine(folder.Path, "secret.svg"), 0);
        await File.WriteAllTextAsync(secret, "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'><rect width='300' height='300' fill='red'/></svg>");
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = listener.AcceptTcpClientAsync().ContinueWith(_ => asked++, TaskScheduler.Default);
        using var printer = new PdfPrinter();
        byte[] Page(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:\"></head><body><p>Words</p>{body}</body></html>");

        var (plain, hostile) = (await printer.Print(Page(""), TestContext.Current.CancellationToken),
            await printer.Print(Page($"<img src=\"{new Uri(secret).AbsoluteUri}\" width=1 height=1><img src=\"http://127.0.0.1:{port}/\" width=1 height=1><script>document.write('scripted')</script>"), TestContext.Current.CancellationToken));

        asked.ShouldBe(0);
        // What the picture would draw stands in no PDF: both hold text alone.
        foreach (var pdf in (byte[]?[])[plain, hostile]) Encoding.Latin1.GetString(pdf!).ShouldNotContain("/Subtype /Image");
        Directory.GetDirectories(Path.GetTempPath(), "cairn-pdf-*").ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => _here.DisposeAsync();
}
