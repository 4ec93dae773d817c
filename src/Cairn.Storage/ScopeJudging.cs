using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Judging: whether the actor does today, and one piece of work with all that was said of it.</summary>
public sealed partial class Scope
{
    private static readonly EachEngine<Func<Db, IEnumerable<CriteriaPolicy>>> AllCriteria = new(() => EF.CompileQuery((Db db) => db.CriteriaPolicies.AsNoTracking()));

    private static readonly EachEngine<Func<Db, EducatorId, IEnumerable<string>>> NamesOf =
        new(() => EF.CompileQuery((Db db, EducatorId educator) => db.Educators.Where(one => one.Id == educator).Select(one => one.DisplayName)));

    private static readonly EachEngine<Func<Db, LearnerId, CompetencyId, PersonId, DateTime, IEnumerable<Judgment>>> OfOthersSince =
        new(() => EF.CompileQuery((Db db, LearnerId learner, CompetencyId competency, PersonId self, DateTime since) => db.Judgments.AsNoTracking()
            .Where(one => one.Learner == learner && one.Competency == competency && one.Judge != self && one.JudgedAt > since)));

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
    public IReadOnlyList<CriteriaPolicy> CriteriaPolicies() => [.. AllCriteria.On(db)(db).OrderBy(one => one.From).ThenBy(one => one.SetAt)];

    /// <summary>The newest word of every other educator about a competency since a moment, newest first, with their names: nobody's is overwritten, and nobody's is hidden.</summary>
    /// <param name="learner">Of whom.</param>
    /// <param name="competency">About what.</param>
    /// <param name="stage">At which stage; null for none.</param>
    /// <param name="since">Judged later than this, UTC.</param>
    public IReadOnlyList<(string Name, Judgment Judgment)> SaidByOthers(LearnerId learner, CompetencyId competency, int? stage, DateTime since)
    {
        if (!Sees(learner)) return [];
        List<Judgment> said = [.. OfOthersSince.On(db)(db, learner, competency, new PersonId(actor.Person), since).Where(one => one.Role is JudgeRole.Educator or JudgeRole.Moderator && one.Stage == stage)];
        if (said.Count == 0) return [];
        var facts = new Assessing.PieceFacts(db, learner);
        var newest = said.Where(one => !facts.IsGone(one)).GroupBy(one => one.Judge).Select(all => all.MaxBy(one => one.JudgedAt)!).OrderByDescending(one => one.JudgedAt).ToList();
        var names = newest.SelectMany(one => NamesOf.On(db)(db, new EducatorId(one.Judge.Value)).Select(name => (one.Judge, name))).ToDictionary(one => one.Judge.Value, one => one.name);
        return [.. newest.Where(one => names.ContainsKey(one.Judge.Value)).Select(one => (names[one.Judge.Value], one))];
    }

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
