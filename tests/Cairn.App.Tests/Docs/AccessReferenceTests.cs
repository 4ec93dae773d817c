using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Docs;

/// <summary>The reference of access is what stands beside the routes and in MayDo: a registrar and an auditor read it, and it is never out of date.
/// It is written anew where CAIRN_WRITE_DOCS is set.</summary>
public sealed partial class AccessReferenceTests(DemoSite demo)
{
    private static readonly string Page = Path.Combine(FindRoot(), "docs", "reference", "access.md");

    [Fact]
    public async Task The_page_says_who_may_open_what_as_it_is()
    {
        var text = Text();
        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") is { Length: > 0 }) await File.WriteAllTextAsync(Page, text, TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken)).ShouldBe(text, "run this test with CAIRN_WRITE_DOCS=1 and read what changed");
    }

    private string Text()
    {
        var text = new StringBuilder("""
            # Who may open what

            This page is made from the program itself: for whom each address is stands beside its route, and what a relation allows stands in one table of the code. A test asks every address in every relation and holds both to it, and another holds this page to them.

            Who is not signed in is asked to sign in. An address that is not for somebody does not exist for them, and neither does a learner whom they stand in no relation to. Who sees a learner and may not do what the address does is told so.

            ## What a relation allows

            Relations add up. Nobody judges, decides or amends where the learner is their own child or they themselves, whatever else they are. Days count by the district's clock; blocks and emergencies by the moment.


            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        var rights = Enum.GetValues<Rights>().Where(one => one != Rights.None).ToList();
        text.Append(CultureInfo.InvariantCulture, $"| relation | {string.Join(" | ", rights.Select(one => Said($"{one}")))} |\n| --- |{string.Concat(rights.Select(_ => " --- |"))}\n");
        foreach (var (relation, allowed) in MayDo.All) text.Append(CultureInfo.InvariantCulture, $"| {Said($"{relation}")} | {string.Join(" | ", rights.Select(one => allowed.HasFlag(one) ? "yes" : ""))} |\n");
        text.Append("\n## Addresses\n\n| address | by | for whom | right to the learner |\n| --- | --- | --- | --- |\n");
        foreach (var line in demo.Site.Routes.Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static string Line(RouteEndpoint route)
    {
        var audience = route.Metadata.GetMetadata<Audience>()!;
        var methods = string.Join(", ", route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]);
        return $"| `{route.RoutePattern.RawText}` | {methods} | {Whom(audience.Who)} | {(audience.Needs == Rights.None ? "" : Said($"{audience.Needs}"))} |";
    }

    private static string Whom(Who who)
    {
        if (who.HasFlag(Who.Anyone)) return "anyone";
        if (who == Who.SignedIn) return "everybody who is signed in";
        return string.Join(", ", Enum.GetValues<Who>().Where(one => one != Who.Nobody && int.PopCount((int)one) == 1 && who.HasFlag(one)).Select(one => Said($"{one}")));
    }

    private static string Said(string name) => Joint().Replace(name, " ${letter}").Trim().ToLowerInvariant();

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Cairn.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The project's root is not above the tests.");
        return at;
    }

    [GeneratedRegex("(?<!^)(?<letter>[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Joint();
}
