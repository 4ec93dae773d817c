using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Mastery;

public sealed class AsOfTests
{
    private readonly RecordBuilder _record = new();

    [Fact]
    public void What_had_been_shown_by_a_day_is_another_question_than_what_was_known_by_it()
    {
        _record.Judge(2, day: 1);
        _record.Judge(4, day: 3, judged: 8, recorded: 8);
        Value(shownBy: 9, knownBy: 9).ShouldBe(4);
        Value(shownBy: 2, knownBy: 9).ShouldBe(2);
        Value(shownBy: 9, knownBy: 5).ShouldBe(2);
        Value(shownBy: 0, knownBy: 9).ShouldBeNull();
    }

    [Fact]
    public void The_moment_itself_belongs_to_what_was_shown_and_known()
    {
        var one = _record.Judge(2, day: 1);
        _record.Body(asOf: new AsOf(one.DemonstratedOn, one.RecordedAt)).Scores.Count.ShouldBe(1);
        _record.Body(asOf: new AsOf(one.DemonstratedOn.AddTicks(-1), one.RecordedAt)).Scores.ShouldBeEmpty();
        _record.Body(asOf: new AsOf(one.DemonstratedOn, one.RecordedAt.AddTicks(-1))).Scores.ShouldBeEmpty();
    }

    [Fact]
    public void A_retraction_holds_from_when_it_was_known()
    {
        var one = _record.Judge(2, day: 1);
        var retraction = _record.Retract(RetractedKind.Judgment, one.Id.Value, day: 5);
        Value(shownBy: 1, knownBy: 4).ShouldBe(2);
        Value(shownBy: 1, knownBy: 5).ShouldBeNull();
        _record.Body(asOf: new AsOf(Some.Day(1), retraction.RecordedAt)).Scores.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_retractions_of_one_fact_the_earlier_decides_when_it_went_out_of_force()
    {
        var one = _record.Judge(2, day: 1);
        _record.Retract(RetractedKind.Judgment, one.Id.Value, day: 7);
        _record.Retract(RetractedKind.Judgment, one.Id.Value, day: 3);
        Value(shownBy: 1, knownBy: 2).ShouldBe(2);
        Value(shownBy: 1, knownBy: 4).ShouldBeNull();
    }

    [Fact]
    public void A_retraction_names_one_kind_of_fact_only()
    {
        var one = _record.Judge(2, day: 1);
        _record.Retract(RetractedKind.Override, one.Id.Value, day: 3);
        Value(shownBy: 9, knownBy: 9).ShouldBe(2);
    }

    [Fact]
    public void A_stage_is_open_from_the_day_it_was_entered_and_known_from_when_it_was_recorded()
    {
        var later = _record.Enter(9, baseline: 7, day: 2, recorded: 4);
        var record = _record.Build();
        record.EntriesOf(Some.Competency, Some.AsOf(1, 9)).ShouldBeEmpty();
        record.EntriesOf(Some.Competency, Some.AsOf(9, 3)).ShouldBeEmpty();
        record.EntriesOf(Some.Competency, Some.AsOf(2, 4)).ShouldBe([later]);
    }

    [Fact]
    public void Of_two_entries_into_one_stage_the_later_recorded_stands_until_it_is_retracted()
    {
        var first = _record.Enter(9, baseline: 7, day: 1);
        var second = _record.Enter(9, baseline: 8, day: 2);
        _record.Enter(9, baseline: 6, competency: Some.OtherCompetency);
        _record.Build().EntriesOf(Some.Competency, AsOf.Everything).ShouldBe([second]);
        _record.Retract(RetractedKind.StageEntry, second.Id.Value, day: 5);
        _record.Build().EntriesOf(Some.Competency, AsOf.Everything).ShouldBe([first]);
    }

    private decimal? Value(int shownBy, int knownBy) =>
        Determination.From(_record.Body(asOf: Some.AsOf(shownBy, knownBy)), ScaleBuilder.OneToFour, Some.Version(new MostRecent())).Value;
}
