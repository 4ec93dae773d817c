using System.Diagnostics;
using System.Net;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.App.Tests.Abuse;
using Cairn.App.Tests.Web;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Seeing;

/// <summary>
/// Every route there is, by every method, asked by everybody in every relation, over HTTP. For whom a route is stands beside it (Audience);
/// what each relation allows, in MayDo; that the two come to what is answered is what is tested. A route that says nothing fails.
/// </summary>
[Trait("Abuse", "A1")]
[Trait("Abuse", "L1")]
[Trait("Abuse", "L15")]
[Trait("Abuse", "G1")]
[Trait("Abuse", "G2")]
[Trait("Abuse", "T1")]
[Trait("Abuse", "C1")]
[Trait("Abuse", "M1")]
[Trait("Abuse", "M2")]
[Trait("Abuse", "M7")]
[Trait("Abuse", "S1")]
[Trait("Abuse", "D1")]
public sealed class AccessMatrixTests(AccessDistrict here, ITestOutputHelper output) : IClassFixture<AccessDistrict>
{
    private IEnumerable<(RouteEndpoint Route, Audience Audience, string Method)> Doors =>
        from route in here.Site.Routes
        let audience = route.Metadata.GetMetadata<Audience>()
        // The interface for other systems has its own gate, answers and tests.
        where audience is not null && !route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (route, audience!, method);

    [Fact]
    public void Every_route_says_for_whom_it_is_and_has_an_address_to_ask()
    {
        here.Site.Routes.Where(one => one.Metadata.GetMetadata<Audience>() is null).Select(one => one.RoutePattern.RawText).ShouldBeEmpty("say .For(Who…, Rights…) beside the route");
        here.Site.Routes.Where(one => RouteMatrixTests.PathOf(one.RoutePattern.RawText!) is null).Select(one => one.RoutePattern.RawText).ShouldBeEmpty("give the route a row in RouteMatrixTests");
        here.Site.Routes.Where(one => one.RoutePattern.RawText!.StartsWith("/learners/{", StringComparison.Ordinal) && one.Metadata.GetMetadata<Audience>() is { Needs: Rights.None } or { Who: Who.Anyone })
            .Select(one => one.RoutePattern.RawText).ShouldBeEmpty("a route of a learner names the right that it needs");
    }

