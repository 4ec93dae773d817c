using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Tasks;

/// <summary>POST /tasks/{task}/give: given to a group, ended for who joins later, or copied.</summary>
internal static class GiveTask
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(TasksDoor.Path + "/{task:guid}/give", Give).For(Who.Educators);

    private static async Task<IResult?> Give(Guid task, Visit visit, Words words, HttpContext http)
    {
        var id = new BankTaskId(task);
        if (TaskBank.Find(visit.Db, visit.Scope, id) is not { } view) return null;
        var typed = await Typed.Read(http, words);
        var dueOn = typed["by"].Length > 0 ? typed.Day("by") : null;
        if (!typed.IsGood) return EditTask.Page(visit, http, view, typed);
        if (typed["do"] == "clone")
            return await visit.Write(turn => TaskBank.Clone(turn, ScopeOf(turn, visit), id)) is { } copy ? Results.Redirect(TasksDoor.PathOf(copy)) : null;
        var frameworks = visit.Frameworks;
        var outcome = await visit.Write(turn => typed["do"] switch
        {
            "give" => TaskBank.Assign(turn, ScopeOf(turn, visit), new TaskGiving(frameworks), id, new GroupId(typed.Id("group")), dueOn),
            "end" => TaskBank.End(turn, ScopeOf(turn, visit), new TaskAssignmentId(typed.Id("given"))),
            _ => ProjectOutcome.NotThere,
        });
        if (outcome == ProjectOutcome.Done) return Results.Redirect($"{TasksDoor.PathOf(id)}#give");
        if (outcome == ProjectOutcome.NotThere) return null;
        typed.Refuse("give", words[outcome == ProjectOutcome.OutOfReach ? "tasks.give.reach" : "tasks.give.twice"]);
        return EditTask.Page(visit, http, view, typed);
    }

    private static Scope ScopeOf(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, turn.Now);
}
