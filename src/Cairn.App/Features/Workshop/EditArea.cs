using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits an area of a draft.</summary>
public partial class EditArea
{
    private const string Route = "/frameworks/{id:guid}/areas/{area}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The area; null for a new one.</summary>
    [Parameter] public Area? Area { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditArea> Page(Draft draft, Area? area, Typed typed) => new(new { Draft = draft, Area = area, Typed = typed }) { PreventStreamingRendering = true };

    private static (Draft Draft, Area? Area)? Find(Visit visit, Guid id, string area, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        if (area == "new") return (draft, null);
        return Guid.TryParse(area, out var wanted) && draft.Content.Areas.FirstOrDefault(one => one.Id.Value == wanted) is { } found ? (draft, found) : null;
    }

    private static RazorComponentResult<EditArea>? Show(Guid id, string area, Visit visit, Words words)
    {
        if (Find(visit, id, area) is not var (draft, one)) return null;
        return Page(draft, one, one is null
            ? Typed.Of(words, ("kind", AreaKind.Learning), ("active", true), ("position", draft.Content.Areas.Count + 1))
            : Typed.Of(words, ("code", one.Code), ("title", one.Title), ("kind", one.Kind), ("active", one.IsActive), ("cap", one.PriorityCap), ("position", draft.Content.Areas.TakeWhile(each => each != one).Count() + 1)));
    }

    private static async Task<IResult?> Save(Guid id, string area, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, area, typed) is not var (draft, was)) return ShowTyped.Of(typed);
        var row = new Area(draft.Version, was?.Id ?? new AreaId(Guid.CreateVersion7()), Draft.CodeOf(typed, words, was?.Code), typed.Text("title", Draft.LongestTitle, isNeeded: true),
            typed.Choice<AreaKind>("kind"), typed.IsOn("active"), 1) { PriorityCap = typed.WholeOrNone("cap", 0, 1000) };
        var place = typed.WholeOrNone("position", 1, Draft.LastPlace) ?? draft.Content.Areas.Count + 1;
        if (draft.Content.Areas.Any(one => one.Id != row.Id && one.Code.Equals(row.Code, StringComparison.OrdinalIgnoreCase))) typed.Refuse("code", words["workshop.code.taken", ("code", row.Code)]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
                Draft.Put(turn, Draft.Place(turn, draft.Content.Areas.Where(one => one.Id != row.Id), row, place, (one, at) => one with { Position = at }, one => one.Position), was is null)))
            return Page(Draft.Find(visit, id, typed) ?? draft, was, typed);
        return Results.Redirect($"{draft.SavedPath(row.Id)}#area-{place}");
    }
}
