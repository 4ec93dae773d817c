using Cairn.App.Access;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Api.Cairn;

internal sealed record OrganizationJson(Guid Id, string Kind, string Name, string TimeZone);

internal sealed record OrganizationsJson(IReadOnlyList<OrganizationJson> Organizations);

/// <summary>GET /organizations: the district, and the schools and partners that the asker has to do with.</summary>
internal static class ReadOrganizations
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/organizations", Read).Needs(ClientScope.RosterRead);

    private static ApiAnswer Read(HttpContext http, ApiCaller caller)
    {
        var asked = AskedQuery.Of(http);
        if (!asked.IsGood) return asked.Refusal;
        var all = caller.Visit.Db.Organizations.AsNoTracking().OrderBy(one => one.Kind).ThenBy(one => one.Name).ToList();
        if (!caller.Actor!.LeadsDistrict && caller.Actor is not { Kind: ActorKind.Client, School: null })
        {
            var own = caller.Scope.Groups().Select(one => one.Organization).Concat(caller.Scope.Schools().Select(one => one.Id)).Append(caller.Actor.School ?? default).ToHashSet();
            all.RemoveAll(one => one.Kind != OrganizationKind.District && !own.Contains(one.Id));
        }

        return ApiAnswer.Of(new OrganizationsJson([.. all.Select(one => new OrganizationJson(one.Id.Value, Word.Of(one.Kind), one.Name, one.TimeZone))]), ApiJson.Default.OrganizationsJson);
    }
}
