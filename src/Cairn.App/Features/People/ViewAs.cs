using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.People;

/// <summary>POST /view, and /view/end: a leader looks at what another sees, with a reason.</summary>
public partial class ViewAs
{
    private const int ShortestReason = 10;
    private const int LongestReason = 500;

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter, EditorRequired] public Guid Person { get; set; }

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Error { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/view", Begin).For(Who.Leaders);
        routes.MapPost("/view/end", End).For(new Audience(Who.SignedIn) { IsOpenWhileViewing = true });
    }

    private static async Task<IResult?> Begin(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var kind = Enum.TryParse<ActorKind>(typed["kind"], out var one) && Enum.IsDefined(one) ? one : ActorKind.Anyone;
        var refusals = http.RequestServices.GetRequiredService<Refusals>();
        if (Cairn.Storage.Queries.ViewedActor.Find(visit.Db, visit.Actor!, kind, typed.Id("person"), visit.Today, visit.Now) is not { } viewed)
        {
            await refusals.Note(http, RefusedWhy.NotTheirs);
            return null;
        }

        var reason = typed.Text("reason", LongestReason);
        if (reason.Length < ShortestReason || !typed.IsGood)
            return new RazorComponentResult<ViewAs>(new { Kind = kind.ToString(), Person = viewed.Person, viewed.Name, Error = words["viewing.reason.short"] }) { StatusCode = StatusCodes.Status400BadRequest, PreventStreamingRendering = true };
        return await Viewing.Begin(http, visit, kind, viewed.Person, reason) ? Results.Redirect(Visit.HomeOf(viewed)) : null;
    }

    private static async Task<IResult> End(Visit visit, HttpContext http)
    {
        var home = Visit.HomeOf(visit.Actor!.Viewer ?? visit.Actor);
        await Viewing.End(http, visit);
        return Results.Redirect(home);
    }
}
