using Cairn.Learning.Credits;
using Cairn.Learning.Mastery;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.Tests.Builders;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class CreditRecordTests
{
    [Fact]
    public void What_is_taken_for_granted_is_told_apart_and_runs_out()
    {
        var record = Record(Held(1, CreditSource.Mastery, 100, Policy(), null), Held(2, CreditSource.Transfer, 50, null, Today));

        (record.HundredthsOn(Today), record.ProvisionalOn(Today), record.ExpiredBy(Today).Count).ShouldBe((100, 50, 0));
        (record.HundredthsOn(Today.AddDays(1)), record.ProvisionalOn(Today.AddDays(1)), record.ExpiredBy(Today.AddDays(1)).Count).ShouldBe((100, 0, 1));
    }

    [Fact]
    public void What_was_taken_out_of_force_is_there_and_does_not_count()
    {
        var held = Held(1, CreditSource.Mastery, 100, Policy(), null);
        var record = Record(held with { Reversal = new CreditReversal(new CreditReversalId(Some.Id(4)), Some.Learner, held.Award.Id, ReversalReason.Mistake, null, Some.Teacher, Now) });

        (record.All.Count, record.InForce.Count(), record.HundredthsOn(Today)).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void Totals_are_by_subject()
    {
        var (math, art) = (Held(1, CreditSource.Mastery, 100, null, null), Held(2, CreditSource.Mastery, 25, null, null));
        var more = Held(3, CreditSource.Transfer, 50, null, Today.AddDays(3));
        var record = Record(math with { Text = Text(math, "math") }, art with { Text = Text(art, "arts") }, more with { Text = Text(more, "math") });

        record.BySubject(Today).ShouldBe([new SubjectCredit("arts", 25, 0), new SubjectCredit("math", 100, 50)]);
    }

    [Fact]
    public void Awards_of_another_are_not_read()
    {
        var held = Held(1, CreditSource.Mastery, 100, null, null);

        CreditRecord.From(Some.Learner, [held.Award with { Learner = new LearnerId(Some.Id(77)) }], [], [], [], []).All.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_stands_as_its_determination_holds_at_the_moment()
    {
        var facts = new RecordBuilder();
        facts.Judge(3);
        facts.Judge(4);
        var standing = PartStanding.From(Determination.From(facts.Body(), ScaleBuilder.OneToFour, new RuleVersion(new Highest(), 1, DateTime.MinValue), 2), Some.Day(9), DateOnly.FromDateTime);

        (standing.Level, standing.IsProficient, standing.IsComplete, standing.IsBegun, standing.IsSetByPerson).ShouldBe((4, true, true, true, false));
        standing.ShownOn.ShouldBe(DateOnly.FromDateTime(Some.Day(2)));
    }

    [Fact]
    public void An_offer_is_what_is_earned_and_was_not_credited()
    {
        var policy = Policy() with { PostsParts = true };
        var decision = CreditDecision.From(policy, Quarters(policy), new CreditEvidence([Shown(1, 4), Shown(2)]));
        var first = Held(1, CreditSource.Mastery, 25, policy, null, (Competency(1), 25));

        var offer = CreditOffer.From(decision, Record(first), Today);
        (offer.IsOpen, offer.Hundredths, offer.Level, offer.Source).ShouldBe((true, 25, 3m, CreditSource.Mastery));
        var both = CreditOffer.From(decision, Record(first, Held(2, CreditSource.Mastery, 25, policy, null, (Competency(2), 25))), Today);
        (both.IsOpen, both.Overlap.Fault).ShouldBe((false, OverlapFault.NothingLeft));
        CreditOffer.From(CreditDecision.From(Policy(), [], new CreditEvidence([])), Record(), Today).IsOpen.ShouldBeFalse();
    }

    private static CreditAwardText Text(CreditHeld held, string subject) => new(held.Award.Id, "Title", "", subject, "", "", "", "");
}
