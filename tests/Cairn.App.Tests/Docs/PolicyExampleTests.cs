using System.Text.RegularExpressions;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;

namespace Cairn.App.Tests.Docs;

/// <summary>What the page on policies shows as answers is what is answered.</summary>
public sealed partial class PolicyExampleTests
{
    [Fact]
    public void Every_answer_on_the_page_is_the_answer_of_the_command_above_it()
    {
        var root = FindRoot();
        var shown = Shown().Matches(File.ReadAllText(Path.Combine(root, "docs", "how-to", "audit-against-a-policy.md")));

        shown.Count.ShouldBe(3);
        foreach (Match one in shown)
        {
            var ran = Installation.Run("", [.. one.Groups["command"].Value.Split(' ').Select(word => word.StartsWith("docs/", StringComparison.Ordinal) ? Path.Combine(root, word) : word)]);
            (ran.Exit, ran.Err).ShouldBe((CommandLine.Done, ""));
            ran.Out.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).ShouldBe(one.Groups["answer"].Value);
        }
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }

    [GeneratedRegex("```sh\n\\./cairn (?<command>[^\n]*)\n```\n\n```text\n(?<answer>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();
}
