using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Interop.Policies;
using Cairn.Learning.Policies;

namespace Cairn.Interop.Tests.Policies;

/// <summary>Every example of the reference is a policy that is read, and every kind of node, status and reason has its place there.</summary>
public sealed partial class PolicyReferenceTests
{
    public static TheoryData<string> Examples => [.. Block().Matches(Page()).Select(one => one.Groups["json"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_without_a_fault_or_a_warning_and_can_be_asked(string json)
    {
        var read = JsonNode.Parse(json)!.AsObject().ContainsKey("root") ? PolicyText.Read(json) : Texts.Root(json);
        read.Faults.ShouldBeEmpty();
        read.Warnings.ShouldBeEmpty();
        PolicyCheck.Of(read.Policy!).Where(one => one.IsMistake).ShouldBeEmpty();
        PolicyLine.Answer(read.Policy!, "{}", explain: true).IsAnswer.ShouldBeTrue();
    }

    [Theory]
    [InlineData("all any atLeast need score bestIs if not attest each use of pool where max distinct unit requireAll split pins")]
    [InlineData("met waived on-track needs-person not-yet not-decided closed no-leaf-accepts leaf-full cap other-branch not-earned under-way person planned new")]
    [InlineData("remaining blocked exact decided atLeast findings unused gaps alternatives short routes has asks used counts")]
    public void Every_word_of_the_language_and_of_the_answer_is_told(string words)
    {
        var page = Page();
        words.Split(' ').Where(one => !page.Contains($"`{one}`", StringComparison.Ordinal) && !page.Contains($"\"{one}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Page()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "docs", "reference", "policies.md") is var page && File.Exists(page)) return File.ReadAllText(page);
        throw new FileNotFoundException("docs/reference/policies.md");
    }

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
