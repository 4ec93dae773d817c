using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;

namespace Cairn.App.Api.Cairn;

internal sealed record LearnerJson(Guid Id, string Username, string GivenName, string FamilyName, string PreferredName, Guid? School, Guid? Program, int? GraduationYear, int Version)
{
    public static LearnerJson Of(Learner one) => new(one.Id.Value, one.Username, one.GivenName, one.FamilyName, one.PreferredName, one.School?.Value, one.Program?.Value, one.GraduationYear, one.Version);
}

internal sealed record LearnersJson(IReadOnlyList<LearnerJson> Learners, string? Next);

/// <summary>GET /learners and /learners/{id}: who they are. No birth date, address or guardian goes out here.</summary>
internal static class ReadLearners
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/learners", Many).Needs(ClientScope.RosterRead);
        api.MapGet("/learners/{id:guid}", One).Needs(ClientScope.RosterRead);
    }

    /// <summary>The tag of a learner's row: what If-Match asks for.</summary>
    public static string TagOf(int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"v{version}\"");

    private static async Task<ApiAnswer> Many(HttpContext http, ApiCaller caller, Disclosure disclosure)
    {
        var asked = AskedQuery.Of(http, "group", "school", "username", "id", "limit", "cursor");
        var (limit, after) = (asked.Limit(), asked.Cursor());
        var which = new LearnersAsked(
            asked.Id("group") is { } group ? new GroupId(group) : null, asked.Id("school") is { } school ? new OrganizationId(school) : null, asked.Text("username"), asked.Ids("id"));
        if (!asked.IsGood) return asked.Refusal;
        var page = LearnersPage.Of(caller.Scope, which, after, limit);
        if (caller.Client is not null) await disclosure.Tell(caller.District, caller.Acting, caller.Scope);
        return ApiAnswer.Of(new LearnersJson([.. page.Select(LearnerJson.Of)], AskedQuery.After(page, limit, one => one.Username)), ApiJson.Default.LearnersJson);
    }

    private static async Task<ApiAnswer> One(Guid id, HttpContext http, ApiCaller caller, Disclosure disclosure)
    {
        var asked = AskedQuery.Of(http);
        if (!asked.IsGood) return asked.Refusal;
        if (caller.Scope.Find(new LearnerId(id)) is not { } learner) return ApiAnswer.Of(Problems.NotFound());
        if (caller.Client is not null) await disclosure.Tell(caller.District, caller.Acting, caller.Scope);
        var answer = ApiAnswer.Of(LearnerJson.Of(learner), ApiJson.Default.LearnerJson);
        return new ApiAnswer(answer.Status, answer.Bytes, answer.ContentType) { Tag = TagOf(learner.Version) };
    }
}
