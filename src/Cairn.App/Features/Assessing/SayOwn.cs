using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Cairn.Storage.Assessing;

namespace Cairn.App.Features.Assessing;

/// <summary>POST /evidence/{piece}/own: the learner's own levels and reflections, all in one form. They never count; who judges reads them once they have said their own.</summary>
internal static class SayOwn
{
    public static async Task<IResult?> Take(Guid piece, Visit visit, Words words, HttpContext http)
    {
        if (SeenPiece.Find(visit, new EvidenceId(piece)) is not { } seen || seen.Learner.Id.Value != visit.Actor!.Person) return null;
        var (typed, sent) = (await Typed.Read(http, words), await SentForm.Of(http.Request));
        var rows = seen.OwnRows.Where(one => sent.ContainsKey($"said.{one.OwnKey}")).ToList();
        if (rows.Count == 0) return null;
        var all = new Recording(seen.Learner.Id) { Judgments = [], JudgmentTexts = [] };
        foreach (var row in rows)
        {
            var (said, why) = ($"said.{row.OwnKey}", typed.Text($"why.{row.OwnKey}", JudgeForm.LongestWords));
            if (typed[said].Length + why.Length == 0) continue;
            if (LevelOptions.Read(typed[said]).Level is not { } level || row.Scale.WithNumber(level) is null)
            {
                typed.Refuse(said, words["form.choose"]);
                continue;
            }

            // Said once: a second reflection is a second fact, and the latest is shown.
            var one = new Judgment(new JudgmentId(typed.Once($"own {seen.Piece.Id.Value:N} {row.OwnKey}", visit.Actor.Person)), seen.Learner.Id, row.Competency.Id, row.Target?.Id, row.Stage, seen.Piece.Id, level, null, false,
                seen.Learner.Id.Person, JudgeRole.Learner, seen.Piece.DemonstratedOn, Instant.Utc(visit.Now), default);
            all = all with { Judgments = [.. all.Judgments, one], JudgmentTexts = why.Length > 0 ? [.. all.JudgmentTexts, new JudgmentText(one.Id, why)] : all.JudgmentTexts };
        }

        if (typed.IsGood && all.Judgments.Count == 0) typed.Refuse($"said.{rows[0].OwnKey}", words["form.choose"]);
        if (!typed.IsGood) return ShowPiece.Page(seen, typed, http);
        // A form that is sent twice says it once: looked at where nobody else writes.
        await visit.Write(turn => OwnSaid.Record(turn, all));
        return Results.Redirect(ShowPiece.PathOf(seen.Piece.Id));
    }
}
