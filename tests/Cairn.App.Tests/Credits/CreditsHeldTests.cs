using Cairn.App.Tests.Privacy;
using Cairn.App.Tests.Storage;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Plans;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Cairn.Storage.Journal.Verification;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Credits;

/// <summary>What is held of credit is handed over whole, and its words go whole while the facts stay.</summary>
public sealed class CreditsHeldTests : IAsyncLifetime
{
    private static readonly PersonId Asker = new(Guid.CreateVersion7());
    private static readonly PersonId Agreer = new(Guid.CreateVersion7());
    private readonly StillClock _clock = new(new DateTime(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc));
    private Family _family = null!;
    private LearnerId _kid;

    public async ValueTask InitializeAsync()
    {
        _family = await Family.Make(_clock);
        _kid = await _family.Learner("Earner", new DateOnly(2009, 5, 17));
        var piece = await _family.Work(_kid, "work");
        var policy = new CreditPolicy(new CreditPolicyId(Guid.CreateVersion7()), "art-1", 1, "Studio", _family.District.Framework, CreditMethod.ExamAndArtifact, 100, Family.Today, Asker, TestDistrict.Day) { CourseTitle = "Visual Arts" };
        var agreement = new CreditAgreement(new CreditAgreementId(Guid.CreateVersion7()), _kid, null, Family.Okafor.Person, Family.Okafor.Person, TestDistrict.Day);
        agreement.Say(new AgreementTerms("AGREEDCANARY", "CONTENTCANARY", "SHOWNCANARY", "ENOUGHCANARY", "arts", 50, GradingOption.Graded, Family.Today.AddDays(60)));
        var panel = new CreditPanel(new CreditPanelId(Guid.CreateVersion7()), _kid, policy.Id, "EXAMCANARY", 81, Family.Today, piece.Id, Family.Okafor.Person, TestDistrict.Day);
        var award = new CreditAward(new CreditAwardId(Guid.CreateVersion7()), _kid, CreditSource.Transfer, 100, Family.Today, Family.Okafor.Person, default) { Policy = policy.Id };
        var vote = new PanelVote(new PanelVoteId(Guid.CreateVersion7()), _kid, panel.Id, Family.Okafor.Person, 4, true, default);
        var appeal = new CreditAppeal(new CreditAppealId(Guid.CreateVersion7()), _kid, AppealAbout.Award, award.Id.Value.ToString("N"), "APPEALCANARY", _kid.Person, TestDistrict.Day, Family.Today.AddDays(30), null);
        appeal.Decide(false, Agreer, "DENIEDCANARY", TestDistrict.Day);
        var waiver = new Waiver(new WaiverId(Guid.CreateVersion7()), _kid, "standard", "root", "counselor", "WAIVERCANARY", Asker, TestDistrict.Day);
        waiver.Decide(true, Agreer, "registrar", "APPROVEDCANARY", TestDistrict.Day);
        var other = new OtherAchievement(new OtherAchievementId(Guid.CreateVersion7()), _kid, OtherKind.Test, "TESTCANARY", Family.Today, Asker, TestDistrict.Day).With(81, null, "", "", "ORIGINCANARY");
        await _family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Add(policy with { RecordedAt = turn.Next() });
            turn.Db.AddRange(agreement, panel, appeal, waiver, other, new Attestation(new AttestationId(Guid.CreateVersion7()), _kid, "plan-done", "counselor", Asker, TestDistrict.Day));
            turn.Db.SaveChanges();
            turn.Db.AddRange(award with { RecordedAt = turn.Next() }, new CreditAwardText(award.Id, "TITLECANARY", "05154", "arts", "", "GRADECANARY", "SCHOOLCANARY", "REASONCANARY"),
                new CreditAwardPart(new CreditAwardPartId(Guid.CreateVersion7()), _kid, award.Id, _family.District.Clay, 1, 100, null, null), vote with { RecordedAt = turn.Next() }, new PanelVoteText(vote.Id, "VOTECANARY"),
                new CreditAgreementPart(agreement.Id, 1, 1, _kid, _family.District.Clay, 1, 50), new CreditAgreementSignature(agreement.Id, 1, _kid.Person, _kid, SignerKind.Learner, turn.Next()));
            return turn.Db.SaveChanges();
        });
    }

    [Fact]
    public void The_archive_holds_every_part_of_the_learners_and_none_of_anothers()
    {
        var held = Family.Json(_family.Archive(_kid));

        var credit = held.GetProperty("credits")[0];
        (credit.GetProperty("title").GetString(), credit.GetProperty("hundredths").GetInt32(), credit.GetProperty("awardedBy").GetString(), credit.GetProperty("policy").GetString()).ShouldBe(("TITLECANARY", 100, "Ms. Okafor", "art-1"));
        held.GetProperty("creditParts")[0].GetProperty("competency").GetString().ShouldBe("Clay");
        held.GetProperty("creditAgreements")[0].GetProperty("content").GetString().ShouldBe("CONTENTCANARY");
        held.GetProperty("creditAgreementParts")[0].GetProperty("competency").GetString().ShouldBe("Clay");
        held.GetProperty("creditAgreementSignatures")[0].GetProperty("by").GetString()!.ShouldContain("Earner");
        held.GetProperty("creditPanels")[0].GetProperty("exam").GetString().ShouldBe("EXAMCANARY");
        held.GetProperty("panelVotes")[0].GetProperty("words").GetString().ShouldBe("VOTECANARY");
        held.GetProperty("creditAppeals")[0].GetProperty("reason").GetString().ShouldBe("DENIEDCANARY");
        held.GetProperty("waivers")[0].GetProperty("decision").GetString().ShouldBe("APPROVEDCANARY");
        held.GetProperty("otherAchievements")[0].GetProperty("name").GetString().ShouldBe("TESTCANARY");
        held.GetProperty("attestations")[0].GetProperty("key").GetString().ShouldBe("plan-done");
        string.Concat(_family.Archive(_family.Ada).Values).ShouldNotContain("CANARY");
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task Erased_no_word_of_it_is_left_and_the_record_verifies()
    {
        string[] canaries = ["TITLECANARY", "GRADECANARY", "SCHOOLCANARY", "REASONCANARY", "AGREEDCANARY", "CONTENTCANARY", "SHOWNCANARY", "ENOUGHCANARY", "EXAMCANARY", "VOTECANARY", "APPEALCANARY", "DENIEDCANARY", "WAIVERCANARY", "APPROVEDCANARY", "TESTCANARY", "ORIGINCANARY"];
        Canaries.Find(_family.District, canaries).Select(one => one.Split(' ')[0]).Distinct().ShouldBe(canaries, ignoreOrder: true);
        var erasure = new Erasure(new ErasureId(Guid.CreateVersion7()), _kid, "Record", "the family asked", Asker, TestDistrict.Day);
        erasure.Decide(true, Agreer, TestDistrict.Day);
        await _family.District.District.Writer.Alone(turn =>
        {
            turn.Db.Learners.Single(one => one.Id == _kid).Leave(TestDistrict.Day.AddYears(-20));
            return turn.Db.SaveChanges();
        });
        await _family.Put(erasure);

        await _family.District.District.Writer.Alone(turn => turn.Erase(erasure.Id, DateOnly.FromDateTime));
        ErasedRemains.Clean(_family.District.District).ShouldBeTrue();

        Canaries.Find(_family.District, canaries).ShouldBeEmpty();
        using var folder = new TempFolder(ownsServer: false);
        RecordVerification.Of(_family.District.District, new VerificationAsk(folder.Path)).Findings.Where(one => one.IsFault).ShouldBeEmpty();
        using var db = _family.District.Open();
        db.CreditAwards.AsNoTracking().Single().Hundredths.ShouldBe(100);
        db.CreditAgreements.AsNoTracking().Single().Hundredths.ShouldBe(50);
    }

    public ValueTask DisposeAsync() => _family.DisposeAsync();
}
