using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage.Expectations;
using Cairn.Storage.Families;

namespace Cairn.App.Features.Expectations;

/// <summary>Says in which language a piece of work is: its learner says it, or who judges it.</summary>
internal static class SayLanguage
{
    // The address names the piece and not its learner: whom it is for is asked of the learner that it belongs to.
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/evidence/{piece:guid}/language", Say).For(Who.Learners | Who.Educators).OpenToBadges();

    private static async Task<IResult?> Say(Guid piece, Visit visit, Words words, HttpContext http)
    {
        var id = new EvidenceId(piece);
        if (visit.Scope.PieceToSee(id) is not { IsRetracted: false } found || !visit.Scope.May(found.Learner.Id, Rights.SeeRecord)) return null;
        if (!LanguageRows.Says(visit.Scope, found.Learner.Id)) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed);
        var typed = await Typed.Read(http, words);
        var language = typed["language"].Length == 0 ? "" : LanguageTag.Read(typed["language"]);
        // A list offers what there is: whoever types something else gets nothing stored.
        if (language is null) return Results.BadRequest();
        var seen = typed.WholeOrNone(Typed.SeenName, 0, int.MaxValue) ?? 0;
        var changed = await visit.Write(turn => LanguageRows.Say(turn, visit.ScopeOf(turn), found.Learner.Id, id, language, seen));
        // Somebody else said it meanwhile: the page shows what they said, and the list is there again.
        return changed is Changed.Done ? Results.Redirect($"/evidence/{piece:N}") : changed is Changed.Overtaken or Changed.TooLate ? Results.Redirect($"/evidence/{piece:N}?language=other") : null;
    }
}
