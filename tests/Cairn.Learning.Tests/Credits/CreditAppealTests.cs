using Cairn.Learning.Credits;
using Cairn.Learning.Tests.Builders;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class CreditAppealTests
{
    private static readonly PersonId Registrar = new(Some.Id(62));

    [Fact]
    public void Somebody_else_decides_than_who_asked_and_who_decided_first()
    {
        var appeal = New();

        Should.Throw<InvalidOperationException>(() => appeal.Decide(true, Some.Teacher, "Because", Now));
        Should.Throw<InvalidOperationException>(() => appeal.Decide(true, Some.Learner.Person, "Because", Now));
        appeal.Decide(true, Registrar, "The artifact was there", Now);
        (appeal.State, appeal.DecidedBy, appeal.Reason, appeal.Version).ShouldBe((AppealState.Granted, Registrar, "The artifact was there", 2));
        Should.Throw<InvalidOperationException>(() => appeal.Decide(false, Registrar, "After all not", Now));
    }

    [Fact]
    public void A_decision_has_a_reason() => Should.Throw<ArgumentException>(() => New().Decide(false, Registrar, "  ", Now));

    [Fact]
    public void Only_who_asked_takes_it_back_and_only_before_it_is_decided()
    {
        var appeal = New();
        Should.Throw<InvalidOperationException>(() => appeal.TakeBack(Registrar, Now));
        appeal.TakeBack(Some.Learner.Person, Now);

        appeal.State.ShouldBe(AppealState.TakenBack);
        Should.Throw<InvalidOperationException>(() => appeal.Decide(true, Registrar, "Because", Now));
    }

    [Fact]
    public void A_waiver_takes_two_people()
    {
        var waiver = new Waiver(new WaiverId(Some.Id(63)), Some.Learner, "standard", "root/all/0", "counselor", "A broken leg", Some.Teacher, Now);

        Should.Throw<InvalidOperationException>(() => waiver.Decide(true, Some.Teacher, "counselor", "", Now));
        waiver.Decide(true, Registrar, "registrar", "Seen", Now);
        (waiver.State, waiver.Role).ShouldBe((WaiverState.Approved, "registrar"));
        waiver.End(Now);
        Should.Throw<InvalidOperationException>(() => waiver.End(Now));
    }

    [Fact]
    public void A_panel_ends_once_and_counts_its_own_votes()
    {
        var panel = new CreditPanel(new CreditPanelId(Some.Id(64)), Some.Learner, Policy().Id, "Algebra exam", 81, Today, new EvidenceId(Some.Id(65)), Some.Teacher, Now);
        PanelVote[] votes = [new(new PanelVoteId(Some.Id(66)), Some.Learner, panel.Id, Registrar, 3, true, Now), new(new PanelVoteId(Some.Id(67)), Some.Learner, new CreditPanelId(Some.Id(1)), Registrar, 3, true, Now)];

        panel.Seen(votes, DateOnly.FromDateTime).Votes.Single().By.ShouldBe(Registrar);
        panel.End(Now);
        Should.Throw<InvalidOperationException>(() => panel.End(Now));
    }

    private static CreditAppeal New() => new(new CreditAppealId(Some.Id(68)), Some.Learner, AppealAbout.Award, Some.Id(69).ToString("N"), "I did show it", Some.Learner.Person, Now, Today.AddDays(30), Some.Teacher);
}
