using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Expectations;
using Cairn.Storage.Families;

namespace Cairn.App.Features.Expectations;

/// <summary>Ends what helps a learner, or lets report cards say it, or not.</summary>
internal static class ChangeHelp
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/learners/{id:guid}/helps/{accommodation:guid}", Change).For(Who.Educators, Rights.SeeNotes);

    private static async Task<IResult?> Change(Guid id, Guid accommodation, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        var what = typed["do"];
        if (what is not ("end" or "report" or "unreport")) return null;
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => AccommodationRows.Change(turn, visit.ScopeOf(turn), learner, new AccommodationId(accommodation), seen, one =>
        {
            // Its last day is yesterday: from now on nobody sees it beside the work.
            if (what == "end") one.End(visit.Today.AddDays(-1));
            else one.OnReport(what == "report");
        }));
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Results.Redirect(ShowHelps.PathOf(learner));
        typed.IsOvertaken = true;
        return ShowHelps.Page(learner, visit, http, typed);
    }
}
