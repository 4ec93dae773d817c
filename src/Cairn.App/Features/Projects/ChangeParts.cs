using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>POST /projects/{project}/parts: what is to be done of a project, and what is done.</summary>
internal static class ChangeParts
{
    private const int LongestTitle = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/projects/{project:guid}/parts", Change).For(Who.Learners | Who.Educators).OpenToBadges();

    private static async Task<IResult?> Change(Guid project, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new ProjectId(project), await Typed.Read(http, words));
        if (ProjectRows.Find(visit.Db, visit.Scope, id) is not { Rights.Write: true } view) return null;
        var what = typed["do"];
        var title = what is "add" or "edit" ? typed.Text("title", LongestTitle, isNeeded: true) : "";
        var dueOn = what is "add" or "edit" && typed["by"].Length > 0 ? typed.PlannedDay("by", visit.Today, what == "edit" ? view.Parts.FirstOrDefault(one => $"{one.Position}" == typed["position"])?.DueOn : null) : null;
        if (what != "add" && !int.TryParse(typed["position"], NumberStyles.None, CultureInfo.InvariantCulture, out _)) return null;
        if (!typed.IsGood) return ShowProject.Page(visit, words, http, id, typed);
        var position = what == "add" ? 0 : int.Parse(typed["position"], CultureInfo.InvariantCulture);
        var outcome = await visit.Write(turn =>
        {
            var scope = new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now);
            return what switch
            {
                "add" => PartWriting.Add(turn, scope, id, title, dueOn),
                "edit" => PartWriting.Edit(turn, scope, id, position, title, dueOn),
                "tick" => PartWriting.Tick(turn, scope, id, position, isDone: true),
                "untick" => PartWriting.Tick(turn, scope, id, position, isDone: false),
                "remove" => PartWriting.Remove(turn, scope, id, position),
                _ => ProjectOutcome.NotThere,
            };
        });
        if (outcome == ProjectOutcome.Done) return Results.Redirect($"{ProjectsDoor.PathOf(id)}#parts");
        if (outcome == ProjectOutcome.NotThere) return null;
        typed.Refuse("parts", words["projects.notNow"]);
        return ShowProject.Page(visit, words, http, id, typed);
    }
}
