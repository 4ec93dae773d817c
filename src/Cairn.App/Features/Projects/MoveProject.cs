using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>POST /projects/{project}/state: asked for, taken back, accepted, sent back, shown, ended, taken up again.</summary>
internal static class MoveProject
{
    private const int LongestWords = 2000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/projects/{project:guid}/state", Move).For(Who.Learners | Who.Educators).OpenToBadges();

    private static async Task<IResult?> Move(Guid project, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new ProjectId(project), await Typed.Read(http, words));
        if (ProjectRows.Find(visit.Db, visit.Scope, id) is not { Rights.Write: true } view || DeedOf(typed["do"]) is not { } deed) return null;
        var said = typed.Text("words", LongestWords, isNeeded: deed == ProjectDeed.SendBack);
        // What a team is asked to look at has a question, and says what is to be made.
        if (deed == ProjectDeed.Ask && (view.Project.Question.Length == 0 || view.Project.Product.Length == 0)) typed.Refuse("decide", words["projects.ask.first"]);
        if (!typed.IsGood) return ShowProject.Page(visit, words, http, id, typed);
        _ = int.TryParse(typed.Seen, System.Globalization.CultureInfo.InvariantCulture, out var seen);
        var outcome = await visit.Write(turn => ProjectWriting.Move(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), id, seen, deed, said));
        switch (outcome)
        {
            case ProjectOutcome.Done: return Results.Redirect(ProjectsDoor.PathOf(id));
            case ProjectOutcome.NotThere: return null;
            case ProjectOutcome.Overtaken: typed.IsOvertaken = true; break;
            case ProjectOutcome.OutOfReach: typed.Refuse("decide", words["projects.hidden"]); break;
            default: typed.Refuse("decide", words["projects.notNow"]); break;
        }

        return ShowProject.Page(visit, words, http, id, typed);
    }

    private static ProjectDeed? DeedOf(string said) => said switch
    {
        "ask" => ProjectDeed.Ask,
        "take-back" => ProjectDeed.TakeBack,
        "accept" => ProjectDeed.Accept,
        "send-back" => ProjectDeed.SendBack,
        "show" => ProjectDeed.Show,
        "end" => ProjectDeed.End,
        "resume" => ProjectDeed.Resume,
        _ => null,
    };
}
