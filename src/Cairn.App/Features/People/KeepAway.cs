using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Features.People;

/// <summary>POST /learners/{id}/people/{guardian}/block, and …/lift: a court or another authority keeps a guardian from a learner's record,
/// from the next request on; the other guardians stay.</summary>
internal static class KeepAway
{
    private const int LongestBasis = 500;
    private const int ShortestBasis = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/learners/{id:guid}/people/{guardian:guid}/block", Block).For(Who.Leaders, Rights.Manage);
        routes.MapPost("/learners/{id:guid}/people/{guardian:guid}/lift", Lift).For(Who.Leaders, Rights.Manage);
    }

    private static async Task<IResult?> Block(Guid id, Guid guardian, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var basis = typed.Text("basis", LongestBasis, isNeeded: true);
        if (basis.Length < ShortestBasis) typed.Refuse("basis", words["people.block.basis.short"]);
        if (!typed.IsGood) return ShowCompany.Page(visit, id, typed);
        return await visit.Write(turn => In(turn, visit).Block(turn, new LearnerId(id), new GuardianId(guardian), basis), why: basis) ? Results.Redirect(PeopleDoor.CompanyOf(new LearnerId(id))) : null;
    }

    private static async Task<IResult?> Lift(Guid id, Guid guardian, Visit visit) =>
        await visit.Write(turn => In(turn, visit).Lift(turn, new LearnerId(id), new GuardianId(guardian))) ? Results.Redirect(PeopleDoor.CompanyOf(new LearnerId(id))) : null;

    private static Scope In(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, visit.Now);
}
