using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>Drops a draft. What is in force stays as it is; a framework that was never adopted goes with its draft.</summary>
public partial class DropDraft
{
    private const string Route = "/frameworks/{id:guid}/drop";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Drop);
    }

    private static RazorComponentResult<DropDraft> Page(Draft draft, Typed typed) => new(new { Draft = draft, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<DropDraft>? Show(Guid id, Visit visit, Words words) => Draft.Find(visit, id) is { } draft ? Page(draft, Typed.Of(words)) : null;

    private static async Task<IResult?> Drop(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Draft.Find(visit, id, typed) is not { } draft) return ShowTyped.Of(typed);
        if (!typed.IsOn("sure")) typed.Refuse("sure", words["workshop.drop.notSure"]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn => Drafts.Drop(turn, draft.Content.Version))) return Page(Draft.Find(visit, id, typed) ?? draft, typed);
        return Results.Redirect(Door.Path);
    }
}
