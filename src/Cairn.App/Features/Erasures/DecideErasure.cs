using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Erasures;

/// <summary>POST /erasures/{id}: a second person agrees, and it is carried out at once; or refuses.</summary>
internal static class DecideErasure
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost($"{ShowErasures.Path}/{{erasure:guid}}", Decide).For(Who.DistrictLeaders | Who.PrivacyOfficers).AddEndpointFilter(StepUp.Within(ShowErasures.ProofMinutes, ShowErasures.Path));

    private static async Task<IResult?> Decide(Guid erasure, Visit visit, HttpContext http, Jobs.ErasuresDue erasures)
    {
        var form = await SentForm.Of(http.Request);
        if (form["decision"].ToString() is not ("agree" or "refuse")) return null;
        var (id, isAgreed, refused) = (new ErasureId(erasure), form["decision"] == "agree", false);
        ErasureOutcome? outcome = null;
        try
        {
            refused = !await visit.Write(turn =>
            {
                if (!ErasureRows.Decide(turn, visit.Actor!, id, isAgreed)) return false;
                if (isAgreed) outcome = turn.Erase(id, visit.Day);
                return true;
            }, purpose: "erasure");
        }
        catch (RefusedException)
        {
            // A hold, a request or the schedule came between: nothing of it was done, and the page says what stands in the way.
            refused = true;
        }

        if (outcome is not null) erasures.CleanUp(visit.Served.District!, outcome);
        if (!refused) return Results.Redirect(ShowErasures.Path);
        await visit.Served.District!.Writer.Tell(turn => turn.Tell(JournalAct.Refused, words: new { because = "erasure" }), visit.Acting);
        return SignedIn.Refuse(Ui.Layout.RefusalKind.NotAllowed);
    }
}
