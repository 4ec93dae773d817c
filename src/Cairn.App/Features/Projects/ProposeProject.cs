using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Projects;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Projects;

/// <summary>A project is proposed, or written anew: the question first, then what it could show, from the words as they are typed.</summary>
public partial class ProposeProject
{
    private const int LongestQuestion = 300;
    private const int LongestText = 2000;

    /// <summary>The form as it stands.</summary>
    [Parameter, EditorRequired] public ProposalForm Form { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/learners/{id:guid}/projects/new", ShowNew).For(Who.Learners | Who.Educators, Rights.Plan).OpenToBadges();
        routes.MapPost("/learners/{id:guid}/projects/new", SaveNew).For(Who.Learners | Who.Educators, Rights.Plan).OpenToBadges();
        routes.MapGet("/projects/{project:guid}/edit", ShowEdit).For(Who.Learners | Who.Educators).OpenToBadges();
        routes.MapPost("/projects/{project:guid}/edit", SaveEdit).For(Who.Learners | Who.Educators).OpenToBadges();
    }

    private static RazorComponentResult<ProposeProject>? ShowNew(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(http, ProposalForm.New(visit, words, learner, Typed.Of(words))) : null;

    private static RazorComponentResult<ProposeProject>? ShowEdit(Guid project, Visit visit, Words words, HttpContext http)
    {
        if (Editable(visit, project) is not { } view) return null;
        var one = view.Project;
        var typed = Typed.Of(words, [("question", one.Question), ("product", one.Product), ("evidence", one.Evidence), ("group", one.Group?.Value.ToString("N")), ("starts", Day(one.StartsOn)), ("due", Day(one.DueOn)), (Typed.SeenName, one.Version),
            .. view.Team.Select(each => ($"with-{each.Learner.Value:N}", (object?)true)), .. view.Aims.Select(each => (AimRows.BoxOf(each.Learner, each.Competency), (object?)true))]);
        return Page(http, ProposalForm.Of(visit, words, view, typed));
    }

    private static async Task<IResult?> SaveNew(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var form = ProposalForm.New(visit, words, learner, typed);
        if (Read(form, words) is not { } draft) return Shown(http, form);
        // One key is one project, whatever else was typed since: a draft that keeps itself may be on its way still when its learner asks.
        var project = new ProjectId(typed.OnceByKey($"project {learner.Id.Value:N}", visit.Actor!.Person));
        var outcome = await visit.Write(turn => ProjectWriting.BeginOnce(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), learner.Id, project, draft, typed["do"] == "keep"));
        if (outcome == ProjectOutcome.Done) return After(http, visit, words, form, project);
        if (outcome != ProjectOutcome.Overtaken) return null;
        // What keeps itself is told where it is written from now on, and that these words are not there yet.
        if (form.IsPart) return Editable(visit, project.Value) is { } stands ? Shown(http, ProposalForm.Of(visit, words, stands, typed) with { IsMoved = true, Wrote = ProjectWriting.Begun }) : Results.NoContent();
        typed.SentBefore(ProjectsDoor.PathOf(project), Typed.OnceName);
        http.Response.StatusCode = StatusCodes.Status409Conflict;
        return Shown(http, form);
    }

    private static async Task<IResult?> SaveEdit(Guid project, Visit visit, Words words, HttpContext http)
    {
        if (Editable(visit, project) is not { } view) return null;
        var typed = await Typed.Read(http, words);
        var form = ProposalForm.Of(visit, words, view, typed);
        if (Read(form, words) is not { } draft) return Shown(http, form);
        _ = int.TryParse(typed.Seen, System.Globalization.CultureInfo.InvariantCulture, out var seen);
        var outcome = await visit.Write(turn => ProjectWriting.Edit(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), view.Project.Id, seen, draft));
        if (outcome == ProjectOutcome.Done) return After(http, visit, words, form, view.Project.Id);
        if (outcome == ProjectOutcome.NotThere || Editable(visit, project) is not { } now) return null;
        typed.IsOvertaken = true;
        return Shown(http, ProposalForm.Of(visit, words, now, typed));
    }

    /// <summary>A project that the asker may write as it is now: a team writes its draft.</summary>
    private static ProjectView? Editable(Visit visit, Guid project) =>
        ProjectRows.Find(visit.Db, visit.Scope, new ProjectId(project)) is { Rights.Write: true, Project.IsOpen: true } view && (!view.Rights.IsOfTeam || view.Project.State == ProjectState.Draft) ? view : null;

    /// <summary>What is to be stored; null where something is to be mended first, or where nothing is to be stored yet.</summary>
    private static ProjectDraft? Read(ProposalForm form, Words words)
    {
        var (typed, what) = (form.Typed, form.Typed["do"]);
        var isAsked = what == "ask";
        if (what is "suggest" or "find") return null;
        var draft = new ProjectDraft(typed.Text("question", LongestQuestion, isNeeded: true), typed.Text("product", LongestText, isNeeded: isAsked), typed.Text("evidence", LongestText))
        {
            Group = typed.Id("group") is var group && form.Groups.Any(one => one.Id.Value == group) ? new GroupId(group) : form.Groups is [var only] ? only.Id : null,
            StartsOn = typed["starts"].Length > 0 ? typed.PlannedDay("starts", form.Today, form.Starts) : null, DueOn = typed["due"].Length > 0 ? typed.PlannedDay("due", form.Today, form.Due) : null,
            Team = [.. form.Team.Where(one => typed.IsOn($"with-{one.Learner.Value:N}")).Select(one => one.Learner)],
            IsAsked = isAsked,
            AimsOf = [.. form.Aims.Select(one => one.Learner)],
            Aims = [.. from subject in form.Aims from row in subject.Rows where row.IsChosen select new ProjectAim(default, subject.Learner, row.Competency.Id, row.Place.Stage, row.Because)],
        };
        if (draft.StartsOn > draft.DueOn) typed.Refuse("due", words["projects.due.early"]);
        if (draft.Team.Count > ProjectWriting.LargestTeam) typed.Refuse("with", words["projects.team.most", ("most", ProjectWriting.LargestTeam)]);
        if (isAsked && draft.Aims.Count == 0 && !form.IsEducator) typed.Refuse("aims", words["projects.aims.needed"]);
        return typed.IsGood ? draft : null;
    }

    private static IResult After(HttpContext http, Visit visit, Words words, ProposalForm form, ProjectId project)
    {
        if (!form.IsPart) return Results.Redirect(ProjectsDoor.PathOf(project));
        return Editable(visit, project.Value) is { } now ? Shown(http, ProposalForm.Of(visit, words, now, form.Typed) with { IsKept = true, IsMoved = true }) : Results.NoContent();
    }

    private static IResult Shown(HttpContext http, ProposalForm form)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return form.IsPart ? new RazorComponentResult<SuggestPart>(new { Form = form }) { PreventStreamingRendering = true } : Page(http, form);
    }

    private static RazorComponentResult<ProposeProject> Page(HttpContext http, ProposalForm form)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Form = form }) { PreventStreamingRendering = true };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
