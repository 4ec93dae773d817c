using Cairn.App.Ui.Words;

namespace Cairn.App.Tests.Languages;

/// <summary>What somebody typed fills a hole in a message, and is never itself read as one.</summary>
[Trait("Abuse", "X9")]
public sealed class TemplateTests
{
    public static TheoryData<string> Evil =>
    [
        "{term:learner}", "{name}", "{url}", "{{url}}", "${7*7}", "{{7*7}}", "<%= 7*7 %>", "#{7*7}", "{0}", "{url, plural, other {x}}", "'{'url'}'", "@Model", "@(7*7)", "%s%n", "\\u007burl}", "{", "}", "<b>{url}</b>", "{url, select, a {1} other {{url}}}",
    ];

    [Theory]
    [MemberData(nameof(Evil))]
    public void A_value_is_shown_letter_for_letter(string value)
    {
        foreach (var language in (string[])["en", "es"])
        {
            var words = DistrictTerms.None.In(language);
            var around = words["cli.serve.ready", ("url", "MARK")].Split("MARK");
            words["cli.serve.ready", ("url", value)].ShouldBe(around[0] + value + around[1]);
        }
    }
}
