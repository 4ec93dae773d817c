using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Files;
using Cairn.App.Ui.Icons;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Cairn.App.Features.Transcripts;

/// <summary>A transcript as a tagged PDF of one page, by headless Chromium where it is installed; else it says how the page is printed.</summary>
internal static partial class PrintTranscript
{
    private static readonly string[] Sheets = ["css/tokens.css", "css/kit.css", "css/transcript.css"];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/transcript/{format}.pdf", Print).For(Who.Family | Who.Educators, Rights.Export).InFamilyLanguages();

    private static async Task<IResult?> Print(Guid id, string format, Visit visit, Words words, SiteAddress site, Assets assets, PdfPrinter printer, ILoggerFactory logs, HttpContext http, string? edition = null)
    {
        if (format is not ("mastery" or "courses")) return null;
        var learner = new LearnerId(id);
        if (visit.Scope.Find(learner) is not { } found || ShowTranscript.Shown(learner, visit, words, site.Of(visit.Served), edition) is not { } shown) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var html = await Document(http.RequestServices, logs, words, assets, found.FullName, new() { ["Sheet"] = shown.Sheet, ["Mark"] = shown.Mark, ["IsCourses"] = format == "courses" });
        if (await printer.Print(html, http.RequestAborted) is not { } pdf)
            return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<NoPdf>(new { Learner = found, IsThere = PdfPrinter.Program() is not null }) { StatusCode = StatusCodes.Status503ServiceUnavailable, PreventStreamingRendering = true };
        await visit.Tell(turn => turn.Tell(JournalAct.Exported, learner, new { pdf = true, code = shown.Mark.Code }), purpose: "record");
        return Results.File(pdf, "application/pdf", NameOf(format, found.FullName, shown.Mark.IsIssued ? shown.Mark.Code : ""));
    }

    // Both transcripts of several learners lie in one folder: each says which it is and whose. What a name may hold and a file's name not is a hyphen there.
    private static string NameOf(string format, string name, string code) =>
        string.Join('-', new[] { format, "transcript", string.Join('-', Directions.Plain(name).Split([.. Path.GetInvalidFileNameChars(), .. "\\/:*?\"<>|. "], StringSplitOptions.RemoveEmptyEntries)), code }.Where(one => one.Length > 0)) + ".pdf";

    /// <summary>The page as one file: looks and fonts in it, and a policy that lets it load nothing else.</summary>
    internal static async Task<byte[]> Document(IServiceProvider services, ILoggerFactory logs, Words words, Assets assets, string title, Dictionary<string, object?> paper)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var body = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TranscriptPaper>(ParameterView.FromDictionary(paper))).ToHtmlString());
        var sprite = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Sprite>()).ToHtmlString());
        var looks = string.Concat(Sheets.Select(one => Font().Replace(Encoding.UTF8.GetString(assets.Find(one)!.Bytes), match => $"url(data:font/woff2;base64,{Convert.ToBase64String(assets.Find($"fonts/{match.Groups["file"].Value}")!.Bytes)})")));
        return Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html><html lang="{words.Language}" dir="{words.Direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><title>{WebUtility.HtmlEncode(words["transcript.title", ("name", title)])}</title><style>{looks}</style></head><body>{sprite}<main>{body}</main></body></html>
            """);
    }

    [GeneratedRegex(@"url\(\.\./fonts/(?<file>[a-z0-9-]+\.woff2)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Font();
}
