using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Scales;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Stages;

/// <summary>Small random cases of a continuum, and the same case as facts.</summary>
internal static class ContinuumCases
{
    private static readonly Gen<Mark> GenMark =
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 5], Gen.Int[0, 9], Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 7]).Select(
            (target, stage, what, level, day, late, retracted) => new Mark(
                target, stage, what < 7 ? level : 0, what == 7, what == 8, day, day + late, 0, retracted == 0));

    private static readonly Gen<int[]> GenPieces = Gen.Frequency((2, Gen.Const(0)), (3, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Int[3, 4])).Array[6];

    private static readonly Gen<decimal?> GenBaseline =
        Gen.OneOfConst<decimal?>(null, null, 0m, 1m, 1.25m, 2m, 2.55m, 3m, 4.04m);

    private static readonly Gen<StageRow[]> GenRows = Gen.Select(Gen.Int[1, 5], GenBaseline).Select((stage, baseline) => new StageRow(stage, baseline))
        .Array[1, 3].Select(rows => rows.DistinctBy(row => row.Stage).ToArray());

    public static readonly Gen<ContinuumCase> All = Gen.Select(
        GenPieces.Array[0, 3], Gen.Int[1, 5], Gen.OneOfConst(-0.5m, -0.5m, -1m, 0m, 2m, 2.5m), Gen.OneOfConst<int?>(null, null, 1, 2, 3),
        Gen.Bool, GenRows, GenMark.Array[0, 20]).Select((pieces, last, average, rating, isFirstToLast, rows, marks) =>
            new ContinuumCase(pieces, last, average, rating, isFirstToLast, rows, [.. marks.Where(mark => mark.Target < pieces.Length).Select((mark, i) => mark with { Number = i })]));

    /// <summary>Every stage that the rule concludes, told as the oracle tells it.</summary>
    public static List<StageOutcome> Conclude(ContinuumCase of)
    {
        var record = Facts(of);
        var numbers = record.Judgments.Select((judgment, number) => (judgment.Id, number)).ToDictionary();
        record.Judgments.Reverse();
        return [.. Determine(of, record).Select(one => Outcome(one, numbers))];
    }

    public static IReadOnlyList<Determination> Determine(ContinuumCase of, RecordBuilder record)
    {
        var content = Content(of);
        return Standing.Of(content.Competencies[0], record.Build(), content, Some.Rules(Rule(of)), AsOf.Everything);
    }

    /// <summary>The case as facts: its i-th mark is the i-th judgment.</summary>
    public static RecordBuilder Facts(ContinuumCase of)
    {
        var record = new RecordBuilder();
        foreach (var row in of.Rows) record.Enter(row.Stage, row.Baseline);
        foreach (var mark in of.Marks)
        {
            var judgment = record.Judge(
                mark.Level > 0 ? mark.Level : null, day: mark.Day, judged: mark.JudgedDay, completion: mark.IsCompletion,
                nonScore: mark.IsMissed ? NonScore.Missed : mark.Level > 0 || mark.IsCompletion ? null : NonScore.InsufficientEvidence,
                target: FrameworkBuilder.TargetId(mark.Target), stage: mark.Stage);
            if (mark.IsRetracted) record.Retract(RetractedKind.Judgment, judgment.Id.Value);
        }

        return record;
    }

    public static Continuum Rule(ContinuumCase of) =>
        new(of.LastStage, of.MinimumAverage, of.MinimumRating, of.IsFirstToLast ? GrowthRule.FirstToLast : GrowthRule.FromBaseline);

    public static string Print(ContinuumCase of) =>
        string.Join('\n',
            [Rule(of).ToString(), .. of.Pieces.Select(one => string.Join(' ', one)), .. of.Rows.Select(row => row.ToString()), .. of.Marks.Select(mark => mark.ToString())]);

    private static FrameworkContent Content(ContinuumCase of)
    {
        var framework = new FrameworkBuilder().On(ScaleBuilder.OfStages);
        for (var target = 0; target < of.Pieces.Length; target++)
        {
            // The default stands in for the last stage of the table, so that both ways of asking are used.
            framework.WithTarget(of.Pieces[target][^1]);
            for (var stage = 1; stage < of.Pieces[target].Length - 1; stage++) framework.Asking(target, stage, of.Pieces[target][stage]);
        }

        return framework.Build();
    }

    private static StageOutcome Outcome(Determination one, Dictionary<JudgmentId, int> numbers) => new(
        one.Stage!.Value, one.Baseline, one.Value, one.Growth, one.Boxes.Progress, one.Boxes.Completed, one.Boxes.Missed, one.Boxes.Required,
        one.IsComplete, string.Join(' ', one.Counted.Where(judgment => judgment.Level is not null).Select(judgment => numbers[judgment.Id]).Order()));
}
