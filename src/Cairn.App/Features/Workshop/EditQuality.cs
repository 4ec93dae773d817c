using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits a quality of the portrait of a graduate, and says which competencies show it.</summary>
public partial class EditQuality
{
    private const string Route = "/frameworks/{id:guid}/portrait/{quality}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The quality; null for a new one.</summary>
    [Parameter] public PortraitQuality? Quality { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static string Key(Competency one) => $"by-{one.Id.Value:N}";

    private static RazorComponentResult<EditQuality> Page(Draft draft, PortraitQuality? quality, Typed typed) => new(new { Draft = draft, Quality = quality, Typed = typed }) { PreventStreamingRendering = true };

    private static (Draft Draft, PortraitQuality? Quality)? Find(Visit visit, Guid id, string quality, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        if (quality == "new") return (draft, null);
        return Guid.TryParse(quality, out var wanted) && draft.Content.Portrait.FirstOrDefault(one => one.Id.Value == wanted) is { } found ? (draft, found) : null;
    }

    private static RazorComponentResult<EditQuality>? Show(Guid id, string quality, Visit visit, Words words)
    {
        if (Find(visit, id, quality) is not var (draft, one)) return null;
        var shownBy = one is null ? [] : draft.Content.ShownBy[one.Id].ToHashSet();
        return Page(draft, one, Typed.Of(words, [("code", one?.Code), ("title", one?.Title), ("statement", one?.Statement), ("position", one is null ? draft.Content.Portrait.Count + 1 : draft.Content.Portrait.TakeWhile(each => each != one).Count() + 1),
            .. draft.Content.Competencies.Where(each => shownBy.Contains(each.Id)).Select(each => (Key(each), (object?)true))]));
    }

    private static async Task<IResult?> Save(Guid id, string quality, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, quality, typed) is not var (draft, was)) return ShowTyped.Of(typed);
        var row = new PortraitQuality(draft.Version, was?.Id ?? new QualityId(Guid.CreateVersion7()), Draft.CodeOf(typed, words, was?.Code),
            typed.Text("title", Draft.LongestTitle, isNeeded: true), typed.Text("statement", Draft.LongestText), 1);
        var place = typed.WholeOrNone("position", 1, Draft.LastPlace) ?? Draft.LastPlace;
        if (draft.Content.Portrait.Any(one => one.Id != row.Id && one.Code.Equals(row.Code, StringComparison.OrdinalIgnoreCase))) typed.Refuse("code", words["workshop.code.taken", ("code", row.Code)]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
            {
                Draft.Put(turn, Draft.Place(turn, draft.Content.Portrait.Where(one => one.Id != row.Id), row, place, (one, at) => one with { Position = at }, one => one.Position), was is null);
                turn.Db.SaveChanges();
                turn.Db.PortraitLinks.Where(one => one.Version == draft.Version && one.Quality == row.Id).ExecuteDelete();
                turn.Db.AddRange(draft.Content.Competencies.Where(one => typed.IsOn(Key(one))).Select(one => new PortraitLink(draft.Version, row.Id, one.Id)));
            })) return Page(Draft.Find(visit, id, typed) ?? draft, was, typed);
        return Results.Redirect($"{draft.Path}?saved#portrait");
    }
}
