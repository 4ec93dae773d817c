using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Api.Cairn;
using Cairn.Storage;
using Cairn.App.Tests.Api;

namespace Cairn.App.Tests.Docs;

/// <summary>The reference of the API says what there is, and each of its examples gets the answer that it shows.</summary>
public sealed partial class ApiReferenceTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(FindRoot(), "docs", "reference", "api.md"));

    [Fact]
    public async Task Every_example_gets_the_answer_that_it_shows()
    {
        await using var site = await ApiSite.Start();
        using var system = await site.Another();
        var last = Guid.Empty;
        var examples = Example().Matches(Page);
        examples.Count.ShouldBe(5);
        foreach (Match example in examples)
        {
            var (method, path, body) = (example.Groups["method"].Value, Filled(example.Groups["path"].Value), Filled(example.Groups["body"].Value));
            var headers = Header().Matches(example.Groups["headers"].Value).Select(one => (one.Groups["name"].Value, one.Groups["value"].Value)).ToArray();
            var answer = await system.Send(new HttpMethod(method), path, body.Length == 0 ? null : System.Text.Encoding.UTF8.GetBytes(body), headers);
            ((int)answer.Status).ShouldBe(int.Parse(example.Groups["status"].Value, CultureInfo.InvariantCulture), $"{method} {path}: {answer.Body}");
            if (answer.Status == HttpStatusCode.Created) last = answer.Id();
            var shown = string.Join("[0-9a-f-]{36}", Filled(example.Groups["answer"].Value.Trim()).Split("{new}").Select(Regex.Escape));
            Regex.IsMatch(answer.Body, $"^{shown}$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue($"{answer.Body}\nis not\n{example.Groups["answer"].Value}");
        }

        string Filled(string text) => text.Replace("{ada}", $"{site.Ada.Value}", StringComparison.Ordinal).Replace("{cy}", $"{site.Cy.Value}", StringComparison.Ordinal).Replace("{teacher}", $"{site.Teacher.Person}", StringComparison.Ordinal)
            .Replace("{drawing}", $"{site.Test.Drawing.Value}", StringComparison.Ordinal).Replace("{school}", $"{site.SchoolA.Value}", StringComparison.Ordinal).Replace("{last}", $"{last}", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_listed_with_its_status_and_no_other() =>
        ProblemRow().Matches(Page).Select(one => (Type: "urn:cairn:problem:" + one.Groups["name"].Value, Status: int.Parse(one.Groups["status"].Value, CultureInfo.InvariantCulture)))
            .ShouldBe(Problems.All.Select(one => (one.Type, one.Status)));

    [Fact]
    public void Every_scope_is_listed() => ScopeRow().Matches(Page).Select(one => one.Groups["name"].Value).ShouldBe(ClientScope.All, ignoreOrder: true);

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }

    [GeneratedRegex(@"```http\n(?<method>[A-Z]+) (?<path>\S+)\n(?<headers>([\w-]+: .*\n)*)\n(?<body>\{(.|\n)*?\n\n)?(?<status>\d{3})\n(?<answer>.*)\n```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(?<name>[\w-]+): (?<value>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| (?<status>\d{3}) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProblemRow();

    [GeneratedRegex(@"^\| `(?<name>[a-z]+\.[a-z]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScopeRow();
}
