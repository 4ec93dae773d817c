using Cairn.App.Ui.Kit;

namespace Cairn.App.Tests.Workshop;

/// <summary>Statements may hold Markdown from anywhere: what it says is shown, what it could do is not.</summary>
public sealed class ProseTests
{
    [Theory]
    [InlineData("I can read.", "<p>I can read.</p>")]
    [InlineData("", "<p></p>")]
    [InlineData("Use *evidence* and **reasons**.", "<p>Use <em>evidence</em> and <strong>reasons</strong>.</p>")]
    [InlineData("2 < 3 & 4 > 1", "<p>2 &lt; 3 &amp; 4 &gt; 1</p>")]
    [InlineData("See [the text](https://example.org/a?b=1&c=2).", "<p>See <a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">the text</a>.</p>")]
    [InlineData("# Big", "<p># Big</p>")]
    public void What_is_harmless_is_shown(string text, string html) => ProseText.Of(text).Value.ShouldBe(html);

    [Fact]
    public void A_list_stays_a_list() => ProseText.Of("Parts:\n\n- one\n- two").Value.Replace("\n", "", StringComparison.Ordinal).ShouldBe("<p>Parts:</p><ul><li>one</li><li>two</li></ul>");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](/sign-out)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a href=\"https://ok.example\" onclick=\"alert(1)\">x</a>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("`<b onmouseover=alert(1)>`")]
    [InlineData("| a | b |\n|---|---|\n| <script>x</script> | [y](javascript:z) |")]
    public void What_could_do_harm_is_not(string text)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ProseText.Of(text).Value);
        page.All.Select(one => one.LocalName).Except(["html", "head", "body", "p", "br", "em", "strong", "ul", "ol", "li", "a", "code", "table", "thead", "tbody", "tr", "th", "td"]).ShouldBeEmpty();
        foreach (var element in page.All)
        {
            element.Attributes.Select(one => one.Name).Except(["href", "rel"]).ShouldBeEmpty();
            if (element.GetAttribute("href") is { } address) address.ShouldStartWith("https://");
        }
    }
}
