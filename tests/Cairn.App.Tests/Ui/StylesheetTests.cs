using System.Text;
using Cairn.App.Ui.Layout;

namespace Cairn.App.Tests.Ui;

public sealed class StylesheetTests
{
    [Theory]
    [InlineData("/* why */\na { color: red; }\n", "a{color: red}")]
    [InlineData(".a :is(th, td) > b::before { content: \"/\" / \"\"; }", ".a :is(th,td) > b::before{content: \"/\" / \"\"}")]
    [InlineData("a { inset: calc(1px + 2px) auto; }", "a{inset: calc(1px + 2px) auto}")]
    [InlineData(".x [data-label]::before { content: attr(data-label) \" \"; }", ".x [data-label]::before{content: attr(data-label) \" \"}")]
    [InlineData("@media (max-width: 40em) {\n  .Nav :focus-visible { margin: 0 }\n}", "@media (max-width: 40em){.Nav :focus-visible{margin: 0}}")]
    [InlineData("", "")]
    public void What_only_people_read_is_not_sent(string written, string sent) =>
        Encoding.UTF8.GetString(Stylesheet.Sent(Encoding.UTF8.GetBytes(written))).ShouldBe(sent);

    [Fact]
    public void What_is_hidden_is_hidden_whatever_else_a_rule_says_of_it() =>
        Encoding.UTF8.GetString(new Assets().Find("css/kit.css")!.Bytes).ShouldContain("[hidden]{display: none !important}");

    [Theory]
    [InlineData("css/kit.css")]
    [InlineData("css/classroom.css")]
    [InlineData("css/report.css")]
    [InlineData("css/tokens.css")]
    public void Every_rule_is_sent(string path)
    {
        var sent = Encoding.UTF8.GetString(new Assets().Find(path)!.Bytes);
        sent.ShouldNotContain("/*");
        sent.Count(one => one == '{').ShouldBe(sent.Count(one => one == '}'));
        sent.Count(one => one == '{').ShouldBeGreaterThan(path.Contains("kit", StringComparison.Ordinal) ? 200 : 10);
        // Packing what is packed changes nothing.
        Encoding.UTF8.GetString(Stylesheet.Sent(Encoding.UTF8.GetBytes(sent))).ShouldBe(sent);
    }
}
