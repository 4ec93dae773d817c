using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class OverrideTests
{
    private readonly RecordBuilder _record = new();

    public OverrideTests() => _record.Judge(2, day: 1);

    [Fact]
    public void Without_an_override_the_rule_holds()
    {
        var held = Conclude().At(Some.Day(9));
        (held.Level!.Number, held.IsProficient, held.Override, held.IsSetByPerson).ShouldBe((2m, false, null, false));
    }

    [Fact]
    public void An_override_stands_in_place_of_the_rule_which_keeps_its_own_conclusion()
    {
        var decided = _record.Decide(3, day: 2);
        var is_ = Conclude();
        is_.Override.ShouldBe(decided);
        (is_.Value, is_.IsProficient).ShouldBe((2m, false));
        var held = is_.At(Some.Day(9));
        (held.Level!.Number, held.IsProficient, held.Override, held.IsSetByPerson).ShouldBe((3m, true, OverrideState.InForce, true));
    }

    [Fact]
    public void An_override_may_lower_what_the_rule_concludes()
    {
        _record.Judge(4, day: 2);
        _record.Decide(1, day: 3);
        Conclude().At(Some.Day(9)).IsProficient.ShouldBeFalse();
    }

    [Fact]
    public void Newer_evidence_makes_it_stale_and_it_still_stands()
    {
        _record.Decide(3, day: 2);
        _record.Judge(4, day: 3);
        var held = Conclude().At(Some.Day(9));
        (held.Level!.Number, held.Override, held.IsSetByPerson).ShouldBe((3m, OverrideState.Stale, true));
    }

    [Fact]
    public void Evidence_shown_before_and_recorded_after_is_newer_evidence()
    {
        _record.Decide(3, day: 5);
        _record.Judge(4, day: 2, recorded: 6);
        Conclude().IsOverrideStale.ShouldBeTrue();
    }

    [Fact]
    public void What_the_learner_says_and_what_was_retracted_make_nothing_stale()
    {
        _record.Decide(3, day: 2);
        _record.Judge(4, day: 3, role: JudgeRole.Learner);
        var mistake = _record.Judge(4, day: 4);
        _record.Retract(RetractedKind.Judgment, mistake.Id.Value);
        Conclude().IsOverrideStale.ShouldBeFalse();
    }

    [Fact]
    public void Evidence_that_had_not_been_shown_or_was_not_known_by_then_makes_nothing_stale()
    {
        _record.Decide(3, day: 2);
        _record.Judge(4, day: 5, recorded: 6);
        Conclude(Some.AsOf(5, 6)).IsOverrideStale.ShouldBeTrue();
        Conclude(Some.AsOf(4, 6)).IsOverrideStale.ShouldBeFalse();
        Conclude(Some.AsOf(5, 5)).IsOverrideStale.ShouldBeFalse();
    }

    [Fact]
    public void It_expires_at_its_moment_and_the_rule_holds_again()
    {
        _record.Decide(3, day: 2, expires: 7);
        var is_ = Conclude();
        is_.At(Some.Day(7).AddTicks(-1)).Override.ShouldBe(OverrideState.InForce);
        var held = is_.At(Some.Day(7));
        (held.Level!.Number, held.IsProficient, held.Override, held.IsSetByPerson).ShouldBe((2m, false, OverrideState.Expired, false));
    }

    [Fact]
    public void A_later_override_follows_an_earlier_one()
    {
        _record.Decide(3, day: 2);
        _record.Decide(4, day: 3);
        Conclude().At(Some.Day(9)).Level!.Number.ShouldBe(4);
    }

    [Fact]
    public void A_retracted_override_is_as_if_it_had_never_been()
    {
        var first = _record.Decide(3, day: 2);
        var second = _record.Decide(4, day: 3);
        _record.Retract(RetractedKind.Override, second.Id.Value, day: 5);
        Conclude().Override.ShouldBe(first);
        _record.Retract(RetractedKind.Override, first.Id.Value, day: 6);
        Conclude().Override.ShouldBeNull();
        Conclude(Some.AsOf(9, 4)).Override.ShouldBe(second);
    }

    [Fact]
    public void It_stands_from_when_it_was_decided_and_is_known_from_when_it_was_recorded()
    {
        _record.Decide(3, day: 2, recorded: 4);
        Conclude(Some.AsOf(1, 9)).Override.ShouldBeNull();
        Conclude(Some.AsOf(9, 3)).Override.ShouldBeNull();
        Conclude(Some.AsOf(2, 4)).Override.ShouldNotBeNull();
    }

    [Fact]
    public void A_disagreement_is_listed_while_the_override_stands()
    {
        _record.Decide(3, day: 2, expires: 7);
        Conclude().IsDisputed(Some.Day(5)).ShouldBeTrue();
        Conclude().IsDisputed(Some.Day(7)).ShouldBeFalse();
        _record.Judge(3, day: 3);
        Conclude().IsDisputed(Some.Day(5)).ShouldBeFalse();
    }

    [Fact]
    public void Where_the_rule_has_no_level_an_override_disagrees_with_it()
    {
        _record.Judgments.Clear();
        Conclude().IsDisputed(Some.Day(5)).ShouldBeFalse();
        _record.Decide(3, day: 2);
        Conclude().IsDisputed(Some.Day(5)).ShouldBeTrue();
        Conclude().At(Some.Day(5)).IsProficient.ShouldBeTrue();
    }

    [Fact]
    public void A_number_between_two_levels_is_read_as_a_value()
    {
        _record.Decide(3.7m, day: 2);
        Conclude().At(Some.Day(9)).Level!.Number.ShouldBe(3);
    }

    [Fact]
    public void On_a_continuum_it_stands_for_one_stage_and_is_Proficient_at_the_stage_or_above()
    {
        var learner = new ContinuumBuilder().Asks(1).Enters(9).Enters(10);
        learner.Record.Decide(9, stage: 9, day: 2);
        learner.Record.Decide(9, stage: 10, day: 2);
        learner.At(9).At(Some.Day(9)).IsProficient.ShouldBeTrue();
        learner.At(10).At(Some.Day(9)).IsProficient.ShouldBeFalse();
        learner.At(9).IsDisputed(Some.Day(9)).ShouldBeTrue();
        learner.Level(9, stage: 9, day: 3);
        learner.At(9).IsDisputed(Some.Day(9)).ShouldBeFalse();
        (learner.At(9).IsOverrideStale, learner.At(10).IsOverrideStale).ShouldBe((true, false));
    }

    private Determination Conclude(AsOf? asOf = null)
    {
        var content = new FrameworkBuilder().Build();
        return Standing.Of(content.Competencies[0], _record.Build(), content, Some.Rules(new MostRecent()), asOf ?? AsOf.Everything).Single();
    }
}
