using Cairn.App.Access;
using Cairn.App.Notices;
using Cairn.App.Ui.Words;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Families;

/// <summary>Ends letters from the letter itself (RFC 8058): by one press, without a sign-in. It says nothing of anybody, and opens nothing else.</summary>
public partial class StopLetters
{
    /// <summary>Was it done?</summary>
    [Parameter] public bool IsDone { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        // Looking at it ends nothing: programs that open every address of a letter would end them unasked.
        routes.MapGet(StopLink.Route, Show).For(Who.Anyone).InFamilyLanguages();
        routes.MapPost(StopLink.Route, Stop).For(Who.Anyone).InFamilyLanguages().WithMetadata(new OneClick());
    }

    // What was not made here is nowhere: for whom it would be is told to nobody.
    private static IResult Show(string token, Visit visit, HttpContext http) => StopLink.Read(visit.Served, token) is null ? SignedIn.Nowhere : Page(http, isDone: false);

    private static async Task<IResult> Stop(string token, Visit visit, HttpContext http)
    {
        if (StopLink.Read(visit.Served, token) is not var (person, kind)) return SignedIn.Nowhere;
        var usual = visit.Served.Terms.Usual;
        await visit.Write(turn => PolicyRows.Stop(turn, person, usual, isWeekly: kind == StopKind.Weekly));
        return Page(http, isDone: true);
    }

    private static RazorComponentResult<StopLetters> Page(HttpContext http, bool isDone)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(new { IsDone = isDone }) { PreventStreamingRendering = true };
    }
}
