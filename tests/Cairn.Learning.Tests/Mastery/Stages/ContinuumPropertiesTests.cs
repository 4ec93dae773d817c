using Cairn.Learning.Mastery;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Mastery.Stages;

public sealed class ContinuumPropertiesTests
{
    [Fact]
    public void A_piece_judged_higher_never_lowers_a_level() => Gen.Select(ContinuumCases.All, Gen.Int[0, 19], Gen.Int[1, 3]).Sample((one, at, more) =>
    {
        if (one.Marks.Length == 0 || one.Marks[at % one.Marks.Length].Level == 0) return;
        var raised = one.Marks.ToArray();
        raised[at % raised.Length] = raised[at % raised.Length] with { Level = raised[at % raised.Length].Level + more };
        NeverLower(one, one with { Marks = raised });
    }, iter: 150);

    [Fact]
    public void A_further_piece_at_least_as_high_as_all_never_lowers_a_level() => Gen.Select(ContinuumCases.All, Gen.Int[0, 2], Gen.Int[1, 5]).Sample((one, target, stage) =>
    {
        if (target >= one.Pieces.Length) return;
        NeverLower(one, one with { Marks = [.. one.Marks, new Mark(target, stage, 6, false, false, 9, 9, one.Marks.Length, false)] });
    }, iter: 150);

    [Fact]
    public void What_it_says_of_empty_boxes_comes_true() => ContinuumCases.All.Sample(one =>
    {
        foreach (var told in ContinuumCases.Determine(one, ContinuumCases.Facts(one)))
        {
            var record = ContinuumCases.Facts(one);
            foreach (var fill in told.WouldChange.OfType<FillBoxes>())
                for (var piece = 0; piece < fill.Pieces; piece++) record.Judge(12, day: 30, target: fill.Target, stage: told.Stage);
            ContinuumCases.Determine(one, record).Single(is_ => is_.Stage == told.Stage).Boxes.Empty.ShouldBe(0);
        }
    }, iter: 150, print: ContinuumCases.Print);

    [Fact]
    public void A_stage_that_is_not_complete_says_why_and_a_complete_one_does_not() => ContinuumCases.All.Sample(one =>
    {
        foreach (var is_ in ContinuumCases.Determine(one, ContinuumCases.Facts(one)))
        {
            (is_.NotYet.Reason == NotYetReason.None).ShouldBe(is_.IsComplete);
            is_.IsProficient.ShouldBe(is_.IsComplete);
            (is_.WouldChange.Count == 0).ShouldBe(is_.IsComplete);
        }
    }, iter: 150, print: ContinuumCases.Print);

    [Fact]
    public void The_cases_reach_what_they_are_drawn_for()
    {
        int chains = 0, growths = 0, completions = 0, misses = 0;
        ContinuumCases.All.Sample(one =>
        {
            var stages = ContinuumOracle.Conclude(one);
            if (stages.Count > one.Rows.Length) Interlocked.Increment(ref chains);
            if (stages.Exists(stage => stage.Growth is not null)) Interlocked.Increment(ref growths);
            if (stages.Exists(stage => stage.IsComplete && stage.Level is null && stage.Required > 0)) Interlocked.Increment(ref completions);
            if (stages.Exists(stage => stage.Missed > 0)) Interlocked.Increment(ref misses);
        }, iter: 1000);
        new[] { chains, growths, completions, misses }.Min().ShouldBeGreaterThan(0, $"{chains} {growths} {completions} {misses}");
    }

    private static void NeverLower(ContinuumCase before, ContinuumCase after)
    {
        var then = ContinuumCases.Conclude(after).ToDictionary(stage => stage.Stage);
        foreach (var stage in ContinuumCases.Conclude(before).Where(stage => then.ContainsKey(stage.Stage)))
            (then[stage.Stage].Level ?? 0).ShouldBeGreaterThanOrEqualTo(stage.Level ?? 0);
    }
}
