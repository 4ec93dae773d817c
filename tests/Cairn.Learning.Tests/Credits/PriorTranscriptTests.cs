using Cairn.Learning.Credits;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Credits;

/// <summary>Lines of another school's transcript, what they are taken for, and situations that the law protects.</summary>
public sealed class PriorTranscriptTests
{
    private static readonly DateOnly Day = new(2025, 9, 1);

    [Fact]
    public void A_line_is_decided_once()
    {
        var line = Line();
        line.Accept("bio", "science", new CreditAwardId(Some.Id(5)), Day, Some.Teacher, Some.Day(1));

        (line.State, line.Policy, line.Until, line.Version).ShouldBe((PriorLineState.Accepted, "bio", Day, 2));
        Should.Throw<InvalidOperationException>(() => line.Accept("", "", null, Day, Some.Teacher, Some.Day(2)));
        Should.Throw<InvalidOperationException>(() => line.Decline(Some.Teacher, Some.Day(2)));
    }

    [Fact]
    public void Only_a_line_that_is_taken_for_granted_is_settled()
    {
        var line = Line();
        Should.Throw<InvalidOperationException>(() => line.Settle(null, null, Some.Teacher, Some.Day(2)));
        line.Decline(Some.Teacher, Some.Day(1));
        Should.Throw<InvalidOperationException>(() => line.Settle(null, null, Some.Teacher, Some.Day(2)));

        var accepted = Line();
        accepted.Accept("", "arts", new CreditAwardId(Some.Id(5)), Day, Some.Teacher, Some.Day(1));
        accepted.Settle(new CreditAwardId(Some.Id(6)), Day.AddDays(9), Some.OtherTeacher, Some.Day(3));
        accepted.Settle(new CreditAwardId(Some.Id(7)), null, Some.OtherTeacher, Some.Day(4));
        (accepted.Award!.Value.Value, accepted.Until, accepted.DecidedBy).ShouldBe((Some.Id(7), null, Some.OtherTeacher));
        Should.Throw<InvalidOperationException>(() => accepted.Settle(null, null, Some.Teacher, Some.Day(5)));
    }

    [Fact]
    public void An_erasure_takes_the_words_of_a_transcript_and_leaves_what_was_decided()
    {
        var (line, transcript) = (Line(), new PriorTranscript(new PriorTranscriptId(Some.Id(2)), Some.Learner, "Lakeside High", Some.Teacher, Some.Day(0)));
        line.Accept("bio", "", null, Day, Some.Teacher, Some.Day(1));
        line.Erase();
        transcript.Erase();

        (line.Title, line.Code, line.Grade, line.State, transcript.Origin).ShouldBe(("", "", "", PriorLineState.Accepted, ""));
    }

    [Fact]
    public void A_transcript_that_was_a_mistake_ends_at_the_first_word()
    {
        var transcript = new PriorTranscript(new PriorTranscriptId(Some.Id(2)), Some.Learner, "Lakeside High", Some.Teacher, Some.Day(0));
        transcript.End(Some.Day(1));
        transcript.End(Some.Day(2));

        transcript.EndedAt.ShouldBe(Some.Day(1));
    }

    [Fact]
    public void A_situation_holds_from_its_first_day_to_its_last()
    {
        var situation = new SpecialSituation(new SpecialSituationId(Some.Id(3)), Some.Learner, SituationKind.Military, Day, Some.Teacher, Some.Day(0));

        situation.Holds(Day.AddDays(-1)).ShouldBeFalse();
        situation.Holds(Day.AddDays(900)).ShouldBeTrue();
        situation.End(Day.AddDays(10));
        SpecialSituation.GivesParts([situation], Day.AddDays(10)).ShouldBeTrue();
        SpecialSituation.GivesParts([situation], Day.AddDays(11)).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => situation.End(Day.AddDays(12)));
    }

    [Fact]
    public void A_situation_ends_on_its_first_day_at_the_earliest()
    {
        var situation = new SpecialSituation(new SpecialSituationId(Some.Id(3)), Some.Learner, SituationKind.Foster, Day, Some.Teacher, Some.Day(0));
        situation.End(Day.AddDays(-5));

        situation.Until.ShouldBe(Day);
    }

    [Theory]
    [InlineData("MA-204", "ma 204", true)]
    [InlineData("MA-204", "MA205", false)]
    [InlineData("--", "  ", false)]
    public void Codes_are_alike_whatever_their_case_and_marks(string one, string other, bool alike) =>
        new CourseEquivalent(new CourseEquivalentId(Some.Id(1)), one, "", "bio", "", Some.Teacher, Some.Day(0)).IsOfCode(other).ShouldBe(alike);

    private static PriorLine Line() => new PriorLine(new PriorLineId(Some.Id(1)), new PriorTranscriptId(Some.Id(2)), Some.Learner, 1, "Biology", "B1", "A", 100).Ended(Day);
}
