using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Plans;
using Cairn.Learning.Transcripts;
using Cairn.Storage;

namespace Cairn.App.Tests.Storage;

/// <summary>One row in each table of the official record, so that something can be asked of all of them.</summary>
internal static class OfficialRows
{
    private static readonly DateOnly On = DateOnly.FromDateTime(TestDistrict.Day);

    public static bool Add(WriteTurn turn, TestDistrict district, EvidenceId piece)
    {
        var (ada, by) = (district.Ada, TestDistrict.Teacher);
        var policy = new CreditPolicy(new CreditPolicyId(Id()), "art-1", 1, "Art 1", district.Framework, CreditMethod.CompleteEvidence, 100, On, by, turn.Next());
        var agreement = new CreditAgreement(new CreditAgreementId(Id()), ada, policy.Id, by, by, TestDistrict.Day);
        var panel = new CreditPanel(new CreditPanelId(Id()), ada, policy.Id, "State exam", 81, On, piece, by, TestDistrict.Day);
        var award = new CreditAward(new CreditAwardId(Id()), ada, CreditSource.Mastery, 100, On, by, turn.Next()) { Policy = policy.Id };
        var vote = new PanelVote(new PanelVoteId(Id()), ada, panel.Id, by, 3, true, turn.Next());
        turn.Db.AddRange(policy, agreement, panel, new CreditPart(policy.Id, 1, district.Drawing, 1, 100, 0, false));
        turn.Db.SaveChanges();
        turn.Db.AddRange(award, new CreditAwardText(award.Id, "Art 1", "05154", "arts", "", "", "", ""), new CreditAwardPart(new CreditAwardPartId(Id()), ada, award.Id, district.Drawing, 1, 100, 3, null),
            new CreditReversal(new CreditReversalId(Id()), ada, award.Id, ReversalReason.Mistake, null, by, turn.Next()), vote, new PanelVoteText(vote.Id, "calm lines"),
            new CreditAgreementPart(agreement.Id, 1, 1, ada, district.Drawing, 1, 100), new CreditAgreementSignature(agreement.Id, 1, ada.Person, ada, SignerKind.Learner, turn.Next()));

        var plan = new DiplomaPlan(new DiplomaPlanId(Id()), "diploma", 1, "Diploma", "{\"root\":{\"all\":[]}}", new string('c', 64), On, by, turn.Next());
        var diploma = new DiplomaAward(new DiplomaAwardId(Id()), ada, plan.Id, On, by, turn.Next());
        turn.Db.Add(plan);
        turn.Db.SaveChanges();
        turn.Db.AddRange(new DiplomaChoice(new DiplomaChoiceId(Id()), ada, "diploma", On, by, turn.Next()), diploma, new DiplomaAwardText(diploma.Id, "Diploma", "{}"));

        var (issued, share) = (new FrozenRecord(new FrozenRecordId(Id()), ada, 1, IssuedFor.Request, "7KQ2-M9XD", new string('d', 64), On, by, turn.Next()),
            new TranscriptShare(new TranscriptShareId(Id()), ada, new string('e', 64), "A college", ShareFormat.Both, ReleaseBasis.OwnWish, by, TestDistrict.Day, TestDistrict.Day.AddDays(9)));
        var (before, line) = (new PriorTranscript(new PriorTranscriptId(Id()), ada, "Lake High", by, TestDistrict.Day), new PriorLineId(Id()));
        turn.Db.AddRange(issued, share, before);
        turn.Db.SaveChanges();
        turn.Db.AddRange(new FrozenBytes(issued.Id, [1, 2, 3]), new TranscriptOpening(new TranscriptOpeningId(Id()), ada, share.Id, OpenedFrom.Phone, turn.Next()),
            new SchoolProfile(new SchoolProfileId(Id()), null, 1, "Profile", "About", "Credit", "A. Feld", "", "", by, turn.Next()), new PriorLine(line, before.Id, ada, 1, "Art", "", "B", 100));
        turn.Db.SaveChanges();
        turn.Db.AddRange(new ProvisionalLevel(new ProvisionalLevelId(Id()), ada, district.Drawing, 1, 3, line, On.AddDays(90), by, turn.Next()), new LanguageLevel(new LanguageLevelId(Id()), ada, LanguageDomain.Speaking, 2, On, by, turn.Next()));
        turn.Db.SaveChanges();
        return true;
    }

    private static Guid Id() => Guid.CreateVersion7();
}
