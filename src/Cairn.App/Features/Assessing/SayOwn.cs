using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage;

namespace Cairn.App.Features.Assessing;

/// <summary>POST /evidence/{piece}/own: the learner's own level and reflection. It never counts; who judges reads it once they have said their own.</summary>
internal static class SayOwn
{
    public static async Task<IResult?> Take(Guid piece, Visit visit, Words words, HttpContext http)
    {
        if (SeenPiece.Find(visit, new EvidenceId(piece)) is not { } seen || seen.Learner.Id.Value != visit.Actor!.Person) return null;
        var typed = await Typed.Read(http, words);
        if (JudgePiece.Claim(seen, typed) is not { } claim) return null;
        var (level, why) = (LevelOptions.Read(typed["said"]).Level, typed.Text("why", JudgeForm.LongestWords));
        if (level is not { } number || claim.Scale.WithNumber(number) is null) typed.Refuse("said", words["form.choose"]);
        if (!typed.IsGood) return ShowPiece.Page(seen, typed, http);
        // Said once: a second reflection is a second fact, and the latest is shown.
        var one = new Judgment(new JudgmentId(Guid.CreateVersion7()), seen.Learner.Id, claim.Competency.Id, claim.Target?.Id, claim.Stage, seen.Piece.Id, level, null, false,
            seen.Learner.Id.Person, JudgeRole.Learner, seen.Piece.DemonstratedOn, Instant.Utc(visit.Now), default);
        await visit.Record(new Recording(seen.Learner.Id) { Judgments = [one], JudgmentTexts = why.Length > 0 ? [new JudgmentText(one.Id, why)] : [] });
        return Results.Redirect(ShowPiece.PathOf(seen.Piece.Id));
    }
}
