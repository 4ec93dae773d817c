using Cairn.Learning;
using Cairn.Learning.Evidence;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>A piece whose form came again: does it say what was stored then?</summary>
/// <param name="db">The district's database.</param>
/// <param name="ask">What came.</param>
/// <param name="there">The piece that its key made.</param>
internal sealed class SentAgain(Db db, PieceAsk ask, PieceOfEvidence there)
{
    /// <summary>Is it the same, word for word? What was put right on the piece since then is not asked: only what the form itself stored.</summary>
    /// <param name="judgmentOf">The judgment that the form made of its claim at a place.</param>
    /// <param name="day">The district's day of a moment.</param>
    public bool IsSame(Func<EvidenceId, int, JudgmentId> judgmentOf, Func<DateTime, DateOnly> day) =>
        there.Kind == ask.Kind && day(there.DemonstratedOn) == ask.Day && AreWords() && AreFiles() && AreClaims() && AreJudgments(judgmentOf);

    private bool AreWords() => db.EvidenceTexts.AsNoTracking().FirstOrDefault(one => one.Evidence == there.Id) is var text && (text?.Title ?? "") == ask.Title && (text?.Comment ?? "") == ask.Comment;

    private bool AreFiles() => (db.Artifacts.AsNoTracking().Where(one => one.Evidence == there.Id).Select(one => one.Address).FirstOrDefault() ?? "") == ask.Link
        && db.ArtifactFiles.AsNoTracking().Where(one => one.Evidence == there.Id).OrderBy(one => one.Position).Select(one => one.Hash).ToList().SequenceEqual(ask.Files.Select(one => one.Kept.Hash));

    private bool AreClaims() => db.Claims.AsNoTracking().Where(one => one.Evidence == there.Id).ToList().ToHashSet()
        .SetEquals(ask.Said.Where(one => !one.IsJudged).Select(one => new Claim(there.Id, one.Competency, one.Target, one.Stage)));

    private bool AreJudgments(Func<EvidenceId, int, JudgmentId> judgmentOf)
    {
        var said = ask.Said.Where(one => one.IsJudged).ToList();
        var on = db.Judgments.AsNoTracking().Where(one => one.Learner == there.Learner && one.Evidence == there.Id).ToList().ToDictionary(one => one.Id);
        if (on.ContainsKey(judgmentOf(there.Id, said.Count))) return false;
        var reasons = db.JudgmentTexts.AsNoTracking().Where(one => on.Keys.Contains(one.Judgment)).ToDictionary(one => one.Judgment, one => one.Reason);
        return said.Index().All(one => judgmentOf(there.Id, one.Index) is var id && on.TryGetValue(id, out var stored) && stored.Competency == one.Item.Competency && stored.Target == one.Item.Target
            && stored.Stage == one.Item.Stage && stored.Level == one.Item.Level && stored.NonScore == one.Item.NonScore && reasons.GetValueOrDefault(id, "") == one.Item.Reason);
    }
}
