using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage.Assessing;

namespace Cairn.App.Features.Assessing;

/// <summary>POST /evidence/{piece}/retractions: takes one's own judgment, or a piece that nobody else judged, out of force; why is kept in the journal.</summary>
internal static class TakeBackFact
{
    public static async Task<IResult?> Take(Guid piece, Visit visit, Words words, HttpContext http)
    {
        if (SeenPiece.Find(visit, new EvidenceId(piece)) is not { } seen) return null;
        var typed = await Typed.Read(http, words);
        var (kind, fact) = (typed["kind"] == "evidence" ? RetractedKind.Evidence : RetractedKind.Judgment, typed.Id("fact"));
        // What is not of this piece is not here, whoever's it is.
        if (kind == RetractedKind.Evidence ? fact != piece : !seen.Claims.Any(claim => claim.Judgments.Any(one => one.Id.Value == fact))) return null;
        var reason = typed.Text("reason", JudgeForm.LongestWords, isNeeded: true);
        if (!typed.IsGood) return ShowPiece.Page(seen, typed, http);
        var (actor, today) = (visit.Actor!, visit.Today);
        var done = await visit.Write(turn => new PieceJudging(turn, actor, today).TakeBack(seen.Learner.Id, kind, fact), why: reason);
        return await JudgePiece.Answered(done, seen, typed, words, http);
    }
}
