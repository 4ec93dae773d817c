using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Assessing;

/// <summary>What is in force on a learner's pieces, as a turn that writes reads it.</summary>
internal sealed class PieceFacts
{
    private readonly Db _db;
    private readonly LearnerId _learner;
    private readonly HashSet<(RetractedKind, Guid)> _gone;

    public PieceFacts(Db db, LearnerId learner)
    {
        (_db, _learner) = (db, learner);
        _gone = [.. Records.Retractions(db, learner).Select(one => (one.Kind, one.Fact))];
    }

    public bool IsGone(EvidenceId piece) => _gone.Contains((RetractedKind.Evidence, piece.Value));

    public bool IsGone(Judgment one) => _gone.Contains((RetractedKind.Judgment, one.Id.Value)) || (one.Evidence is { } piece && IsGone(piece));

    /// <summary>Judgments of a competency in force.</summary>
    public List<Judgment> Of(CompetencyId competency) =>
        [.. Records.Judgments(_db, _learner, competency).Where(one => !IsGone(one))];

    /// <summary>Judgments on a piece in force.</summary>
    public List<Judgment> On(EvidenceId piece) => [.. Records.Judgments(_db, _learner, piece).Where(one => !IsGone(one))];

    /// <summary>Takes a judgment out of force, and with it a piece that holds nothing else: somebody looked, and said one thing.</summary>
    public Recording Without(Judgment one, PersonId by)
    {
        var all = new List<Retraction> { Retract(RetractedKind.Judgment, one.Id.Value, by) };
        if (one.Evidence is { } piece && On(piece).All(other => other.Id == one.Id) && IsBare(piece)) all.Add(Retract(RetractedKind.Evidence, piece.Value, by));
        return new Recording(_learner) { Retractions = all };
    }

    public Retraction Retract(RetractedKind kind, Guid fact, PersonId by) => new(new RetractionId(Guid.CreateVersion7()), _learner, kind, fact, by, default);

    // Nothing that anybody wrote, made or brought hangs on it.
    private bool IsBare(EvidenceId piece) =>
        _db.Evidence.AsNoTracking().Any(one => one.Id == piece && one.Source == "") && !_db.Claims.Any(one => one.Evidence == piece) && !_db.Artifacts.Any(one => one.Evidence == piece)
        && !_db.ArtifactFiles.Any(one => one.Evidence == piece) && !_db.Feedback.Any(one => one.Evidence == piece) && !_db.EvidenceTexts.Any(one => one.Evidence == piece && one.Comment != "");
}
