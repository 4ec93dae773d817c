using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Tests.Builders;

namespace Cairn.Learning.Tests.Diplomas;

public sealed class DiplomaThingsTests
{
    private static readonly DiplomaAwardId Award = new(Some.Id(1));

    [Fact]
    public void A_draft_is_adopted_by_another_than_who_wrote_it()
    {
        var draft = Draft();

        Should.Throw<InvalidOperationException>(() => draft.Adopt(2, Some.Teacher, Some.Day(3)));
        var plan = draft.Adopt(2, Some.OtherTeacher, Some.Day(3));

        (plan.Id, plan.Code, plan.Number, plan.By, plan.DraftedBy, plan.ClassFrom, plan.IsActive, draft.State).ShouldBe((draft.Id, "standard", 2, Some.OtherTeacher, Some.Teacher, 2028, true, DraftState.Adopted));
    }

    [Fact]
    public void Whoever_wrote_it_last_is_who_may_not_adopt_it()
    {
        var draft = Draft().Write("Standard", "{}", "h2", Some.OtherTeacher);

        Should.Throw<InvalidOperationException>(() => draft.Adopt(1, Some.OtherTeacher, Some.Day(3)));
        draft.Adopt(1, Some.Teacher, Some.Day(3)).DraftedBy.ShouldBe(Some.OtherTeacher);
    }

    [Fact]
    public void What_was_adopted_or_dropped_is_written_no_more()
    {
        var (adopted, dropped) = (Draft(), Draft());
        adopted.Adopt(1, Some.OtherTeacher, Some.Day(3));
        dropped.Drop();

        Should.Throw<InvalidOperationException>(() => adopted.Write("x", "{}", "h", Some.Teacher));
        Should.Throw<InvalidOperationException>(() => dropped.Adopt(1, Some.OtherTeacher, Some.Day(3)));
        Should.Throw<InvalidOperationException>(() => dropped.Drop());
    }

    [Fact]
    public void A_diploma_is_withdrawn_by_two_people()
    {
        var wish = new DiplomaWithdrawal(Award, Some.Learner, "Mixed up with another", Some.Teacher, Some.Day(1));

        Should.Throw<InvalidOperationException>(() => wish.Decide(true, Some.Teacher, Some.Day(2)));
        wish.Decide(true, Some.OtherTeacher, Some.Day(2));

        (wish.State, wish.DecidedBy, wish.Version).ShouldBe((WithdrawalState.Withdrawn, Some.OtherTeacher, 2));
        Should.Throw<InvalidOperationException>(() => wish.AskAgain("Again", Some.Teacher, Some.Day(3)));
    }

    [Fact]
    public void What_was_refused_may_be_asked_again()
    {
        var wish = new DiplomaWithdrawal(Award, Some.Learner, "First", Some.Teacher, Some.Day(1));
        wish.Decide(false, Some.OtherTeacher, Some.Day(2));

        wish.AskAgain("Second", Some.OtherTeacher, Some.Day(3));

        (wish.State, wish.Reason, wish.AskedBy, wish.DecidedBy).ShouldBe((WithdrawalState.Asked, "Second", Some.OtherTeacher, null));
    }

    [Fact]
    public void Where_something_was_waived_another_person_stands_for_the_diploma_too()
    {
        var waiver = new Waiver(new WaiverId(Some.Id(1)), Some.Learner, "standard", "pe", "counselor", "", Some.Teacher, Some.Day(1));
        waiver.Decide(true, Some.OtherTeacher, "registrar", "", Some.Day(2));

        DiplomaAward.SecondOf(Some.OtherTeacher, [waiver]).ShouldBe(Some.Teacher);
        DiplomaAward.SecondOf(Some.Teacher, [waiver]).ShouldBe(Some.OtherTeacher);
        DiplomaAward.SecondOf(Some.Mentor, [waiver]).ShouldBe(Some.OtherTeacher);
        DiplomaAward.SecondOf(Some.Mentor, []).ShouldBeNull();
    }

    [Fact]
    public void Words_go_and_what_happened_stays()
    {
        var pin = new DiplomaPin(new DiplomaPinId(Some.Id(1)), Some.Learner, "standard", "credit:1", "math", "Why", Some.Teacher, Some.Day(1));
        var wish = new DiplomaWithdrawal(Award, Some.Learner, "Why", Some.Teacher, Some.Day(1));

        pin.Erase();
        wish.Erase();

        (pin.Reason, pin.Leaf, wish.Reason, wish.AskedBy).ShouldBe(("", "math", "", Some.Teacher));
    }

    private static DiplomaDraft Draft() => new DiplomaDraft(new DiplomaPlanId(Some.Id(1)), "standard", Some.Teacher, Some.Day(1)).Write("Standard", "{}", "h", Some.Teacher)
        .For(new DateOnly(2027, 8, 1), 2028, null, false, null, false, "One more year of math");
}
