using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Boards;

namespace Cairn.App.Features.Boards;

/// <summary>A learner says which of their projects they are on now: it stands on the board of everybody within a moment.</summary>
internal static class SayOn
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/learners/{id:guid}/focus", Say).For(Who.Learners, Rights.Plan).OpenToBadges();

    private static async Task<IResult?> Say(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        var project = new ProjectId(typed.Id("project"));
        return await visit.Write(turn => BoardMoves.SayOn(turn, visit.ScopeOf(turn), learner, project)) ? Results.Redirect($"{Visit.PathOf(learner)}#today") : null;
    }
}
