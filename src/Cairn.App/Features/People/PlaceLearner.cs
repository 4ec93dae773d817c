using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Features.People;

/// <summary>POST /learners/{id}/placements, and …/placements/{placement}/end: a learner is placed with a mentor of a partner; after its last
/// day the mentor finds nobody.</summary>
internal static class PlaceLearner
{
    private const int LongestTitle = 120;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/learners/{id:guid}/placements", Place).For(Who.Leaders, Rights.Manage);
        routes.MapPost("/learners/{id:guid}/placements/{placement:guid}/end", End).For(Who.Leaders, Rights.Manage);
    }

    private static async Task<IResult?> Place(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (title, from, until) = (typed.Text("title", LongestTitle, isNeeded: true), typed.Day("from"), typed["until"].Length == 0 ? null : typed.Day("until"));
        if (until < from) typed.Refuse("until", words["people.fault.EndsBefore"]);
        if (!typed.IsGood) return ShowCompany.Page(visit, id, typed);
        if (await visit.Write(turn => In(turn, visit).Place(turn, new LearnerId(id), new SponsorId(typed.Id("mentor")), title, from!.Value, until))) return Results.Redirect(PeopleDoor.CompanyOf(new LearnerId(id)));
        typed.Refuse("mentor", words["form.choose"]);
        return ShowCompany.Page(visit, id, typed);
    }

    private static async Task<IResult?> End(Guid id, Guid placement, Visit visit) =>
        await visit.Write(turn => In(turn, visit).EndPlacement(turn, new LearnerId(id), new PlacementId(placement))) ? Results.Redirect(PeopleDoor.CompanyOf(new LearnerId(id))) : null;

    private static Scope In(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, visit.Now);
}
