using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage.Assessing;

namespace Cairn.App.Features.Assessing;

/// <summary>POST /evidence/{piece}/judgments: says a level of a claim of the piece, or puts right what one said of it.</summary>
internal static class JudgePiece
{
    public static async Task<IResult?> Take(Guid piece, Visit visit, Words words, HttpContext http)
    {
        if (SeenPiece.Find(visit, new EvidenceId(piece)) is not { } seen) return null;
        var typed = await Typed.Read(http, words);
        if (Claim(seen, typed) is not { } claim) return null;
        var (level, non) = LevelOptions.Read(typed["said"]);
        if (level is null && non is null) typed.Refuse("said", words["form.choose"]);
        var said = new SaidClaim(claim.Competency.Id, claim.Target?.Id, claim.Stage, level, non, typed.Text("why", JudgeForm.LongestWords));
        if (typed.IsGood && said.FaultOf(claim.Framework, seen.Learner) is var misfit && misfit != AssessFault.None) typed.Refuse("said", words[$"assess.{misfit}", ("name", seen.Learner.CalledName)]);
        if (!typed.IsGood) return ShowPiece.Page(seen, typed, http);
        var criteria = said.CriteriaFirst(claim.Framework, seen.Learner, visit.Scope.CriteriaPolicies(), visit.Today);
        var (actor, today) = (visit.Actor!, visit.Today);
        var done = await visit.Write(turn => new PieceJudging(turn, actor, today).Judge(seen.Learner.Id, seen.Piece.Id, said, criteria, visit.Day));
        return await Answered(done, seen, typed, words, http);
    }

    /// <summary>The claim that a form speaks of; null where the piece makes none such.</summary>
    public static SeenClaim? Claim(SeenPiece seen, Typed typed) => seen.Claims.FirstOrDefault(one => one.Key == typed["claim"] && $"{one.Stage}" == typed["stage"]);

    /// <summary>What is answered: the page anew, or why not.</summary>
    public static async Task<IResult?> Answered(Assessed done, SeenPiece seen, Typed typed, Words words, HttpContext http)
    {
        if (done.Fault == AssessFault.None) return Results.Redirect(ShowPiece.PathOf(seen.Piece.Id));
        if (done.Fault == AssessFault.NotFound) return null;
        if (done.Fault is AssessFault.SeesOnly or AssessFault.Own)
        {
            await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
            return SignedIn.Refuse(Cairn.App.Ui.Layout.RefusalKind.NotAllowed);
        }

        typed.Refuse("said", words[$"assess.{done.Fault}", ("name", seen.Learner.CalledName)]);
        return ShowPiece.Page(seen, typed, http);
    }
}
