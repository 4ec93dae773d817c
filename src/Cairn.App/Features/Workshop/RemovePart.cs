using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Takes a part out of a draft. What was ever adopted, or judged, is never taken out: it is made inactive instead.</summary>
public partial class RemovePart
{
    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>Why it stays.</summary>
    [Parameter, EditorRequired] public string Why { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapPost("/frameworks/{id:guid}/remove", Remove);

    private static async Task<IResult?> Remove(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Draft.Find(visit, id, typed) is not { } draft) return ShowTyped.Of(typed);
        var part = typed.Id("part");
        if (typed.Ended is { } ended) return Refuse(draft, ended.WasAdopted ? words["form.ended.adopted"] : words["form.ended.dropped"]);
        if (Hindrance(draft, visit, words, typed, part) is { } why) return Refuse(draft, why);
        if (Removal(draft, part) is not { } removal) return ShowTyped.Of(typed);
        return await draft.Change(visit, typed, removal) ? Results.Redirect($"{draft.Path}?saved") : Refuse(draft, words["form.overtaken"]);
    }

    private static RazorComponentResult<RemovePart> Refuse(Draft draft, string why) => new(new { Draft = draft, Why = why }) { PreventStreamingRendering = true };

    private static string? Hindrance(Draft draft, Visit visit, Words words, Typed typed, Guid part)
    {
        if (!typed.IsOn("sure")) return words["workshop.remove.notSure"];
        if (draft.Content.Competencies.Any(one => one.Area.Value == part)) return words["workshop.remove.full"];
        var judged = JudgmentCounts.Of(visit.Db, part);
        return judged > 0 ? words["workshop.remove.judged", ("count", judged)] : Drafts.WasAdopted(visit.Db, part) ? words["workshop.remove.adopted"] : null;
    }

    private static Action<WriteTurn>? Removal(Draft draft, Guid part)
    {
        var (content, version) = (draft.Content, draft.Version);
        if (content.Find(new CompetencyId(part)) is { } competency) return turn => Drafts.Remove(turn, version, competency.Id);
        if (content.Targets.FirstOrDefault(one => one.Id.Value == part) is { } target) return turn => Drafts.Remove(turn, version, target.Id);
        if (content.Areas.FirstOrDefault(one => one.Id.Value == part) is { } area) return turn => Drafts.Remove(turn, version, area.Id);
        if (content.Associations.FirstOrDefault(one => one.Id.Value == part) is { } link) return turn => turn.Db.Remove(link);
        if (content.Exemplars.SelectMany(one => one).FirstOrDefault(one => one.Id.Value == part) is { } exemplar) return turn => turn.Db.Remove(exemplar);
        if (content.Portrait.FirstOrDefault(one => one.Id.Value == part) is { } quality)
            return turn =>
            {
                turn.Db.PortraitLinks.Where(one => one.Version == version && one.Quality == quality.Id).ExecuteDelete();
                turn.Db.Remove(quality);
            };
        return null;
    }
}
