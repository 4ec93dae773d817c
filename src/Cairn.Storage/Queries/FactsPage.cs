using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>A piece of evidence with its words.</summary>
/// <param name="Piece">The fact.</param>
/// <param name="Text">Its words; null where they were erased.</param>
/// <param name="Artifacts">Its artifacts.</param>
/// <param name="IsInForce">Was it never retracted?</param>
public sealed record EvidenceFact(PieceOfEvidence Piece, EvidenceText? Text, IReadOnlyList<Artifact> Artifacts, bool IsInForce);

/// <summary>A judgment with its reason.</summary>
/// <param name="Judgment">The fact.</param>
/// <param name="Reason">Why; empty where nothing was written, or it was erased.</param>
/// <param name="IsInForce">Was neither it nor its piece retracted?</param>
public sealed record JudgmentFact(Judgment Judgment, string Reason, bool IsInForce);

/// <summary>Pages of a learner's facts, the newest first by when they were recorded: no two facts of a district share that moment.
/// Empty where the asker may not see the learner.</summary>
public static class FactsPage
{
    /// <summary>A page of evidence, in force or not.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="learner">Whose.</param>
    /// <param name="before">When the last of the page before was recorded; null for the first page.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<EvidenceFact> EvidenceOf(Db db, Scope scope, LearnerId learner, DateTime? before, int most)
    {
        if (scope.Find(learner) is null) return [];
        var pieces = db.Evidence.AsNoTracking().Where(one => one.Learner == learner && (before == null || one.RecordedAt < before)).OrderByDescending(one => one.RecordedAt).Take(most).ToList();
        var ids = pieces.Select(one => one.Id).ToList();
        var texts = scope.TextsOf(learner, ids);
        var artifacts = scope.ArtifactsOf(learner, ids);
        var gone = Retracted(db, learner);
        return [.. pieces.Select(one => new EvidenceFact(one, texts.GetValueOrDefault(one.Id), [.. artifacts[one.Id]], !gone.Contains((RetractedKind.Evidence, one.Id.Value))))];
    }

    /// <summary>A page of judgments, in force or not.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">What the asker may see.</param>
    /// <param name="learner">Whose learning.</param>
    /// <param name="before">When the last of the page before was recorded; null for the first page.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<JudgmentFact> JudgmentsOf(Db db, Scope scope, LearnerId learner, DateTime? before, int most)
    {
        if (scope.Find(learner) is null) return [];
        var judgments = db.Judgments.AsNoTracking().Where(one => one.Learner == learner && (before == null || one.RecordedAt < before)).OrderByDescending(one => one.RecordedAt).Take(most).ToList();
        var ids = judgments.Select(one => one.Id).ToList();
        var reasons = db.JudgmentTexts.AsNoTracking().Where(one => ids.Contains(one.Judgment)).ToDictionary(one => one.Judgment, one => one.Reason);
        var gone = Retracted(db, learner);
        return [.. judgments.Select(one => new JudgmentFact(one, reasons.GetValueOrDefault(one.Id, ""),
            !gone.Contains((RetractedKind.Judgment, one.Id.Value)) && !(one.Evidence is { } piece && gone.Contains((RetractedKind.Evidence, piece.Value)))))];
    }

    internal static HashSet<(RetractedKind, Guid)> Retracted(Db db, LearnerId learner) =>
        [.. db.Retractions.AsNoTracking().Where(one => one.Learner == learner).Select(one => new { one.Kind, one.Fact }).ToList().Select(one => (one.Kind, one.Fact))];
}
