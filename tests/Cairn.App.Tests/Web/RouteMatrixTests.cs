using Cairn.App.Cli.Demo;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>Who gets what, route by route. A route without a row here fails, and so does a row without a route.</summary>
public sealed partial class RouteMatrixTests(DemoSite demo)
{
    /// <param name="Route">The route's pattern.</param>
    /// <param name="Path">An address of it; {own} is the learner that is asked about, {framework} the framework, {run} an import with an error, {competency} one of its competencies.</param>
    /// <param name="Anonymous">What who is not signed in gets.</param>
    /// <param name="Self">What that learner gets.</param>
    /// <param name="OtherLearner">What another learner of the same room gets.</param>
    /// <param name="OwnTeacher">What a teacher of that learner gets.</param>
    /// <param name="OtherTeacher">What a teacher of another room gets.</param>
    /// <param name="Leader">What the leader gets.</param>
    private sealed record Row(string Route, string Path, int Anonymous, int Self, int OtherLearner, int OwnTeacher, int OtherTeacher, int Leader, string Method = "GET");

    private static readonly Row[] Matrix =
    [
        .. Classroom,
        .. Credit,
        .. Grades,
        .. OfTranscripts,
        new("/", "/", 200, 302, 302, 302, 302, 302),
        // A district is here: the wizard is nowhere.
        new("/first-run/{token}", "/first-run/guessed", 404, 404, 404, 404, 404, 404),
        new("/first-run/", "/first-run/", 404, 404, 404, 404, 404, 404),
        new("/first-run/demonstration", "/first-run/demonstration", 404, 404, 404, 404, 404, 404, "POST"),
        new("/first-run/restore", "/first-run/restore", 404, 404, 404, 404, 404, 404),
        new("/first-run/district", "/first-run/district", 404, 404, 404, 404, 404, 404),
        new("/first-run/levels", "/first-run/levels", 404, 404, 404, 404, 404, 404),
        new("/first-run/competencies", "/first-run/competencies", 404, 404, 404, 404, 404, 404),
        new("/first-run/people", "/first-run/people", 404, 404, 404, 404, 404, 404),
        new("/first-run/you", "/first-run/you", 404, 404, 404, 404, 404, 404),
        new("/first-run/sign-in", "/first-run/sign-in", 404, 404, 404, 404, 404, 404),
        new("/first-run/passkey", "/first-run/passkey", 404, 404, 404, 404, 404, 404, "POST"),
        new("/first-run/passkey/options", "/first-run/passkey/options", 404, 404, 404, 404, 404, 404, "POST"),
        new("/assets/{**path}", "/assets/css/kit.css", 200, 200, 200, 200, 200, 200),
        new("/sign-in/{token}", "/sign-in/guessed", 404, 404, 404, 404, 404, 404),
        new("/sign-in", "/sign-in", 200, 302, 302, 302, 302, 302),
        new("/sign-in/second", "/sign-in/second", 302, 302, 302, 302, 302, 302),
        new("/sign-in/passkey", "/sign-in/passkey", 401, 401, 401, 401, 401, 401, "POST"),
        new("/sign-in/passkey/options", "/sign-in/passkey/options", 200, 200, 200, 200, 200, 200, "POST"),
        // Of a system that nobody set up.
        new("/sign-in/with/{provider:guid}", "/sign-in/with/{own}", 404, 302, 302, 302, 302, 302),
        new("/sign-in/with/{provider:guid}/back", "/sign-in/with/{own}/back", 404, 404, 404, 404, 404, 404),
        new("/prove/with/{provider:guid}", "/prove/with/{own}", 401, 401, 401, 401, 401, 401),
        // Of whom the demonstration lets in by a link nobody has an account.
        new("/hat", "/hat", 401, 302, 302, 302, 302, 302),
        new("/prove", "/prove", 401, 401, 401, 401, 401, 401),
        new("/prove/options", "/prove/options", 401, 401, 401, 401, 401, 401, "POST"),
        new("/account/", "/account", 401, 404, 404, 404, 404, 404),
        new("/account/email", "/account/email", 401, 404, 404, 404, 404, 404),
        new("/account/password", "/account/password", 401, 404, 404, 404, 404, 404),
        new("/account/second-factor", "/account/second-factor", 401, 404, 404, 404, 404, 404),
        new("/account/second-factor/remove", "/account/second-factor/remove", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/recovery-codes", "/account/recovery-codes", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/passkeys", "/account/passkeys", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/passkeys/options", "/account/passkeys/options", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/passkeys/remove", "/account/passkeys/remove", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/providers/{provider:guid}", "/account/providers/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/providers/{provider:guid}/remove", "/account/providers/{own}/remove", 401, 404, 404, 404, 404, 404, "POST"),
        new("/account/sessions/end", "/account/sessions/end", 401, 404, 404, 404, 404, 404, "POST"),
        new("/office", "/office", 401, 404, 404, 404, 404, 200),
        new("/accounts", "/accounts", 401, 404, 404, 404, 404, 200),
        new("/accounts/invite", "/accounts/invite", 401, 404, 404, 404, 404, 400, "POST"),
        new("/accounts/claim-code", "/accounts/claim-code", 401, 404, 404, 404, 404, 400, "POST"),
        new("/accounts/claims/{claim:guid}", "/accounts/claims/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/accounts/{account:guid}", "/accounts/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/accounts/{account:guid}/close", "/accounts/{own}/close", 401, 404, 404, 404, 404, 404),
        new("/accounts/{account:guid}/lost", "/accounts/{own}/lost", 401, 404, 404, 404, 404, 404),
        new("/shown-once", "/shown-once", 401, 404, 404, 404, 404, 302),
        new("/accounts/providers", "/accounts/providers", 401, 404, 404, 404, 404, 200),
        new("/accounts/providers/{provider:guid}", "/accounts/providers/{own}", 401, 404, 404, 404, 404, 404),
        new("/accounts/providers/{provider:guid}/offer", "/accounts/providers/{own}/offer", 401, 404, 404, 404, 404, 404, "POST"),
        new("/reset", "/reset", 200, 200, 200, 200, 200, 200),
        new("/reset/{token}", "/reset/guessed", 302, 302, 302, 302, 302, 302),
        new("/reset/new", "/reset/new", 404, 404, 404, 404, 404, 404),
        new("/invitation/{token}", "/invitation/guessed", 302, 302, 302, 302, 302, 302),
        new("/invitation", "/invitation", 404, 404, 404, 404, 404, 404),
        new("/confirm/{token}", "/confirm/guessed", 302, 302, 302, 302, 302, 302),
        new("/confirm", "/confirm", 404, 404, 404, 404, 404, 404),
        new("/claim", "/claim", 200, 200, 200, 200, 200, 200),
        new("/mentor/{token}", "/mentor/guessed", 302, 302, 302, 302, 302, 302),
        new("/mentor", "/mentor", 404, 404, 404, 404, 404, 404),
        new("/sign-out", "/sign-out", 302, 302, 302, 302, 302, 302, "POST"),
        new("/language", "/language", 302, 302, 302, 302, 302, 302, "POST"),
        new("/health/live", "/health/live", 200, 200, 200, 200, 200, 200),
        new("/health/ready", "/health/ready", 200, 200, 200, 200, 200, 200),
        new("/health/started", "/health/started", 200, 200, 200, 200, 200, 200),
        // On this machine only: FromHereTests.
        new("/metrics", "/metrics", 200, 200, 200, 200, 200, 200),
        // No device is opened in the demonstration's matrix: BadgeTests open one.
        new("/class", "/class", 404, 404, 404, 404, 404, 404),
        new("/class/{learner:guid}", "/class/{own}", 404, 404, 404, 404, 404, 404),
        new("/badge/{code}", "/badge/guessed", 302, 302, 302, 302, 302, 302),
        new("/groups", "/groups", 401, 404, 404, 200, 200, 200),
        new("/groups/{group:guid}/badges", "/groups/{own}/badges", 401, 404, 404, 404, 404, 404),
        new("/groups/{group:guid}/badges/end", "/groups/{own}/badges/end", 401, 404, 404, 404, 404, 404, "POST"),
        new("/groups/{group:guid}/badges/print", "/groups/{own}/badges/print", 401, 404, 404, 404, 404, 404, "POST"),
        new("/groups/{group:guid}/hours", "/groups/{own}/hours", 401, 404, 404, 404, 404, 404, "POST"),
        new("/groups/{group:guid}/open", "/groups/{own}/open", 401, 404, 404, 404, 404, 404, "POST"),
        new("/groups/{group:guid}/devices/{device:guid}/close", "/groups/{own}/devices/{own}/close", 401, 404, 404, 404, 404, 404, "POST"),
        new("/learners", "/learners", 401, 404, 404, 200, 200, 200),
        new("/learners/{id:guid}", "/learners/{own}", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/competencies/{**code:minlength(1)}", "/learners/{own}/competencies/RD.1", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/why/{**code:minlength(1)}", "/learners/{own}/why/RD.1", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/people", "/learners/{own}/people", 401, 403, 404, 403, 404, 200),
        new("/learners/{id:guid}/people/{guardian:guid}/block", "/learners/{own}/people/{own}/block", 401, 403, 404, 403, 404, 400, "POST"),
        new("/learners/{id:guid}/people/{guardian:guid}/lift", "/learners/{own}/people/{own}/lift", 401, 403, 404, 403, 404, 404, "POST"),
        new("/learners/{id:guid}/placements", "/learners/{own}/placements", 401, 403, 404, 403, 404, 400, "POST"),
        new("/learners/{id:guid}/placements/{placement:guid}/end", "/learners/{own}/placements/{own}/end", 401, 403, 404, 403, 404, 404, "POST"),
        new("/people/", "/people", 401, 404, 404, 404, 404, 200),
        new("/people/birth-dates", "/people/birth-dates", 401, 404, 404, 404, 404, 200),
        new("/people/{person:guid}", "/people/{own}", 401, 404, 404, 404, 404, 404),
        new("/people/{person:guid}/roles", "/people/{own}/roles", 401, 404, 404, 404, 404, 404, "POST"),
        new("/people/{person:guid}/roles/{grant:guid}/end", "/people/{own}/roles/{own}/end", 401, 404, 404, 404, 404, 404, "POST"),
        new("/people/{person:guid}/groups", "/people/{own}/groups", 401, 404, 404, 404, 404, 404, "POST"),
        new("/people/{person:guid}/groups/{group:guid}/end", "/people/{own}/groups/{own}/end", 401, 404, 404, 404, 404, 404, "POST"),
        new("/people/{person:guid}/caseload", "/people/{own}/caseload", 401, 404, 404, 404, 404, 404, "POST"),
        new("/people/{person:guid}/caseload/move", "/people/{own}/caseload/move", 401, 404, 404, 404, 404, 404, "POST"),
        new("/view", "/view", 401, 404, 404, 404, 404, 404, "POST"),
        new("/view/end", "/view/end", 401, 302, 302, 302, 302, 302, "POST"),
        new("/emergency", "/emergency", 401, 404, 404, 200, 200, 200),
        new("/learners/{id:guid}/placements/{placement:guid}/link", "/learners/{own}/placements/{own}/link", 401, 403, 404, 403, 404, 404, "POST"),
        new("/placements", "/placements", 401, 404, 404, 404, 404, 404),
        new("/grid", "/grid", 401, 404, 404, 200, 200, 200),
        new("/grid/rows", "/grid/rows", 401, 404, 404, 200, 200, 200),
        new("/grid/statements", "/grid/statements", 401, 404, 404, 200, 200, 200),
        new("/learners/{id:guid}/work", "/learners/{own}/work", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/rights", "/learners/{own}/rights", 401, 200, 404, 403, 404, 403),
        new("/learners/{id:guid}/archive", "/learners/{own}/archive", 401, 200, 404, 403, 404, 200),
        new("/archives/{id:guid}/{archive:guid}", "/archives/{own}/{own}", 401, 404, 404, 404, 404, 404),
        new("/learners/{id:guid}/amendments", "/learners/{own}/amendments", 401, 200, 404, 403, 404, 403),
        new("/learners/{id:guid}/amendments/{amendment:guid}", "/learners/{own}/amendments/{own}", 401, 404, 404, 403, 404, 403, "POST"),
        new("/learners/{id:guid}/consents", "/learners/{own}/consents", 401, 200, 404, 403, 404, 403),
        new("/learners/{id:guid}/notes", "/learners/{own}/notes", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/notes/{note:guid}", "/learners/{own}/notes/{own}", 401, 403, 404, 404, 404, 404, "POST"),
        new("/amendments", "/amendments", 401, 404, 404, 404, 404, 200),
        new("/amendments/{amendment:guid}", "/amendments/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/directory", "/directory", 401, 404, 404, 404, 404, 200),
        new("/erasures", "/erasures", 401, 404, 404, 404, 404, 200),
        new("/erasures/schedule", "/erasures/schedule", 401, 404, 404, 404, 404, 200, "POST"),
        new("/erasures/learners/{id:guid}", "/erasures/learners/{own}", 401, 404, 404, 404, 404, 200),
        new("/erasures/learners/{id:guid}/hold", "/erasures/learners/{own}/hold", 401, 404, 404, 404, 404, 200, "POST"),
        new("/erasures/{erasure:guid}", "/erasures/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/learners/{id:guid}/looks", "/learners/{own}/looks", 401, 200, 404, 403, 404, 200),
        new("/journal", "/journal", 401, 404, 404, 404, 404, 200),
        new("/journal/export", "/journal/export", 401, 404, 404, 404, 404, 200),
        new("/journal/verify", "/journal/verify", 401, 404, 404, 404, 404, 302, "POST"),
        new("/framework", "/framework", 401, 200, 200, 200, 200, 200),
        new("/workshop/", "/workshop", 401, 404, 404, 404, 404, 200),
        new("/workshop/new", "/workshop/new", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}", "/workshop/frameworks/{framework}", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/draft", "/workshop/frameworks/{framework}/draft", 401, 404, 404, 404, 404, 302, "POST"),
        new("/workshop/frameworks/{id:guid}/settings", "/workshop/frameworks/{framework}/settings", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/areas/{area}", "/workshop/frameworks/{framework}/areas/new", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/competencies/{competency}", "/workshop/frameworks/{framework}/competencies/1", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/competencies/{competency}/levels", "/workshop/frameworks/{framework}/competencies/1/levels", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/exemplars/{exemplar}", "/workshop/frameworks/{framework}/exemplars/new?competency={competency}&level=2", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/targets/{target}", "/workshop/frameworks/{framework}/targets/new?competency={competency}", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/portrait/{quality}", "/workshop/frameworks/{framework}/portrait/new", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/links", "/workshop/frameworks/{framework}/links", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/links/{link}", "/workshop/frameworks/{framework}/links/new", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/remove", "/workshop/frameworks/{framework}/remove", 401, 404, 404, 404, 404, 200, "POST"),
        new("/workshop/frameworks/{id:guid}/compare", "/workshop/frameworks/{framework}/compare", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/adopt", "/workshop/frameworks/{framework}/adopt", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/drop", "/workshop/frameworks/{framework}/drop", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/rules", "/workshop/frameworks/{framework}/rules", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/rules/change", "/workshop/frameworks/{framework}/rules/change?competency=1&for=one-1&rule=mean", 401, 404, 404, 404, 404, 200),
        new("/workshop/frameworks/{id:guid}/scales", "/workshop/frameworks/{framework}/scales", 401, 404, 404, 404, 404, 200),
        new("/workshop/scales", "/workshop/scales", 401, 404, 404, 404, 404, 200),
        new("/workshop/scales/{scale}", "/workshop/scales/new", 401, 404, 404, 404, 404, 200),
        new("/workshop/programs", "/workshop/programs", 401, 404, 404, 404, 404, 200),
        new("/workshop/programs/learners", "/workshop/programs/learners", 401, 404, 404, 404, 404, 200, "POST"),
        new("/workshop/words", "/workshop/words", 401, 404, 404, 404, 404, 200),
        new("/imports/", "/imports", 401, 404, 404, 404, 404, 200),
        new("/imports/files", "/imports/files", 401, 404, 404, 404, 404, 400, "POST"),
        new("/imports/roles/{id:guid}", "/imports/roles/{own}", 401, 404, 404, 404, 404, 404, "POST"),
        new("/imports/{id:guid}", "/imports/{run}", 401, 404, 404, 404, 404, 200),
        new("/imports/{id:guid}/apply", "/imports/{run}/apply", 401, 404, 404, 404, 404, 302, "POST"),
        new("/imports/{id:guid}/discard", "/imports/{own}/discard", 401, 404, 404, 404, 404, 404, "POST"),
        new("/imports/{id:guid}/undo", "/imports/{run}/undo", 401, 404, 404, 404, 404, 302, "POST"),
        new("/imports/{id:guid}/faults.csv", "/imports/{run}/faults.csv", 401, 404, 404, 404, 404, 200),
        new("/other-systems/", "/other-systems", 401, 404, 404, 404, 404, 200),
        new("/other-systems/{id:guid}/revoke", "/other-systems/{own}/revoke", 401, 404, 404, 404, 404, 404, "POST"),
        // What a write of the API gets with a body stands in the API's own matrix.
        new("/api/v1/openapi.json", "/api/v1/openapi.json", 200, 200, 200, 200, 200, 200),
        new("/api/v1/organizations", "/api/v1/organizations", 401, 200, 200, 200, 200, 200),
        new("/api/v1/groups", "/api/v1/groups", 401, 200, 200, 200, 200, 200),
        new("/api/v1/learners", "/api/v1/learners", 401, 200, 200, 200, 200, 200),
        new("/api/v1/learners/{id:guid}", "/api/v1/learners/{own}", 401, 200, 404, 200, 404, 200),
        new("/api/v1/learners/{id:guid}/determinations", "/api/v1/learners/{own}/determinations", 401, 200, 404, 200, 404, 200),
        new("/api/v1/learners/{id:guid}/evidence", "/api/v1/learners/{own}/evidence", 401, 200, 404, 200, 404, 200),
        new("/api/v1/learners/{id:guid}/judgments", "/api/v1/learners/{own}/judgments", 401, 200, 404, 200, 404, 200),
        new("/api/v1/learners/{id:guid}/retractions", "/api/v1/learners/{own}/retractions", 401, 415, 415, 415, 415, 415, "POST"),
        new("/api/v1/learners/{id:guid}/overrides", "/api/v1/learners/{own}/overrides", 401, 415, 415, 415, 415, 415, "POST"),
        new("/api/v1/judgments", "/api/v1/judgments", 401, 415, 415, 415, 415, 415, "POST"),
        new("/api/v1/frameworks", "/api/v1/frameworks", 401, 200, 200, 200, 200, 200),
        new("/api/v1/frameworks/{id:guid}", "/api/v1/frameworks/{framework}", 401, 200, 200, 200, 200, 200),
        new("/api/v1/journal", "/api/v1/journal?limit=1", 401, 404, 404, 404, 404, 200),
        new("/api/{**path}", "/api/nothing", 404, 404, 404, 404, 404, 404),
        new("{*path}", "/nothing", 404, 404, 404, 404, 404, 404),
    ];

    /// <summary>An address of every page.</summary>
    internal static IEnumerable<string> Pages(DemoSite demo) => Matrix.Where(one => one.Method == "GET").Select(one => Filled(one.Path, demo));

    /// <summary>An address of a route as its row has it; null where it has no row.</summary>
    internal static string? PathOf(string route) => Array.Find(Matrix, one => one.Route == route)?.Path;

    public static TheoryData<string> Routes => [.. Matrix.Select(one => one.Route)];

    [Fact]
    public void Every_route_has_a_row_and_every_row_a_route()
    {
        var (routes, rows) = (demo.Site.Routes.Select(one => one.RoutePattern.RawText!).Distinct().ToList(), Matrix.Select(one => one.Route).ToList());
        // Only what differs is compared: to show two long lists side by side takes minutes.
        routes.Except(rows, StringComparer.Ordinal).ShouldBeEmpty("routes without a row");
        rows.Except(routes, StringComparer.Ordinal).ShouldBeEmpty("rows without a route");
        rows.GroupBy(one => one, StringComparer.Ordinal).Where(one => one.Count() > 1).Select(one => one.Key).ShouldBeEmpty("rows that are there twice");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Everybody_gets_what_the_matrix_says(string route)
    {
        var row = Matrix.Single(one => one.Route == route);
        (await Of(row, null)).ShouldBe(row.Anonymous, "anonymous");
        (await Of(row, DemoSite.Self(demo.Own))).ShouldBe(row.Self, "the learner");
        (await Of(row, DemoSite.Self(demo.Classmate))).ShouldBe(row.OtherLearner, "another learner");
        (await Of(row, demo.Teacher)).ShouldBe(row.OwnTeacher, "own teacher");
        (await Of(row, demo.OtherTeacher)).ShouldBe(row.OtherTeacher, "another teacher");
        (await Of(row, demo.Leader)).ShouldBe(row.Leader, "the leader");
    }

    private static string Filled(string path, DemoSite demo) => path.Replace("{own}", $"{demo.Own.Id.Value:N}", StringComparison.Ordinal).Replace("{run}", $"{demo.Run:N}", StringComparison.Ordinal)
        .Replace("{framework}", $"{DemoSite.Framework.Value:N}", StringComparison.Ordinal).Replace("{competency}", $"{DemoFramework.CompetencyOf("RD.1").Value:N}", StringComparison.Ordinal);

    private async Task<int> Of(Row row, Actor? actor)
    {
        using var visitor = actor is null ? demo.Site.Visitor() : await demo.Site.As(actor);
        return (int)(await visitor.Send(new HttpMethod(row.Method), Filled(row.Path, demo), ("Sec-Fetch-Site", "same-origin"))).Status;
    }
}
