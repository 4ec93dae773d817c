using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Cairn.App.Ui.Kit;

/// <summary>Text that may hold Markdown, as statements from elsewhere do, made into safe HTML: no raw HTML, no pictures, links to http and https only.</summary>
internal static class ProseText
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]<>#&|~\\\n+-=:!.)(");
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().DisableHeadings().UsePipeTables().UseEmphasisExtras().Build();
    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>The HTML of a text, in paragraphs.</summary>
    public static MarkupString Of(string text)
    {
        // Most statements are one plain sentence: they cost nothing.
        if (text.AsSpan().TrimEnd(".").IndexOfAny(Marks) < 0) return new MarkupString($"<p>{Html.Encode(text)}</p>");
        return new MarkupString(Sanitizer.Sanitize(Markdig.Markdown.ToHtml(text, Markdown)).Trim());
    }

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "em", "strong", "del", "sub", "sup", "ul", "ol", "li", "a", "code", "pre", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "rel", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        })
        { KeepChildNodes = true };
        sanitizer.PostProcessNode += (_, at) =>
        {
            if (at.Node is not AngleSharp.Html.Dom.IHtmlAnchorElement link) return;
            // An address without a scheme would lead somewhere in this site.
            if (!EvidenceLook.IsSafe(link.GetAttribute("href") ?? "")) link.RemoveAttribute("href");
            else link.SetAttribute("rel", "noopener noreferrer nofollow");
        };
        return sanitizer;
    }
}
