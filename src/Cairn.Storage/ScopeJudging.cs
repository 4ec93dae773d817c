using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Judging: whether the actor does today, and one piece of work with all that was said of it.</summary>
public sealed partial class Scope
{
    /// <summary>Does the actor judge anybody today? Of one learner, <see cref="May"/> says so.</summary>
    public bool JudgesToday()
    {
        if (!actor.IsEducator || !actor.MayWrite) return false;
        var (educator, day) = (Educator, today);
        return db.Teachings.AsNoTracking().Where(one => one.Educator == educator && one.From <= day && (one.Until == null || one.Until >= day)).Select(one => one.Role).Distinct().AsEnumerable()
                .Any(one => MayDo.Of(MayDo.Relation(one)).HasFlag(Rights.Judge))
            || db.Caseloads.AsNoTracking().Where(one => one.Educator == educator && one.From <= day && (one.Until == null || one.Until >= day)).Select(one => one.Kind).Distinct().AsEnumerable()
                .Any(one => MayDo.Of(MayDo.Relation(one)).HasFlag(Rights.Judge));
    }

    /// <summary>What asks for criteria before the whole, in every framework.</summary>
    public IReadOnlyList<CriteriaPolicy> CriteriaPolicies() => [.. db.CriteriaPolicies.AsNoTracking().AsEnumerable().OrderBy(one => one.From).ThenBy(one => one.SetAt)];

    /// <summary>A piece of a learner's work whom the actor may see; null where there is none to them.</summary>
    public (PieceOfEvidence Piece, Learner Learner, bool IsRetracted)? PieceToSee(EvidenceId id)
    {
        if (db.Evidence.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } piece || !ReadsRecords || Find(piece.Learner) is not { } learner) return null;
        return (piece, learner, db.Retractions.Any(one => one.Learner == piece.Learner && one.Kind == RetractedKind.Evidence && one.Fact == id.Value));
    }

    /// <summary>What a piece claims to show, beside what was judged on it.</summary>
    public IReadOnlyList<Claim> ClaimsOf(LearnerId learner, EvidenceId piece) => !Sees(learner) ? [] : [.. db.Claims.AsNoTracking().Where(one => one.Evidence == piece && db.Evidence.Any(each => each.Id == piece && each.Learner == learner))];

    /// <summary>The files of a piece, in order.</summary>
    public IReadOnlyList<ArtifactFile> FilesOfPiece(LearnerId learner, EvidenceId piece) => !Sees(learner) ? [] : [.. db.ArtifactFiles.AsNoTracking().Where(one => one.Evidence == piece && db.Evidence.Any(each => each.Id == piece && each.Learner == learner)).OrderBy(one => one.Position)];

    /// <summary>What was said at places of a piece, oldest first.</summary>
    public IReadOnlyList<Feedback> FeedbackOn(LearnerId learner, EvidenceId piece) =>
        !Sees(learner) ? [] : [.. db.Feedback.AsNoTracking().Where(one => one.Evidence == piece && db.Evidence.Any(each => each.Id == piece && each.Learner == learner)).AsEnumerable().OrderBy(one => one.WrittenAt)];

    /// <summary>Why judgments of a learner were made; those without a reason are left out.</summary>
    public IReadOnlyDictionary<JudgmentId, string> ReasonsOf(LearnerId learner, IReadOnlyCollection<JudgmentId> judgments) =>
        !Sees(learner) ? new Dictionary<JudgmentId, string>() : db.JudgmentTexts.AsNoTracking().Where(one => judgments.Contains(one.Judgment)).ToDictionary(one => one.Judgment, one => one.Reason);
}