    [Fact]
    public async Task Whoever_may_not_is_refused_finds_nothing_out_and_changes_nothing()
    {
        // A node of its own: what other tests were refused at the other is no part of this.
        await using var site = await RunningSite.Start(here.Folder, here.District, here.Actors.Select(one => one.Actor).OfType<Actor>());
        var (clock, asked, before) = (Stopwatch.StartNew(), 0, State());
        foreach (var (name, actor, who, to) in here.Actors)
        {
            using var visitor = actor is null ? site.Visitor() : await site.As(actor);
            var first = asked;
            foreach (var (route, audience, method) in Doors.Where(one => !one.Audience.Who.HasFlag(Who.Anyone)))
            {
                // What is not there at all: another district's learner.
                var missing = audience.Needs == Rights.None || actor is null ? null : await Ask(visitor, method, route, Tie.OtherDistrict);
                foreach (var tie in audience.Needs == Rights.None ? [Tie.Own] : Enum.GetValues<Tie>())
                {
                    var (cell, wanted) = ($"{name} {method} {route.RoutePattern.RawText} {tie}", Expected(audience, actor, who, to(tie)));
                    if (wanted == HttpStatusCode.OK) continue;
                    var answer = tie == Tie.OtherDistrict && missing is not null ? missing : await Ask(visitor, method, route, tie);
                    if (asked++ == first) await ShouldBeTold(site, actor, wanted, () => Ask(visitor, method, route, tie));
                    answer.Status.ShouldBe(wanted, cell);
                    answer.Header("ETag").ShouldBeEmpty(cell);
                    answer.Whole.ShouldNotContain($"{tie} Case", customMessage: cell);
                    if (wanted != HttpStatusCode.NotFound || missing is null) continue;
                    (answer.Body, Headers(answer)).ShouldBe((missing.Body, Headers(missing)), cell);
                }
            }
        }

        State().ShouldBe(before);
        output.WriteLine($"{asked} refusals in {clock.Elapsed.TotalSeconds:0.0} s");
        asked.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Whoever_may_look_is_let_in_and_looking_changes_nothing()
    {
        var (before, asked) = (State(), 0);
        foreach (var (name, actor, who, to) in here.Actors.Where(one => one.Actor is not null))
        {
            using var visitor = await here.Site.As(actor!);
            foreach (var (route, audience, _) in Doors.Where(one => one.Method == "GET" && one.Audience.Who != Who.Anyone))
                foreach (var tie in (audience.Needs == Rights.None ? [Tie.Own] : Enum.GetValues<Tie>()).Where(tie => Expected(audience, actor, who, to(tie)) == HttpStatusCode.OK))
                {
                    var answer = await Ask(visitor, "GET", route, tie);
                    asked++;
                    // Of what is no learner's, or of one thing of theirs, the address may name something that this district has not.
                    HttpStatusCode[] fine = audience.Needs != Rights.None && route.RoutePattern.Parameters.Count(one => one.Name != "code") < 2 ? [HttpStatusCode.OK] : [HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.NotFound];
                    fine.ShouldContain(answer.Status, $"{name} GET {route.RoutePattern.RawText} {tie}");
                }
        }

        State().ShouldBe(before);
        asked.ShouldBeGreaterThan(50);
    }

    [Fact]
    [Trait("Abuse", "X14")]
    public async Task A_learner_who_may_not_be_seen_takes_as_long_as_one_who_is_not_there()
    {
        using var visitor = await here.Site.As(here.Actors.First(one => one.Name == "teacher").Actor!);
        var route = here.Site.Routes.First(one => one.RoutePattern.RawText == "/learners/{id:guid}");
        var times = new Dictionary<Tie, List<double>> { [Tie.OtherSchool] = [], [Tie.OtherDistrict] = [] };
        for (var i = 0; i < 80; i++)
            foreach (var (tie, taken) in times)
            {
                var began = Stopwatch.GetTimestamp();
                (await Ask(visitor, "GET", route, tie)).Status.ShouldBe(HttpStatusCode.NotFound);
                if (i >= 20) taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

        var (hidden, missing) = (Median(times[Tie.OtherSchool]), Median(times[Tie.OtherDistrict]));
        output.WriteLine($"hidden {hidden:0.000} ms, missing {missing:0.000} ms, ratio {hidden / missing:0.00}");
        (hidden / missing).ShouldBeInRange(0.33, 3, "one question of the database finds nothing, whichever it is");
    }

    /// <summary>What a cell has to answer, by what stands beside the route and what the relation allows; OK where it lets in.</summary>
    private static HttpStatusCode Expected(Audience audience, Actor? actor, Who who, Relations relation)
    {
        if (actor is null) return HttpStatusCode.Unauthorized;
        var admits = (audience.Who & who) != Who.Nobody;
        if (audience.Needs == Rights.None) return admits ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        var rights = MayDo.Of(relation);
        if (!rights.HasFlag(Rights.See)) return HttpStatusCode.NotFound;
        return admits && (rights & audience.Needs) == audience.Needs ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
    }

    private Task<Answer> Ask(Visitor visitor, string method, RouteEndpoint route, Tie tie) => visitor.Send(new HttpMethod(method), RouteMatrixTests.PathOf(route.RoutePattern.RawText!)!
        .Replace("{own}", $"{here.Learners[tie].Value:N}", StringComparison.Ordinal).Replace("{run}", $"{here.Run:N}", StringComparison.Ordinal)
        .Replace("{framework}", $"{DemoSite.Framework.Value:N}", StringComparison.Ordinal).Replace("{competency}", $"{DemoFramework.CompetencyOf("RD.1").Value:N}", StringComparison.Ordinal), ("Sec-Fetch-Site", "same-origin"));

    private static string Headers(Answer answer) => string.Join('\n', answer.Headers.Where(one => one.Key != "Date").OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {one.Value}"));

    private static double Median(List<double> of) => of.Order().ElementAt(of.Count / 2);

    // Of one person the journal says it twenty times in three minutes: it is looked at the first time.
    private async Task ShouldBeTold(RunningSite site, Actor? actor, HttpStatusCode wanted, Func<Task<Answer>> ask)
    {
        var refused = new Refused(site, here.District);
        if (actor is null) await refused.ByStranger(wanted, "NotSignedIn", ask);
        else await refused.ByPerson(actor.Person, wanted, "NotTheirs", ask);
    }

    private string State() => Refused.State(here.District);
}
