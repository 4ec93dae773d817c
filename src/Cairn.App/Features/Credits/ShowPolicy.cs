using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>One version of what earns credit: how, by which parts, under which course, and the versions before and after it.</summary>
public partial class ShowPolicy
{
    private const string Route = ListPolicies.Route + "/{policy:guid}";

    /// <summary>The version.</summary>
    [Parameter, EditorRequired] public CreditPolicy Policy { get; set; } = null!;

    /// <summary>All versions, the newest first.</summary>
    [Parameter] public IReadOnlyList<CreditPolicy> Versions { get; set; } = [];

    /// <summary>Its parts, in order.</summary>
    [Parameter] public IReadOnlyList<CreditPart> Parts { get; set; } = [];

    /// <summary>Where it holds.</summary>
    [Parameter] public string Place { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Registrars | Who.Counselors);

    internal static string PathOf(CreditPolicyId policy) => $"{ListPolicies.Route}/{policy.Value:N}";

    private static RazorComponentResult<ShowPolicy>? Show(Guid policy, Visit visit, Words words, HttpContext http)
    {
        var all = CreditRows.Policies(visit.Db);
        if (all.FirstOrDefault(one => one.Id.Value == policy) is not { } found) return null;
        CreditsDoor.KeepNothing(http);
        return new(new
        {
            Policy = found, Versions = (IReadOnlyList<CreditPolicy>)[.. all.Where(one => one.Code == found.Code).OrderByDescending(one => one.Number)],
            Parts = (IReadOnlyList<CreditPart>)[.. CreditRows.Parts(visit.Db)[found.Id].OrderBy(one => one.Position)],
            Place = ListPolicies.PlacesOf(visit, words).FirstOrDefault(one => one.Place.Said == found.Place.Said).Name ?? "",
        }) { PreventStreamingRendering = true };
    }
}
