using System.Net;
using Cairn.App.Access;
using Cairn.App.Tests.Web;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Badges;

/// <summary>A badge opens what says that it is open to badges, and nothing else of all the routes that there are.</summary>
public sealed class BadgeScopeTests : IAsyncLifetime
{
    // A route that is added here is read by a child on a shared device. Each shows their own pages, or nothing of anybody.
    private static readonly string[] Open =
    [
        "/", "/assets/{**path}", "/badge/{code}", "/capture", "/captures", "/captures/{capture:guid}", "/captures/{capture:guid}/drop", "/captures/{capture:guid}/files/{file:int}", "/class", "/class/{learner:guid}",
        "/evidence/{piece:guid}", "/evidence/{piece:guid}/files/{file:int}", "/evidence/{piece:guid}/language", "/evidence/{piece:guid}/own", "/framework", "/language", "/learners/{id:guid}", "/learners/{id:guid}/check-ins",
        "/learners/{id:guid}/competencies/{**code:minlength(1)}", "/learners/{id:guid}/flex", "/learners/{id:guid}/focus", "/learners/{id:guid}/hand", "/learners/{id:guid}/plan", "/learners/{id:guid}/portfolio",
        "/learners/{id:guid}/projects", "/learners/{id:guid}/projects/new", "/learners/{id:guid}/ready", "/learners/{id:guid}/ready/{request:guid}/back",
        "/learners/{id:guid}/why/{**code:minlength(1)}", "/learners/{id:guid}/work", "/manifest.webmanifest", "/projects/{project:guid}", "/projects/{project:guid}/edit", "/projects/{project:guid}/exhibition", "/projects/{project:guid}/parts",
        "/projects/{project:guid}/state", "/sign-out", "{*path}",
    ];

    private ClassSite _class = null!;

    public async ValueTask InitializeAsync() => _class = await ClassSite.Start();

    public ValueTask DisposeAsync() => _class.DisposeAsync();

    [Fact]
    public void The_routes_that_are_open_to_badges_are_these() =>
        _class.Site.Routes.Where(one => one.Metadata.GetMetadata<OpenToBadges>() is not null).Select(one => one.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal).ShouldBe(Open.Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Abuse", "L14")]
    public async Task Every_other_route_is_not_there_for_a_badge()
    {
        var code = await _class.Badge(_class.Ada);
        using var device = await _class.Opened();
        (await ClassSite.Show(device, code)).Status.ShouldBe(HttpStatusCode.Found);
        var (own, sessions, refused) = ($"{_class.Ada.Id.Value:N}", _class.Cairn.Sessions().Count, 0);
        foreach (var route in _class.Site.Routes.Where(one => one.Metadata.GetMetadata<OpenToBadges>() is null))
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var path = Filled(route.RoutePattern, own);
                (await device.Send(new HttpMethod(method), path, ("Sec-Fetch-Site", "same-origin"))).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
                refused++;
            }

        refused.ShouldBeGreaterThan(100);
        (await device.Get(ClassSite.HomeOf(_class.Ada))).Status.ShouldBe(HttpStatusCode.OK, "and her own pages are still hers");
        (await device.Get(ClassSite.HomeOf(_class.Ben))).Status.ShouldBe(HttpStatusCode.NotFound);
        _class.Cairn.Sessions().Count.ShouldBe(sessions);
        _class.Cairn.Told().ShouldContain(one => one.Act == JournalAct.Refused && one.By.Person == _class.Ada.Id.Value);
    }

    private static string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern route, string id) => "/" + string.Join('/', route.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : id))));
}
