using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>Edits what is of the framework as a whole: its title, and the last stage of its continuum.</summary>
public partial class EditFramework
{
    private const string Route = "/frameworks/{id:guid}/settings";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditFramework> Page(Draft draft, Typed typed) => new(new { Draft = draft, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<EditFramework>? Show(Guid id, Visit visit, Words words) =>
        Draft.Find(visit, id) is { } draft ? Page(draft, Typed.Of(words, ("title", draft.Title), ("stages", draft.Content.Version.LastStage))) : null;

    private static async Task<IResult?> Save(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Draft.Find(visit, id, typed) is not { } draft) return ShowTyped.Of(typed);
        var title = typed.Text("title", Draft.LongestTitle, isNeeded: true);
        var stages = typed.WholeOrNone("stages", 1, 255);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
            {
                turn.Db.Update(draft.Content.Framework with { Title = title });
                turn.Db.Update(draft.Content.Version with { LastStage = stages, Edits = draft.Edits + 1 });
                turn.ChangeFramework();
            })) return Page(Draft.Find(visit, id, typed) ?? draft, typed);
        return Results.Redirect($"{draft.Path}?saved");
    }
}
