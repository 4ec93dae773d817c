using System.Text.RegularExpressions;
using Cairn.Learning;

namespace Cairn.App.Tests.Web;

/// <summary>No address counts: who knows one knows nothing of the next, nor how many there are.</summary>
[Trait("Abuse", "X13")]
public sealed partial class PublicIdsTests(DemoSite demo)
{
    // Parts of an address that are no ids: a code that the district gave, a token that nobody can guess, the place of a file in one piece of work, which of one learner's grades, which kind of paper.
    private static readonly string[] NoIds = ["code", "token", "path", "file", "key", "format"];

    // A draft's parts are named by their place on the page, or by their id; only who leads a district sees them, and each is looked up in that draft.
    private static readonly string[] PartsOfADraft = ["area", "competency", "exemplar", "target", "quality", "link", "scale", "level", "rule"];

    [Fact]
    public void An_id_in_a_route_is_a_guid()
    {
        foreach (var route in demo.Site.Routes)
            foreach (var part in route.RoutePattern.Parameters)
            {
                if (NoIds.Contains(part.Name, StringComparer.Ordinal) || (PartsOfADraft.Contains(part.Name, StringComparer.Ordinal) && route.RoutePattern.RawText!.StartsWith("/workshop/", StringComparison.Ordinal))) continue;
                part.ParameterPolicies.Select(one => one.Content).ShouldContain("guid", $"{route.RoutePattern.RawText}: {part.Name}");
                part.ParameterPolicies.ShouldNotContain(one => one.Content == "int" || one.Content == "long");
            }
    }

    [Fact]
    public void Ids_of_people_are_typed_guids_and_tell_no_count()
    {
        var ids = typeof(LearnerId).Assembly.GetTypes().Where(one => one.IsValueType && one.Name.EndsWith("Id", StringComparison.Ordinal) && one.Namespace == "Cairn.Learning").ToList();
        ids.ShouldContain(typeof(LearnerId));
        foreach (var id in ids) id.GetProperty("Value")!.PropertyType.ShouldBe(typeof(Guid), id.Name);
        var learners = demo.Everyone.Select(one => one.Id.Value).ToList();
        // Sorted, no two stand so close together that a guess from one would find the next.
        var tails = learners.Select(one => BitConverter.ToUInt64(one.ToByteArray(), 8)).Order().ToList();
        tails.Zip(tails.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First > 1000);
    }

    [Fact]
    public async Task No_page_links_to_a_number_that_counts()
    {
        using var teacher = await demo.Site.As(demo.Teacher);
        foreach (var path in (string[])["/learners", DemoSite.Home(demo.Own), DemoSite.Work(demo.Own), "/grid"])
            foreach (Match link in Link().Matches((await teacher.Get(path)).Body))
                Counting().IsMatch(link.Groups["to"].Value.Split('?')[0]).ShouldBeFalse($"{path} links to {link.Groups["to"].Value}");
    }

    [GeneratedRegex("(href|src|action|data-url)=\"(?<to>/[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("/[0-9]+(/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counting();
}
