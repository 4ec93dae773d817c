using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Tasks;

/// <summary>POST /tasks/{task}/give: given to a group, changed for it, ended for who joins later, or copied.</summary>
internal static class GiveTask
{
    private static readonly string[] Kept = ["do", "given", "given-seen", "given-title", "given-text", "given-product", "given-by", "given-open", "group", "by"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(TasksDoor.Path + "/{task:guid}/give", Give).For(Who.Educators);

    private static async Task<IResult?> Give(Guid task, Visit visit, Words words, HttpContext http)
    {
        var id = new BankTaskId(task);
        if (TaskBank.Find(visit.Db, visit.Scope, id) is not { } view) return null;
        var typed = await Typed.Read(http, words);
        var given = new TaskAssignmentId(typed.Id("given"));
        var isChange = typed["do"] == "change";
        var change = isChange ? ChangeOf(typed, visit, view.Given.FirstOrDefault(one => one.Assignment.Id == given)?.Assignment.DueOn) : null;
        var dueOn = !isChange && typed["by"].Length > 0 ? typed.PlannedDay("by", visit.Today) : null;
        if (!typed.IsGood) return EditTask.Page(visit, http, view, Beside(view, typed, words));
        if (typed["do"] == "clone")
            return await visit.Write(turn => TaskBank.Clone(turn, ScopeOf(turn, visit), id, new BankTaskId(typed.Once($"copy {task:N}", visit.Actor!.Person)))) is { } copy ? Results.Redirect(TasksDoor.PathOf(copy)) : null;
        var frameworks = visit.Frameworks;
        _ = int.TryParse(typed["given-seen"], CultureInfo.InvariantCulture, out var seen);
        var outcome = await visit.Write(turn => typed["do"] switch
        {
            "give" => TaskBank.Assign(turn, ScopeOf(turn, visit), new TaskGiving(frameworks), id, new GroupId(typed.Id("group")), dueOn, new TaskAssignmentId(typed.Once($"give {task:N}", visit.Actor!.Person))),
            "change" => TaskChanges.Change(turn, ScopeOf(turn, visit), new TaskGiving(frameworks), id, given, seen, change!),
            "end" => TaskBank.End(turn, ScopeOf(turn, visit), id, given),
            _ => ProjectOutcome.NotThere,
        });
        if (outcome == ProjectOutcome.Done) return Results.Redirect($"{TasksDoor.PathOf(id)}#give");
        if (outcome == ProjectOutcome.NotThere || TaskBank.Find(visit.Db, visit.Scope, id) is not { } now) return null;
        if (outcome != ProjectOutcome.Overtaken) typed.Refuse("give", words[outcome == ProjectOutcome.OutOfReach ? "tasks.give.reach" : "tasks.give.twice"]);
        var shown = Beside(now, typed, words);
        shown.IsOvertaken = outcome == ProjectOutcome.Overtaken;
        return EditTask.Page(visit, http, now, shown);
    }

    private static TaskChange ChangeOf(Typed typed, Visit visit, DateOnly? kept)
    {
        var (title, text, product) = (typed.Text("given-title", EditTask.LongestTitle, isNeeded: true), typed.Text("given-text", EditTask.LongestText), typed.Text("given-product", EditTask.LongestText));
        var aims = visit.Frameworks.SelectMany(one => one.Content.Competencies).Select(one => one.Id).Where(one => typed.IsOn($"given-aim-{one.Value:N}")).Distinct().ToList();
        return new TaskChange(title, text, product, typed["given-by"].Length > 0 ? typed.PlannedDay("given-by", visit.Today, kept) : null, aims, typed.IsOn("given-open"));
    }

    // The task's own form stands beside this one, and keeps what it says.
    private static Typed Beside(BankTaskView view, Typed typed, Words words)
    {
        var aims = view.Aims.Concat(view.Given.SelectMany(one => one.Aims)).Distinct().Select(one => $"given-aim-{one.Value:N}");
        var shown = Typed.Of(words, [.. EditTask.Stored(view), .. Kept.Concat(aims).Select(one => (one, (object?)typed[one]))]);
        foreach (var (name, why) in typed.Faults) shown.Refuse(name, why);
        return shown;
    }

    private static Scope ScopeOf(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, turn.Now);
}
