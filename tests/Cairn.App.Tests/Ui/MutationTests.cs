using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cairn.App.Ui.Kit;
using CsCheck;

namespace Cairn.App.Tests.Ui;

/// <summary>Text with Markdown that means harm: what is made of it is harmless, and stays so when a browser reads it again and again.</summary>
[Trait("Abuse", "X11")]
[Trait("Abuse", "L8")]
public sealed partial class MutationTests
{
    private static readonly string[] Tags = ["P", "BR", "EM", "STRONG", "DEL", "SUB", "SUP", "UL", "OL", "LI", "A", "CODE", "PRE", "BLOCKQUOTE", "HR", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"];

    public static TheoryData<string> Corpus =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<template><script>alert(1)</script></template>",
        "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "<table><td><svg><desc><td><style><a title=\"</style><img src onerror=alert(1)>\">", "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x src onerror=alert(1)>\">",
        "<![CDATA[<img src=x onerror=alert(1)>]]>", "<!--><img src=x onerror=alert(1)>-->", "<!--!><img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](\u0001javascript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:msgbox(1))", "[x](//evil.example)", "[x](\\\\evil.example)", "[x](/sign-out)", "[x](https://good.example\" onmouseover=\"alert(1))", "[x](https://good.example 't\" onclick=\"alert(1)')",
        "[x][1]\n\n[1]: javascript:alert(1)", "<javascript:alert(1)>", "<https://good.example/\"onclick=alert(1)>", "![x](https://evil.example/track.png)", "![x\"onerror=\"alert(1)](x)", "![x](javascript:alert(1))",
        "`<script>alert(1)</script>`", "```\"><script>alert(1)</script>\ncode\n```", "```html onload=alert(1)\n<b>\n```", "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | [x](javascript:1) |",
        "<iframe srcdoc=\"<script>alert(1)</script>\">", "<object data=\"data:text/html,x\">", "<embed src=x>", "<base href=//evil.example>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<link rel=stylesheet href=//evil.example>",
        "<style>@import '//evil.example'</style>", "<div style=\"background:url(//evil.example)\">x</div>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<body onload=alert(1)>",
        "<a id=x tabindex=1 onfocus=alert(1)></a>", "<p id=\"document\"><a name=\"cookie\">x</a>", "<x contenteditable onblur=alert(1)>", "<title><img src=x onerror=alert(1)></title>", "<textarea><img src=x onerror=alert(1)></textarea>", "<xmp><img src=x onerror=alert(1)></xmp>",
        "<plaintext><img src=x onerror=alert(1)>", "\u2028<script>alert(1)</script>", "<scr\0ipt>alert(1)</scr\0ipt>", "<ſcript>alert(1)</ſcript>", "＜script＞alert(1)＜/script＞", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)", "*<em onclick=alert(1)>*",
        "***bold** <b onmouseover=alert(1)>*", "~~<s onclick=alert(1)>~~", "^<sup onclick=alert(1)>^", "- <li onclick=alert(1)>", "> <blockquote cite=javascript:alert(1)>", "1. [x](javascript:alert(1)\n)", "[a](<javascript:alert(1)>)", "[a]( <data:text/html;base64,PHNjcmlwdD4=> )",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Nothing_of_it_runs_or_loads_or_leads_into_this_site(string text) => ShouldBeHarmless(text);

    [Fact]
    public void Nor_of_any_mixture_of_them()
    {
        var parts = Corpus.Select(row => row.Data).ToArray();
        Gen.OneOfConst(parts).Array[2, 5].Sample(mix => ShouldBeHarmless(string.Concat(mix)), iter: 300);
        Gen.OneOfConst(parts).Select(Gen.Int[0, 40], Gen.OneOfConst(parts)).Sample((one, at, other) => ShouldBeHarmless(one[..Math.Min(at, one.Length)] + other), iter: 300);
    }

    private static void ShouldBeHarmless(string text)
    {
        var html = ProseText.Of(text).Value;
        for (var round = 0; round < 3; round++)
        {
            var page = new HtmlParser().ParseDocument($"<body><div>{html}</div></body>");
            foreach (var element in page.Body!.QuerySelectorAll("div *"))
            {
                Tags.ShouldContain(element.TagName, text);
                element.NamespaceUri.ShouldBe("http://www.w3.org/1999/xhtml", text);
                foreach (var attribute in element.Attributes) attribute.Name.ShouldBeOneOf("href", "rel", "start");
                if (element.GetAttribute("href") is { } to) Link().IsMatch(to).ShouldBeTrue($"{text}: {to}");
            }

            // What a browser made of it is read again, as when it is copied, and is still the same.
            var again = page.Body!.FirstElementChild!.InnerHtml;
            if (round > 0) again.ShouldBe(html, text);
            html = again;
        }
    }

    [GeneratedRegex("^https?://[^\\s\"'<>]+$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();
}
