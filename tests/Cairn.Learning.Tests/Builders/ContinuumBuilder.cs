using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;

namespace Cairn.Learning.Tests.Builders;

/// <summary>A learner on a continuum of twelve stages; where nothing else is said everything is about the first target at stage 9.</summary>
internal sealed class ContinuumBuilder
{
    public FrameworkBuilder Framework { get; } = new FrameworkBuilder().On(ScaleBuilder.OfStages);

    public RecordBuilder Record { get; } = new();

    /// <summary>Targets, each with the pieces it asks for at every stage.</summary>
    public ContinuumBuilder Asks(params int[] pieces)
    {
        foreach (var one in pieces) Framework.WithTarget(one);
        return this;
    }

    public ContinuumBuilder Enters(int stage, decimal? baseline = null)
    {
        Record.Enter(stage, baseline);
        return this;
    }

    public ContinuumBuilder Levels(params IEnumerable<int> levels)
    {
        foreach (var level in levels) Level(level);
        return this;
    }

    public Judgment Level(int level, int target = 0, int stage = 9, int? day = null) =>
        Record.Judge(level, day: day, target: FrameworkBuilder.TargetId(target), stage: stage);

    public Judgment Missed(int target = 0) => Record.Judge(nonScore: NonScore.Missed, target: FrameworkBuilder.TargetId(target), stage: 9);

    public Judgment Complete(int target = 0, int stage = 9) => Record.Judge(completion: true, target: FrameworkBuilder.TargetId(target), stage: stage);

    public IReadOnlyList<Determination> Conclude(Continuum? rule = null, AsOf? asOf = null)
    {
        var content = Framework.Build();
        return Standing.Of(content.Competencies[0], Record.Build(), content, Some.Rules(rule ?? new Continuum(12)), asOf ?? AsOf.Everything);
    }

    public Determination At(int stage = 9, Continuum? rule = null) => Conclude(rule).Single(one => one.Stage == stage);

    public IEnumerable<int?> Stages(Continuum? rule = null) => Conclude(rule).Select(one => one.Stage);
}
