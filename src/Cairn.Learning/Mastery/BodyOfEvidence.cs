using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Mastery;

/// <summary>What one experience says about one claim: one score, however many people judged it.</summary>
/// <param name="Judgment">The judgment that stands for the experience and gives it its place in the order.</param>
/// <param name="Level">Its level; null with a non-score or a completion.</param>
/// <param name="NonScore">What was said that is no level.</param>
/// <param name="IsCompletion">Is it a completion?</param>
/// <param name="Kind">The kind of the evidence that was judged.</param>
public sealed record ExperienceScore(Judgment Judgment, decimal? Level, NonScore? NonScore, bool IsCompletion, EvidenceKind Kind);

/// <summary>
/// All judgments in force about one competency, or one target under it, at one stage where there are stages, as of two
/// dates: in order, one score an experience. Source: "What is a score" in the determination rules.
/// </summary>
/// <param name="Learner">Whose learning.</param>
/// <param name="Competency">The competency.</param>
/// <param name="Target">The target under it; null for the competency itself.</param>
/// <param name="Stage">The stage; null where there is no continuum.</param>
/// <param name="AsOf">Shown by and known by.</param>
/// <param name="Scores">One score an experience, oldest first.</param>
/// <param name="Whole">Judgments of the body as a whole, oldest first.</param>
/// <param name="Dropped">Judgments that do not count, each with its reason, oldest first.</param>
/// <param name="NewestFact">When the newest fact that was read was recorded; null when nothing was.</param>
public sealed record BodyOfEvidence(
    LearnerId Learner, CompetencyId Competency, TargetId? Target, int? Stage, AsOf AsOf,
    IReadOnlyList<ExperienceScore> Scores, IReadOnlyList<Judgment> Whole, IReadOnlyList<Dropped> Dropped, DateTime? NewestFact)
{
    /// <summary>Gathers a body from a learner's record.</summary>
    public static BodyOfEvidence From(LearnerRecord record, CompetencyId competency, TargetId? target, int? stage, JudgmentPolicy policy, AsOf asOf)
    {
        var claimed = record.JudgmentsOf(competency, target)
            .Where(one => one.Stage == stage && one.DemonstratedOn <= asOf.ShownBy && one.RecordedAt <= asOf.KnownBy).ToList();
        var newest = record.Newest(claimed, asOf);
        var dropped = new List<Dropped>();
        var counting = new List<Judgment>();
        foreach (var one in claimed)
        {
            if (record.IsRetracted(one, asOf)) dropped.Add(new Dropped(one.Id, DropReason.Retracted));
            else if (one.Role == JudgeRole.Learner) dropped.Add(new Dropped(one.Id, DropReason.LearnersOwn));
            else if (!policy.Counts(one.Role)) dropped.Add(new Dropped(one.Id, DropReason.Advises));
            else counting.Add(one);
        }

        var scores = counting.Where(one => one.Evidence is not null)
            .GroupBy(one => record.ExperienceOf(one))
            .Select(experience => Settle([.. experience], record, policy, dropped))
            .OrderBy(score => score.Judgment, Comparer<Judgment>.Create(Judgment.InOrder)).ToList();
        var places = claimed.Select((one, place) => (one.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return new BodyOfEvidence(
            record.Learner, competency, target, stage, asOf, scores, [.. counting.Where(one => one.Evidence is null)],
            [.. dropped.OrderBy(one => places[one.Judgment])], newest);
    }

    private static ExperienceScore Settle(List<Judgment> judged, LearnerRecord record, JudgmentPolicy policy, List<Dropped> dropped)
    {
        var moderated = judged.Where(one => one.Role == JudgeRole.Moderator).MaxBy(LastJudged);
        if (moderated is not null)
        {
            Drop(judged, moderated, DropReason.Moderated, dropped);
            return Score(moderated, moderated.Level, record);
        }

        var latest = judged.GroupBy(one => one.Judge).Select(byJudge => byJudge.MaxBy(LastJudged)!).ToList();
        dropped.AddRange(judged.Except(latest).Select(one => new Dropped(one.Id, DropReason.JudgedAgain)));
        var levels = latest.Where(one => one.Level is not null).OrderBy(one => one.Level).ThenByDescending(LastJudged).ToList();
        if (policy.Combine == Combine.Median && levels.Count > 1)
        {
            var middle = Rules.Centre.Median([.. levels.Select(one => one.Level!.Value)]);
            var last = levels.MaxBy(LastJudged)!;
            Drop(levels, last, DropReason.InMedian, dropped);
            Drop(latest.Except(levels), last, DropReason.OtherJudge, dropped);
            return Score(last, middle, record);
        }

        var stands = levels.Count == 0 || policy.Combine is Combine.Latest or Combine.Median ? latest.MaxBy(LastJudged)!
            : policy.Combine == Combine.Higher ? levels.Last(one => one.Level == levels[^1].Level) : levels[0];
        if (policy.Combine == Combine.Median && levels.Count == 1) stands = levels[0];
        Drop(latest, stands, DropReason.OtherJudge, dropped);
        return Score(stands, stands.Level, record);
    }

    private static ExperienceScore Score(Judgment stands, decimal? level, LearnerRecord record) =>
        new(stands, level, level is null ? stands.NonScore : null, level is null && stands.IsCompletion, record.KindOf(stands));

    private static void Drop(IEnumerable<Judgment> all, Judgment kept, DropReason why, List<Dropped> dropped) =>
        dropped.AddRange(all.Where(one => one != kept).Select(one => new Dropped(one.Id, why)));

    private static (DateTime, DateTime, Guid) LastJudged(Judgment one) => (one.JudgedAt, one.RecordedAt, one.Id.Value);
}
