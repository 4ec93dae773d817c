using Cairn.Storage;

namespace Cairn.App.Api.Cairn;

internal sealed record GroupJson(Guid Id, Guid Organization, string Name, string Kind, DateTime? EndedAt);

internal sealed record GroupsJson(IReadOnlyList<GroupJson> Groups);

/// <summary>GET /groups: the groups that the asker works with.</summary>
internal static class ReadGroups
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/groups", Read).Needs(ClientScope.RosterRead);

    private static ApiAnswer Read(HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http, "school");
        var school = asked.Id("school");
        if (!asked.IsGood) return asked.Refusal;
        var groups = caller.Scope.Groups().Where(one => school is null || one.Organization.Value == school);
        return ApiAnswer.Of(new GroupsJson([.. groups.Select(one => new GroupJson(one.Id.Value, one.Organization.Value, one.Name, Word.Of(one.Kind), one.EndedAt))]), ApiJson.Default.GroupsJson);
    }
}
