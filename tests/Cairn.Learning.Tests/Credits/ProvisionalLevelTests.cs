using Cairn.Learning.Credits;
using Cairn.Learning.Judgments;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Credits;

/// <summary>Levels that are taken for granted until work here confirms or corrects them.</summary>
public sealed class ProvisionalLevelTests
{
    private static readonly DateOnly Until = new(2025, 12, 1);

    private static readonly DateOnly Before = Until.AddDays(-1);

    [Fact]
    public void Without_any_work_it_is_provisional_to_its_last_day_and_then_expired()
    {
        var record = new RecordBuilder().Build();

        ProvisionalStanding.From(Taken(3), record, Until).State.ShouldBe(ProvisionalState.Provisional);
        ProvisionalStanding.From(Taken(3), record, Until.AddDays(1)).State.ShouldBe(ProvisionalState.Expired);
    }

    [Theory]
    [InlineData(4, ProvisionalState.Confirmed)]
    [InlineData(3, ProvisionalState.Confirmed)]
    [InlineData(2, ProvisionalState.Corrected)]
    public void The_first_work_confirms_or_corrects_it(int level, ProvisionalState state)
    {
        var record = new RecordBuilder();
        var first = record.Judge(level);
        record.Judge(level == 2 ? 4 : 1);

        var standing = ProvisionalStanding.From(Taken(3), record.Build(), Before);

        standing.State.ShouldBe(state);
        standing.First!.Id.ShouldBe(first.Id);
        standing.IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void Work_that_comes_late_settles_it_all_the_same()
    {
        var record = new RecordBuilder();
        record.Judge(3, day: 200);

        ProvisionalStanding.From(Taken(3), record.Build(), Until.AddDays(300)).State.ShouldBe(ProvisionalState.Confirmed);
    }

    [Fact]
    public void Work_of_before_in_another_stage_by_the_learner_or_without_a_level_settles_nothing()
    {
        var record = new RecordBuilder();
        record.Judge(4, day: 5, role: JudgeRole.Learner);
        record.Judge(4, day: 6, role: JudgeRole.Mentor);
        record.Judge(nonScore: Cairn.Learning.Scales.NonScore.InsufficientEvidence, day: 7);
        record.Judge(4, day: 8, stage: 2);
        record.Judge(4, day: 9, competency: Some.OtherCompetency);

        ProvisionalStanding.From(Taken(3), record.Build(), Before).State.ShouldBe(ProvisionalState.Provisional);
        ProvisionalStanding.From(Taken(3, recorded: Some.Day(50)), Judged(4), Before).State.ShouldBe(ProvisionalState.Provisional);
    }

    [Fact]
    public void Work_that_is_taken_back_leaves_it_to_the_next()
    {
        var record = new RecordBuilder();
        var mistaken = record.Judge(1, day: 3);
        record.Judge(4, day: 4);
        record.Retract(RetractedKind.Judgment, mistaken.Id.Value);

        ProvisionalStanding.From(Taken(3), record.Build(), Before).State.ShouldBe(ProvisionalState.Confirmed);
    }

    [Fact]
    public void A_completion_of_a_stage_confirms_the_stage()
    {
        var record = new RecordBuilder();
        record.Judge(completion: true, stage: 5);

        ProvisionalStanding.From(Taken(5) with { Stage = 5 }, record.Build(), Before).State.ShouldBe(ProvisionalState.Confirmed);
    }

    [Fact]
    public void As_much_at_a_later_stage_confirms_and_less_there_says_nothing_of_it()
    {
        var (less, enough, earlier) = (new RecordBuilder(), new RecordBuilder(), new RecordBuilder());
        less.Judge(2, stage: 9);
        enough.Judge(2, stage: 9);
        enough.Judge(3, stage: 9);
        earlier.Judge(4, stage: 7);

        ProvisionalStanding.From(Taken(3) with { Stage = 8 }, less.Build(), Before).State.ShouldBe(ProvisionalState.Provisional);
        ProvisionalStanding.From(Taken(3) with { Stage = 8 }, enough.Build(), Before).State.ShouldBe(ProvisionalState.Confirmed);
        ProvisionalStanding.From(Taken(3) with { Stage = 8 }, earlier.Build(), Before).State.ShouldBe(ProvisionalState.Provisional);
    }

    [Fact]
    public void Whatever_comes_after_the_first_work_and_whatever_day_it_is_changes_nothing() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 6], Gen.Int[-20, 400]).Sample((levels, days) =>
        {
            var (first, all) = (new RecordBuilder(), new RecordBuilder());
            first.Judge(levels[0]);
            foreach (var level in levels) all.Judge(level);

            ProvisionalStanding.From(Taken(3), all.Build(), Until.AddDays(days)).State.ShouldBe(ProvisionalStanding.From(Taken(3), first.Build(), Until).State);
        });

    [Fact]
    public void A_line_is_confirmed_once_all_its_levels_are_and_corrected_as_soon_as_one_is()
    {
        var (confirmed, corrected, open) = (Of(4, Before), Of(2, Before), ProvisionalStanding.From(Taken(3), new RecordBuilder().Build(), Before));

        ProvisionalLine.From([confirmed, confirmed], Until, Before).State.ShouldBe(ProvisionalState.Confirmed);
        ProvisionalLine.From([confirmed, open], Until, Before).State.ShouldBe(ProvisionalState.Provisional);
        ProvisionalLine.From([confirmed, open, corrected], Until, Before).State.ShouldBe(ProvisionalState.Corrected);
        ProvisionalLine.From([confirmed, ProvisionalStanding.From(Taken(3), new RecordBuilder().Build(), Until.AddDays(1))], Until, Until.AddDays(1)).State.ShouldBe(ProvisionalState.Expired);
    }

    [Fact]
    public void A_line_without_levels_waits_for_a_person()
    {
        ProvisionalLine.From([], Until, Until).State.ShouldBe(ProvisionalState.Provisional);
        ProvisionalLine.From([], Until, Until.AddDays(1)).State.ShouldBe(ProvisionalState.Expired);
    }

    private static ProvisionalStanding Of(int level, DateOnly day) => ProvisionalStanding.From(Taken(3), Judged(level), day);

    private static Cairn.Learning.Mastery.LearnerRecord Judged(int level)
    {
        var record = new RecordBuilder();
        record.Judge(level, day: 2);
        return record.Build();
    }

    private static ProvisionalLevel Taken(decimal level, DateTime? recorded = null) =>
        new(new ProvisionalLevelId(Some.Id(1)), Some.Learner, Some.Competency, null, level, new PriorLineId(Some.Id(2)), Until, Some.Teacher, recorded ?? Some.Day(0));
}
