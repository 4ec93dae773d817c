using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.FamilyRights;

/// <summary>What a family, and a learner, may ask for and decide, in plain words.</summary>
public partial class YourRights
{
    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Does the reader hold the rights now? Else they wait: for the 18th birthday, or they have passed on.</summary>
    [Parameter] public bool IsHolder { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/learners/{id:guid}/rights", Show).For(Who.Family, Cairn.Learning.People.Rights.SeeRecord).InFamilyLanguages();

    private static RazorComponentResult<YourRights>? Show(Guid id, Visit visit, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-cache";
        return new RazorComponentResult<YourRights>(new { Learner = learner, IsHolder = RightsHolders.Has(visit.Db, visit.Actor!, learner, visit.Today, visit.Now) }) { PreventStreamingRendering = true };
    }
}
