using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>A piece of evidence that somebody would judge, or a fact that somebody would retract.</summary>
/// <param name="SaidBy">Everybody who said it, or whose judgments on it are in force.</param>
/// <param name="IsRetracted">Is it out of force?</param>
/// <param name="Piece">The piece of evidence; null for another fact.</param>
public sealed record FactAsked(IReadOnlyList<PersonId> SaidBy, bool IsRetracted, PieceOfEvidence? Piece = null);

/// <summary>Facts of learners by their ids. Who asks for them has found the learners through Scope before.</summary>
public static class FactsAsked
{
    /// <summary>Pieces of evidence, of whichever learners.</summary>
    public static IReadOnlyDictionary<EvidenceId, FactAsked> Evidence(Db db, IReadOnlyCollection<EvidenceId> ids)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (ids.Count == 0) return new Dictionary<EvidenceId, FactAsked>();
        var pieces = db.Evidence.AsNoTracking().Where(one => ids.Contains(one.Id)).ToList();
        var judgments = db.Judgments.AsNoTracking().Where(one => one.Evidence != null && ids.Contains(one.Evidence.Value)).Select(one => new { one.Id, one.Evidence, one.Judge }).ToList();
        var facts = pieces.Select(one => one.Id.Value).Concat(judgments.Select(one => one.Id.Value)).ToList();
        var gone = db.Retractions.AsNoTracking().Where(one => facts.Contains(one.Fact)).Select(one => one.Fact).ToHashSet();
        return pieces.ToDictionary(one => one.Id, one => new FactAsked(
            [.. judgments.Where(each => each.Evidence == one.Id && !gone.Contains(each.Id.Value)).Select(each => each.Judge).Distinct()], gone.Contains(one.Id.Value), one));
    }

    /// <summary>A fact of a learner by its kind; null where there is none. An entry into a stage comes from a source, and is not retracted by hand.</summary>
    public static FactAsked? Find(Db db, LearnerId learner, RetractedKind kind, Guid fact)
    {
        ArgumentNullException.ThrowIfNull(db);
        var isGone = db.Retractions.AsNoTracking().Any(one => one.Learner == learner && one.Kind == kind && one.Fact == fact);
        switch (kind)
        {
            case RetractedKind.Judgment:
                var judgment = new JudgmentId(fact);
                return db.Judgments.AsNoTracking().FirstOrDefault(one => one.Id == judgment && one.Learner == learner) is { } said ? new FactAsked([said.Judge], isGone) : null;
            case RetractedKind.Override:
                var id = new OverrideId(fact);
                return db.Overrides.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Learner == learner) is { } set ? new FactAsked([set.Author], isGone) : null;
            case RetractedKind.Evidence:
                return Evidence(db, [new EvidenceId(fact)]).Values.FirstOrDefault() is { } found && found.Piece!.Learner == learner ? found : null;
            default:
                return null;
        }
    }
}
