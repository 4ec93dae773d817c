using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Credits;

/// <summary>What earns credit, and under which course title and code other systems know it.</summary>
public partial class ListPolicies
{
    internal const string Route = "/credits/policies";

    /// <summary>Every version, by code and number.</summary>
    [Parameter] public IReadOnlyList<CreditPolicy> All { get; set; } = [];

    /// <summary>The names of places.</summary>
    [Parameter] public IReadOnlyList<(string Key, string Name, PolicyPlace Place)> Places { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Registrars | Who.Counselors);

    private static RazorComponentResult<ListPolicies> Show(Visit visit, Words words, HttpContext http)
    {
        CreditsDoor.KeepNothing(http);
        return new(new { All = CreditRows.Policies(visit.Db), Places = PlacesOf(visit, words) }) { PreventStreamingRendering = true };
    }

    /// <summary>Where a policy can hold: the district, its schools, their programs.</summary>
    internal static IReadOnlyList<(string Key, string Name, PolicyPlace Place)> PlacesOf(Visit visit, Words words) =>
    [
        ("district", words["policy.district"], PolicyPlace.District),
        .. visit.Db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School).ToList().OrderBy(one => one.Name, words.Order).Select(one => ($"s-{one.Id.Value:N}", one.Name, new PolicyPlace(one.Id, null))),
        .. visit.Db.Programs.AsNoTracking().ToList().OrderBy(one => one.Name, words.Order).Select(one => ($"p-{one.Id.Value:N}", one.Name, new PolicyPlace(null, one.Id))),
    ];

    // Of each code the newest version, whether it holds already or not.
    private List<CreditPolicy> Newest => [.. All.GroupBy(one => one.Code, StringComparer.Ordinal).Select(some => some.MaxBy(one => one.Number)!)];
}
