using System.Net;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Storage;
using Cairn.Storage.Credits;

namespace Cairn.App.Tests.Credits;

/// <summary>Credit that a panel gives, and what it joins or makes place for.</summary>
public sealed partial class AwardPagesTests
{
    [Fact]
    public async Task A_panel_votes_each_once_and_unseen_and_its_majority_gives_credit()
    {
        var policy = await _site.Policy(method: CreditMethod.ExamAndArtifact, with: one => one with { ExamLeast = 70, PanelSize = 2 });
        var piece = await _site.Show(_site.District.Clay, pieces: 1);
        var others = await _site.Show(_site.District.Clay, pieces: 1, learner: _site.District.Ben);
        (await Open(policy, "coTeacher", piece)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Open(policy, "teacher", others)).Whole.ShouldContain("does not fit");
        (await Open(policy, "teacher", piece)).Status.ShouldBe(HttpStatusCode.Found);
        var panel = _site.Read(db => db.CreditPanels.Single().Id.Value.ToString("N"));

        (await Vote(policy, "teacher", panel, "4", "Steady walls")).Status.ShouldBe(HttpStatusCode.Found);
        (await Vote(policy, "teacher", panel, "4", "Again")).Whole.ShouldContain("Something changed");
        (await Vote(policy, "motherWhoTeaches", panel, "4", "Mine")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Vote(policy, "otherTeacher", panel, "4", "No")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _site.Get("coTeacher", _site.Award(policy))).Whole.ShouldNotContain("Steady walls");
        (await Award(policy)).Whole.ShouldContain("not earned yet");
        (await Vote(policy, "coTeacher", panel, "4", "Even glaze")).Status.ShouldBe(HttpStatusCode.Found);
        (await Vote(policy, "registrar", panel, "1", "Late")).Whole.ShouldContain("Something changed");

        (await Award(policy)).Status.ShouldBe(HttpStatusCode.Found);
        (_site.Record().InForce.Single().Award.Source, _site.Record().InForce.Single().Award.Level).ShouldBe((CreditSource.ExamAndArtifact, 4m));
        _site.Read(db => db.CreditPanels.Single().EndedAt).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_posted_of_a_course_in_part_becomes_the_whole_by_exam_and_panel_and_ending_a_panel_that_said_yes_takes_a_reason()
    {
        var (byEvidence, byExam) = (await _site.Policy(), await _site.Policy("art-exam", CreditMethod.ExamAndArtifact, one => one with { ExamLeast = 70, PanelSize = 2 }));
        await _site.Show(_site.District.Drawing);
        (await Award(byEvidence, "counselor", "50", "part", ("do", "partial"), ("reason", "She moves"))).Status.ShouldBe(HttpStatusCode.Found);
        var piece = await _site.Show(_site.District.Clay, pieces: 1);
        (await _site.Send("teacher", $"{_site.Award(byExam)}/panel", ("once", "high"), ("exam", "State exam"), ("score", "999999"), ("on", "2026-03-01"), ("artifact", piece.Value.ToString("N")))).Whole.ShouldContain("5,000");
        (await Open(byExam, "teacher", piece)).Status.ShouldBe(HttpStatusCode.Found);
        var panel = _site.Read(db => db.CreditPanels.Single().Id.Value.ToString("N"));
        foreach (var who in (string[])["teacher", "coTeacher"]) (await Vote(byExam, who, panel, "4", "Steady walls")).Status.ShouldBe(HttpStatusCode.Found);

        (await _site.Send("teacher", $"{_site.Award(byExam)}/panel/end", ("seen", "1"))).Whole.ShouldContain("Write the reason.");
        _site.Read(db => db.CreditPanels.Single().EndedAt).ShouldBeNull();
        var page = (await _site.Get("teacher", _site.Award(byExam))).Whole;
        page.ShouldContain("Studio art-exam is ready to be awarded");
        page.ShouldContain("name=\"amount\" value=\"100\"");
        (await Award(byExam)).Status.ShouldBe(HttpStatusCode.Found);

        _site.Record().HundredthsOn(CreditSite.Today).ShouldBe(100);
        _site.Record().All.Single(one => !one.IsInForce).Reversal!.Reason.ShouldBe(ReversalReason.Joined);
    }

    [Fact]
    public async Task Credit_of_another_school_is_posted_by_who_keeps_the_record_and_makes_place_for_what_is_shown_here()
    {
        var policy = await Ready();
        var posting = new CreditPosting(new CreditAwardId(Guid.CreateVersion7()), _site.Ada, CreditSource.Transfer, 100, CreditSite.Today, "Art") { Policy = policy.Id, Origin = "Lake", Grade = "B", ProvisionalUntil = CreditSite.Today.AddDays(90) };
        (await Post("teacher", posting)).ShouldBe(CreditOutcome.NotFound);
        (await Post("registrar", posting with { Origin = "" })).ShouldBe(CreditOutcome.NeedsReason);
        (await Post("registrar", posting with { Hundredths = 101 })).ShouldBe(CreditOutcome.Invalid);
        (await Post("registrar", posting with { EarnedOn = CreditSite.Today.AddDays(1) })).ShouldBe(CreditOutcome.Invalid);
        (await Post("registrar", posting with { Source = CreditSource.Mastery })).ShouldBe(CreditOutcome.Invalid);
        (await Post("registrar", posting)).ShouldBe(CreditOutcome.Done);
        (await Post("registrar", posting)).ShouldBe(CreditOutcome.Done);
        _site.Record().ProvisionalOn(CreditSite.Today).ShouldBe(100);
        (await _site.Get("ada", $"{_site.Path}/credits")).Whole.ShouldContain("1 more is taken for granted");

        (await Award(policy)).Status.ShouldBe(HttpStatusCode.Found);
        (_site.Record().All.Count, _site.Record().HundredthsOn(CreditSite.Today), _site.Record().ProvisionalOn(CreditSite.Today)).ShouldBe((2, 100, 0));
        (await Post("registrar", posting with { Id = new CreditAwardId(Guid.CreateVersion7()) })).ShouldBe(CreditOutcome.Overlaps);
    }
}
