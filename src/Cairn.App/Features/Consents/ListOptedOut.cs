using Cairn.App.Access;
using Cairn.Learning.People;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Consents;

/// <summary>Learners who are named in no list for others, for those who make such lists.</summary>
public partial class ListOptedOut
{
    /// <summary>The learners.</summary>
    [Parameter] public IReadOnlyList<Learner> Learners { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/directory", Show).For(Who.Leaders | Who.PrivacyOfficers);

    private static RazorComponentResult<ListOptedOut> Show(Visit visit, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learners = NamesForOthers.OptedOut(visit.Db, visit.Scope, visit.Today, visit.Now) }) { PreventStreamingRendering = true };
    }
}
