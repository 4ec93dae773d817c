using System.Net;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Workshop;

/// <summary>The workshop is the leaders'; for everybody else nothing is there, and another site changes nothing.</summary>
public sealed class WhoMayTests
{
    [Fact]
    [Trait("Abuse", "T9")]
    public async Task Nobody_but_a_leader_finds_or_changes_anything()
    {
        await using var work = await Workplace.Make();
        using var leader = await work.Bench();
        await leader.Post($"{work.Path}/draft");
        var routes = (from route in work.Site.Routes
                      where route.RoutePattern.RawText!.StartsWith("/workshop", StringComparison.Ordinal)
                      from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                      select (method, Path: Filled(route.RoutePattern.RawText!, work))).ToList();
        routes.Count.ShouldBeGreaterThan(35);
        foreach (var (who, wanted) in (((Visitor, HttpStatusCode)[])[(work.Site.Visitor(), HttpStatusCode.Unauthorized), (await work.Site.As(work.Teacher), HttpStatusCode.NotFound), (await work.Site.As(DemoSite.Self(work.Ada)), HttpStatusCode.NotFound)]))
        {
            using var visitor = who;
            foreach (var (method, path) in routes)
                (await visitor.Send(new HttpMethod(method), path, ("Sec-Fetch-Site", "same-origin"))).Status.ShouldBe(wanted, $"{method} {path}");
        }

        work.Version(work.Framework, 0).Version.Edits.ShouldBe(0);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        await using var work = await Workplace.Make();
        using var leader = await work.Site.As(work.Leader);
        foreach (var route in work.Site.Routes.Where(one => one.RoutePattern.RawText!.StartsWith("/workshop", StringComparison.Ordinal) && one.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST")))
            (await leader.Send(HttpMethod.Post, Filled(route.RoutePattern.RawText!, work), ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(HttpStatusCode.Forbidden, route.RoutePattern.RawText);
        (await leader.Get(work.Path)).Status.ShouldBe(HttpStatusCode.Found, "no draft was begun");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var work = await Workplace.Make();
        using var leader = await work.Bench();
        await leader.Post($"{work.Path}/draft");
        foreach (var path in (string[])[$"/workshop/frameworks/{Guid.NewGuid():N}", $"{work.Path}/areas/{Guid.NewGuid():N}", $"{work.Path}/competencies/999", $"{work.Path}/competencies/none", $"{work.Path}/targets/none",
                     $"{work.Path}/links/none", $"{work.Path}/portrait/none", $"/workshop/frameworks/{Guid.NewGuid():N}/rules", $"{work.Path}/rules?place=s-none", $"{work.Path}/rules/change?for=one-999", "/workshop/scales/none"])
            (await leader.Visitor.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
    }

    private static string Filled(string pattern, Workplace work) =>
        System.Text.RegularExpressions.Regex.Replace(pattern.Replace("{id:guid}", $"{work.Framework.Value:N}", StringComparison.Ordinal).Replace("{competency}", "1", StringComparison.Ordinal), @"\{\w+\}", "new", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
