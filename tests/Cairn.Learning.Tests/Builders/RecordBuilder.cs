using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Tests.Builders;

/// <summary>
/// One learner's facts. A fact of which nothing else is said is an educator's, on an experience of its own, shown a day
/// after the last one, judged and recorded that day; no two facts are recorded at the same moment.
/// </summary>
internal sealed class RecordBuilder
{
    private int _day;
    private int _number = 1000;

    public List<PieceOfEvidence> Evidence { get; } = [];

    public List<Judgment> Judgments { get; } = [];

    public List<Retraction> Retractions { get; } = [];

    public List<StageEntry> Entries { get; } = [];

    public List<Override> Overrides { get; } = [];

    public PieceOfEvidence Piece(int? day = null, int? experience = null, EvidenceKind kind = EvidenceKind.Demonstration)
    {
        _day = day ?? _day + 1;
        var piece = new PieceOfEvidence(
            new EvidenceId(Next()), Some.Learner, new ExperienceId(Some.Id(experience ?? _number)), kind, "", "", Some.Day(_day), Recorded(_day));
        Evidence.Add(piece);
        return piece;
    }

    public Judgment Judge(
        decimal? level = null, PieceOfEvidence? on = null, int? day = null, double? judged = null, int? recorded = null,
        NonScore? nonScore = null, bool completion = false, PersonId? judge = null, JudgeRole role = JudgeRole.Educator,
        TargetId? target = null, int? stage = null, CompetencyId? competency = null, EvidenceKind kind = EvidenceKind.Demonstration)
    {
        on ??= Piece(day, kind: kind);
        return Add(level, on, on.DemonstratedOn, judged, recorded, nonScore, completion, judge, role, target, stage, competency);
    }

    /// <summary>A judgment of the body as a whole.</summary>
    public Judgment JudgeWhole(decimal? level, JudgeRole role = JudgeRole.Educator, int? day = null, NonScore? nonScore = null, int? stage = null)
    {
        _day = day ?? _day + 1;
        return Add(level, null, Some.Day(_day), null, null, nonScore, false, null, role, null, stage, null);
    }

    public Retraction Retract(RetractedKind kind, Guid fact, int? day = null)
    {
        var retraction = new Retraction(new RetractionId(Next()), Some.Learner, kind, fact, Some.Teacher, Recorded(day ?? _day));
        Retractions.Add(retraction);
        return retraction;
    }

    public StageEntry Enter(int stage, decimal? baseline = null, int day = 0, int? recorded = null, CompetencyId? competency = null)
    {
        var entry = new StageEntry(
            new StageEntryId(Next()), Some.Learner, competency ?? Some.Competency, stage, "", baseline, "", Some.Day(day), Recorded(recorded ?? day));
        Entries.Add(entry);
        return entry;
    }

    public Override Decide(decimal level, int? stage = null, int? day = null, int? expires = null, int? recorded = null)
    {
        _day = day ?? _day + 1;
        var decided = new Override(
            new OverrideId(Next()), Some.Learner, Some.Competency, stage, level, Some.Teacher, Some.Day(_day), Recorded(recorded ?? _day),
            expires is { } end ? Some.Day(end) : null);
        Overrides.Add(decided);
        return decided;
    }

    public LearnerRecord Build() => new(Some.Learner, Evidence, Judgments, Retractions, Entries, Overrides);

    /// <summary>The body of the competency, or of a target, as a policy reads it.</summary>
    public BodyOfEvidence Body(JudgmentPolicy? policy = null, AsOf? asOf = null, TargetId? target = null, int? stage = null) =>
        BodyOfEvidence.From(Build(), Some.Competency, target, stage, policy ?? JudgmentPolicy.Default, asOf ?? AsOf.Everything);

    private Judgment Add(
        decimal? level, PieceOfEvidence? on, DateTime shown, double? judged, int? recorded, NonScore? nonScore, bool completion,
        PersonId? judge, JudgeRole role, TargetId? target, int? stage, CompetencyId? competency)
    {
        var day = (int)(shown - Some.Day(0)).TotalDays;
        var judgment = new Judgment(
            new JudgmentId(Next()), Some.Learner, competency ?? Some.Competency, target, stage, on?.Id, level, nonScore, completion,
            judge ?? Some.Teacher, role, shown, judged is { } when ? Some.Day(when) : shown, Recorded(recorded ?? day));
        Judgments.Add(judgment);
        return judgment;
    }

    private DateTime Recorded(int day) => Some.Day(day).AddMicroseconds(_number);

    private Guid Next() => Some.Id(++_number);
}
