using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Boards;

namespace Cairn.App.Features.Boards;

/// <summary>A learner says that they would like a hand, with what, or that it is not needed any more.</summary>
internal static class RaiseHand
{
    private const string Route = "/learners/{id:guid}/hand";
    private const int LongestWords = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Route, Change).For(Who.Learners | Who.Educators, Rights.Plan).OpenToBadges();

    private static async Task<IResult?> Change(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        var said = typed.Text("words", LongestWords);
        // What is too long is cut and not lost: it is a wish for a hand, and somebody comes all the same.
        if (!typed.IsGood) said = said.Replace("\0", "", StringComparison.Ordinal) is var clean && clean.Length > LongestWords ? clean[..LongestWords] : clean;
        await visit.Write(turn =>
        {
            var scope = new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now);
            if (typed["do"] != "lower") return TalkMoves.Raise(turn, scope, learner, typed.Id("project") is var project && project != Guid.Empty ? new ProjectId(project) : null, said) is not null;
            return TalkMoves.UpOf(turn.Db, scope, learner) is { } hand && TalkMoves.Lower(turn, scope, hand.Id) is not null;
        });
        return Results.Redirect($"{Visit.PathOf(learner)}#hand");
    }
}
