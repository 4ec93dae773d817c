using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Adopts a draft: from then on it is in force and never changes, and every standing is concluded anew.</summary>
public partial class AdoptDraft
{
    private const string Route = "/frameworks/{id:guid}/adopt";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>What changes.</summary>
    [Parameter] public IReadOnlyList<FrameworkChange> Changes { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Prerequisites that go in a circle, by their names.</summary>
    private IEnumerable<string> Circles => PrerequisiteGraph.CirclesIn(Draft.Content).Select(Draft.NamesOf);

    private int Count(ChangeKind kind) => Changes.Count(one => one.Kinds.Contains(kind));

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Adopt);
    }

    private static RazorComponentResult<AdoptDraft> Page(Draft draft, Typed typed) =>
        new(new { Draft = draft, Changes = FrameworkChanges.Between(draft.InForce, draft.Content), Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<AdoptDraft>? Show(Guid id, Visit visit, Words words) => Draft.Find(visit, id) is { } draft ? Page(draft, Typed.Of(words)) : null;

    private static async Task<IResult?> Adopt(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Draft.Find(visit, id, typed) is not { } draft) return ShowTyped.Of(typed);
        var note = typed.Text("about", Draft.LongestText, isNeeded: true);
        if (!typed.IsOn("sure")) typed.Refuse("sure", words["workshop.adopt.notSure"]);
        if (draft.Content.Competencies.All(one => !draft.Content.Counts(one.Id))) typed.Refuse("about", words["workshop.adopt.empty"]);
        // No tree holds it, and no package: what was adopted so could not be brought in anywhere.
        if (ChildCircles.In(draft.Content) is { Count: > 0 } circles) typed.Refuse("about", words["workshop.adopt.circle", ("names", string.Join("; ", circles.Select(draft.NamesOf)))]);
        if (typed.Ended is null && draft.InForce is not null && FrameworkChanges.Between(draft.InForce, draft.Content).Count == 0) typed.Refuse("about", words["workshop.adopt.same"]);
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
            {
                turn.Db.FrameworkVersions.Where(one => one.Id == draft.Version).ExecuteUpdate(set => set.SetProperty(one => one.Note, note));
                turn.Adopt(draft.Version, turn.Now, visit.Actor!.Name);
            })) return Page(Draft.Find(visit, id, typed) ?? draft, typed);
        return Results.Redirect(Door.Path);
    }
}
