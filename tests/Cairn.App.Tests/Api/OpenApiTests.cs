using System.Net;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Api.Cairn;
using Cairn.Storage;
using Cairn.App.Tests.Web;
using Microsoft.AspNetCore.Routing;

namespace Cairn.App.Tests.Api;

/// <summary>The description of the API says what there is: every route, every scope, every field.</summary>
public sealed class OpenApiTests(DemoSite demo)
{
    private static readonly string[] Methods = ["get", "post", "patch", "put", "delete"];

    [Fact]
    [Trait("Abuse", "A9")]
    public async Task Anybody_may_read_it_and_it_speaks_of_this_API_only()
    {
        using var nobody = demo.Site.Visitor();
        var answer = await nobody.Get("/api/v1/openapi.json");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        foreach (var secret in (string[])["/workshop", "/imports", "/other-systems", "/metrics", "/health", "password", "Cairn.Storage", "localhost", "127.0.0.1"]) answer.Body.ShouldNotContain(secret);
        using var leader = await demo.Site.As(demo.Leader);
        (await leader.Get("/api/v1/openapi.json")).Bytes.ShouldBe(answer.Bytes, "it is the same for everybody");
    }

    [Fact]
    public async Task It_has_every_route_and_no_other_each_with_its_scope()
    {
        var said = (await Document()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(one => Methods.Contains(one.Name)).Select(one => (
            Route: $"{one.Name.ToUpperInvariant()} {path.Name}",
            Scope: string.Join(' ', one.Value.GetProperty("security").EnumerateArray().Where(each => each.TryGetProperty("token", out _)).SelectMany(each => each.GetProperty("token").EnumerateArray().Select(scope => scope.GetString()!)))))).ToList();
        var there = demo.Site.Routes.Where(one => one.RoutePattern.RawText!.StartsWith(ApiDoor.Path, StringComparison.Ordinal)).SelectMany(one => one.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (
            Route: $"{method} {one.RoutePattern.RawText![ApiDoor.Path.Length..].Replace(":guid", "", StringComparison.Ordinal)}", Scope: one.Metadata.GetMetadata<NeededScope>()?.Scope ?? ""))).ToList();
        said.Select(one => one.Route).ShouldBe(there.Select(one => one.Route), ignoreOrder: true);
        // A name is a person's to say: no token opens it.
        foreach (var (route, scope) in there.Where(one => !one.Route.StartsWith("PATCH", StringComparison.Ordinal))) said.Single(one => one.Route == route).Scope.ShouldBe(scope, route);
        there.Select(one => one.Scope).Where(one => one.Length > 0).ShouldBeSubsetOf(ClientScope.All);
    }

    [Theory]
    [InlineData("Problem", typeof(Problem))]
    [InlineData("Fault", typeof(Fault))]
    [InlineData("Organization", typeof(OrganizationJson))]
    [InlineData("Group", typeof(GroupJson))]
    [InlineData("Learner", typeof(LearnerJson))]
    [InlineData("Learners", typeof(LearnersJson))]
    [InlineData("ChangedLearner", typeof(ChangedLearnerJson))]
    [InlineData("Determination", typeof(DeterminationJson))]
    [InlineData("NotYet", typeof(NotYetJson))]
    [InlineData("Dropped", typeof(DroppedJson))]
    [InlineData("Evidence", typeof(EvidenceJson))]
    [InlineData("Judgment", typeof(JudgmentJson))]
    [InlineData("JudgmentsPage", typeof(JudgmentsPageJson))]
    [InlineData("JournalPage", typeof(JournalPageJson))]
    [InlineData("JournalEntry", typeof(JournalEntryJson))]
    [InlineData("Framework", typeof(FrameworkJson))]
    [InlineData("Competency", typeof(CompetencyJson))]
    [InlineData("Target", typeof(TargetJson))]
    [InlineData("RecordedEvidence", typeof(RecordedEvidenceJson))]
    [InlineData("RecordedJudgments", typeof(RecordedJudgmentsJson))]
    [InlineData("Recorded", typeof(RecordedJson))]
    public async Task Every_field_of_an_answer_is_described_and_no_other(string schema, Type type) =>
        (await Document()).GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject().Select(one => one.Name)
            .ShouldBe(type.GetProperties().Where(one => one.Name != "EqualityContract").Select(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name)), ignoreOrder: true);

    [Fact]
    public async Task Every_reference_in_it_leads_somewhere()
    {
        var document = await Document();
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        References(document).Select(one => one.Split('/')[^1]).Distinct().ShouldBeSubsetOf(schemas);
    }

    private async Task<JsonElement> Document()
    {
        using var nobody = demo.Site.Visitor();
        return JsonDocument.Parse((await nobody.Get("/api/v1/openapi.json")).Body).RootElement.Clone();
    }

    private static IEnumerable<string> References(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(one => one.Name == "$ref" ? [one.Value.GetString()!] : References(one.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
