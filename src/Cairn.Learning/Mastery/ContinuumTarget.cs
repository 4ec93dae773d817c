using Cairn.Learning.Frameworks;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>
/// One target at one stage of a continuum: which pieces its boxes keep. Steps 1 to 3 of "Continuum" in the determination rules.
/// </summary>
internal sealed class ContinuumTarget
{
    private ContinuumTarget(LearningTarget target, int pieces) => (Target, Pieces) = (target, pieces);

    public LearningTarget Target { get; }

    /// <summary>E: pieces asked for at this stage.</summary>
    public int Pieces { get; }

    public required BodyOfEvidence Body { get; init; }

    public IReadOnlyList<ExperienceScore> Kept { get; private init; } = [];

    public IReadOnlyList<Dropped> Dropped { get; private init; } = [];

    public Boxes Boxes { get; private init; }

    public IEnumerable<decimal> KeptLevels => Kept.Where(one => one.Level is not null).Select(one => one.Level!.Value);

    /// <summary>The earliest score that is not a miss: where the learner began here.</summary>
    public ExperienceScore? Earliest => Body.Scores.FirstOrDefault(one => one.Level is not null || one.IsCompletion);

    public static ContinuumTarget From(LearningTarget target, int pieces, BodyOfEvidence body)
    {
        var speaks = body.Scores.Where(one => one.Level is not null || one.IsCompletion || one.NonScore == NonScore.Missed).ToList();
        var silent = body.Scores.Except(speaks).Select(one => new Dropped(one.Judgment.Id, DropReason.NoLevel));
        var givesWay = speaks.Exists(one => one.IsCompletion) ? speaks.Where(one => one.NonScore == NonScore.Missed).ToList() : [];
        // Levels, higher first; then misses; completions last. The sort is stable, so of equals the older stays.
        var ranked = speaks.Except(givesWay)
            .OrderBy(one => one.Level is not null ? 0 : one.IsCompletion ? 2 : 1).ThenByDescending(one => one.Level ?? 0).ToList();
        var kept = ranked.Take(pieces).ToList();
        var levels = kept.Count(one => one.Level is not null);
        var isCompleted = kept.Exists(one => one.IsCompletion);
        return new ContinuumTarget(target, pieces)
        {
            Body = body,
            Kept = kept,
            Dropped =
            [
                .. body.Dropped, .. silent, .. givesWay.Select(one => new Dropped(one.Judgment.Id, DropReason.GivesWayToCompletion)),
                .. ranked.Skip(pieces).Select(one => new Dropped(one.Judgment.Id, DropReason.NotAmongBest)),
            ],
            Boxes = new Boxes(Math.Min(pieces, levels + (isCompleted ? pieces : 0)), kept.Count(one => one.NonScore == NonScore.Missed), pieces),
        };
    }
}
