using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Families;

/// <summary>What educators wrote about pieces of work, for the family: why they judged as they did, and what they said of the piece.</summary>
internal static class FamilyTold
{
    /// <summary>By the piece, in the order in which it was written; nothing of the learner's own, and nothing of what was taken back.</summary>
    public static ILookup<EvidenceId, (string Name, string Words)> Of(Visit visit, LearnerId learner, IReadOnlyList<EvidenceId> pieces, ILookup<EvidenceId, (Competency Competency, Judgment Judgment)> judged)
    {
        var all = pieces.SelectMany(piece => judged[piece].Select(one => one.Judgment)).DistinctBy(one => one.Id).ToList();
        var reasons = visit.Scope.ReasonsOf(learner, [.. all.Select(one => one.Id)]);
        var said = all.Where(one => reasons.ContainsKey(one.Id)).Select(one => (Piece: one.Evidence!.Value, By: one.Judge.Value, At: one.JudgedAt, Words: reasons[one.Id]))
            .Concat(pieces.SelectMany(piece => visit.Scope.FeedbackOn(learner, piece).Select(one => (Piece: piece, By: one.Author.Value, At: one.WrittenAt, one.Words))))
            .Where(one => one.Words.Length > 0).OrderBy(one => one.At).ToList();
        var ids = said.Select(one => new EducatorId(one.By)).Distinct().ToList();
        var names = visit.Db.Educators.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        return said.Select(one => (one.Piece, Told: (Name: names.GetValueOrDefault(one.By, ""), one.Words))).Distinct().ToLookup(one => one.Piece, one => one.Told);
    }
}
