using Cairn.Learning.Credits;
using Cairn.Learning.Tests.Builders;
using CsCheck;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class CreditOverlapTests
{
    private static readonly CreditPolicy Math = Policy();
    private static readonly CreditPolicy Physics = Policy(code: "physics");

    // Credit of any source, in whole or in parts, provisional or not, of two policies that share competencies or of none.
    private static readonly Gen<CreditCandidate> Candidates =
        from source in Gen.Int[1, 6]
        from policy in Gen.OneOfConst<CreditPolicy?>(Math, Physics, null)
        from competencies in Gen.Int[1, 6].HashSet[0, 4]
        from hundredths in Gen.Int[1, 100]
        from isWhole in Gen.Bool
        from isProvisional in Gen.Int[0, 3]
        from origin in Gen.Int[0, 3]
        select new CreditCandidate((CreditSource)source, isWhole && policy is not null ? 100 : hundredths, [.. competencies.Select(n => (Competency(n), (int?)null, 0))])
        {
            Policy = policy, IsWhole = isWhole && policy is not null, IsProvisional = isProvisional == 0, Panel = origin == 0 ? new CreditPanelId(Some.Id(1)) : null,
        };

    [Fact]
    public void What_nobody_awarded_is_free() => Of(Whole(CreditSource.Mastery), Record()).ShouldBe((OverlapFault.None, 0));

    [Theory]
    [InlineData(CreditSource.Mastery, CreditSource.Mastery, OverlapFault.SamePolicy)]
    [InlineData(CreditSource.Mastery, CreditSource.Transfer, OverlapFault.SamePolicy)]
    [InlineData(CreditSource.Transfer, CreditSource.Mastery, OverlapFault.None)]
    [InlineData(CreditSource.JudgedWhole, CreditSource.ExamAndArtifact, OverlapFault.None)]
    [InlineData(CreditSource.Agreement, CreditSource.Equivalency, OverlapFault.SamePolicy)]
    public void Of_one_policy_what_is_proven_better_stands(CreditSource stands, CreditSource comes, OverlapFault fault)
    {
        var overlap = CreditOverlap.Of(Whole(comes), Record(Held(1, stands, 100, Math, null)), Today);

        overlap.Fault.ShouldBe(fault);
        (overlap.IsFree ? overlap.Reversals.Single().Held : overlap.Stands.Single()).Award.Source.ShouldBe(stands);
    }

    [Fact]
    public void A_competency_is_not_credited_twice_by_two_policies()
    {
        var record = Record(Held(1, CreditSource.Mastery, 100, Physics, null, (Competency(2), 100)));

        Of(Whole(CreditSource.Mastery), record).ShouldBe((OverlapFault.SameCompetency, 0));
        Of(Whole(CreditSource.Agreement), record).ShouldBe((OverlapFault.SameCompetency, 0));
    }

    [Fact]
    public void A_better_source_does_not_take_away_credit_for_something_else()
    {
        var record = Record(Held(1, CreditSource.Transfer, 100, Physics, null, (Competency(2), 50), (Competency(9), 50)));

        Of(Whole(CreditSource.Mastery), record).ShouldBe((OverlapFault.PartOfAnother, 0));
    }

    [Fact]
    public void A_little_that_is_proven_better_does_not_take_the_place_of_much() =>
        Of(new CreditCandidate(CreditSource.Mastery, 25, [(Competency(1), null, 25)]) { Policy = Math }, Record(Held(1, CreditSource.Transfer, 100, Math, null))).Fault.ShouldBe(OverlapFault.PartOfAnother);

    [Fact]
    public void The_whole_takes_in_its_parts()
    {
        var overlap = CreditOverlap.Of(Whole(CreditSource.Mastery), Record(Held(1, CreditSource.Mastery, 25, Math, null, (Competency(1), 25)), Held(2, CreditSource.Mastery, 25, Math, null, (Competency(2), 25))), Today);

        overlap.Reversals.Select(one => one.Reason).ShouldBe([ReversalReason.Joined, ReversalReason.Joined]);
    }

    [Fact]
    public void The_whole_of_a_course_by_an_exam_takes_in_what_was_posted_of_it_in_part_and_no_more_than_the_whole_counts()
    {
        var exam = Policy(CreditMethod.ExamAndArtifact, code: "math-exam");
        var (byExam, part) = (Whole(CreditSource.ExamAndArtifact) with { Policy = exam }, Held(1, CreditSource.Mastery, 14, Math, null, (Competency(1), 14)));

        var overlap = CreditOverlap.Of(byExam, Record(part), Today);

        (overlap.Fault, overlap.Reversals.Single().Held.Award.Id, overlap.Reversals.Single().Reason).ShouldBe((OverlapFault.None, part.Award.Id, ReversalReason.Joined));
        // All of a course that is proven better stands; so does a part of another course, and a part of the same before what came from elsewhere.
        Of(byExam, Record(Held(1, CreditSource.Mastery, 100, Math, null, (Competency(1), 100)))).Fault.ShouldBe(OverlapFault.SameCompetency);
        Of(byExam, Record(part with { Policy = Math with { CourseCode = "03151" } })).Fault.ShouldBe(OverlapFault.SameCompetency);
        Of(byExam with { Source = CreditSource.Transfer }, Record(part)).Fault.ShouldBe(OverlapFault.SameCompetency);
    }

    [Fact]
    public void Parts_of_one_policy_stand_side_by_side_until_they_are_the_whole()
    {
        var record = Record(Held(1, CreditSource.Mastery, 75, Math, null, (Competency(1), 75)));

        Of(Part(2, 25), record).ShouldBe((OverlapFault.None, 0));
        Of(Part(2, 26), record).Fault.ShouldBe(OverlapFault.MoreThanPolicy);
        Of(Part(1, 25), record).Fault.ShouldBe(OverlapFault.SameCompetency);
    }

    [Fact]
    public void The_same_panel_agreement_or_line_is_credited_once_whatever_the_source()
    {
        var (panel, agreement, prior) = (new CreditPanelId(Some.Id(1)), new CreditAgreementId(Some.Id(2)), new PriorLineId(Some.Id(3)));
        var held = Held(1, CreditSource.Transfer, 50, null, null);
        var record = Record(held with { Award = held.Award with { Panel = panel, Agreement = agreement, Prior = prior } });
        var candidate = new CreditCandidate(CreditSource.Mastery, 50, []);

        CreditOverlap.Of(candidate with { Panel = panel }, record, Today).Fault.ShouldBe(OverlapFault.SameOrigin);
        CreditOverlap.Of(candidate with { Agreement = agreement }, record, Today).Fault.ShouldBe(OverlapFault.SameOrigin);
        CreditOverlap.Of(candidate with { Prior = prior }, record, Today).Fault.ShouldBe(OverlapFault.SameOrigin);
        CreditOverlap.Of(candidate, record, Today).IsFree.ShouldBeTrue();
    }

    [Fact]
    public void What_was_taken_for_granted_makes_place_and_takes_none()
    {
        var granted = Record(Held(1, CreditSource.Transfer, 100, Math, Today.AddDays(30)));

        Of(Whole(CreditSource.Transfer), granted).ShouldBe((OverlapFault.None, 1));
        CreditOverlap.Of(Whole(CreditSource.Mastery) with { IsProvisional = true }, Record(Held(1, CreditSource.Transfer, 100, Math, null)), Today).IsFree.ShouldBeFalse();
    }

    [Fact]
    public void What_ran_out_stands_in_nobodys_way() => Of(Part(1, 10) with { Source = CreditSource.Transfer }, Record(Held(1, CreditSource.Mastery, 100, Math, Today.AddDays(-1), (Competency(1), 100)))).ShouldBe((OverlapFault.None, 1));

    [Fact]
    public void What_was_taken_out_of_force_stands_in_nobodys_way()
    {
        var held = Held(1, CreditSource.Mastery, 100, Math, null, (Competency(1), 100));
        var reversal = new CreditReversal(new CreditReversalId(Some.Id(4)), Some.Learner, held.Award.Id, ReversalReason.Mistake, null, Some.Teacher, Now);

        Of(Whole(CreditSource.Mastery), Record(held with { Reversal = reversal })).ShouldBe((OverlapFault.None, 0));
    }

    [Fact]
    public void Only_what_was_not_credited_is_left_of_shares()
    {
        var decision = CreditDecision.From(Math, Quarters(Math), new CreditEvidence([Shown(1), Shown(2)]), isPartial: true);

        CreditOverlap.Left(decision.Shares, Record(Held(1, CreditSource.Mastery, 25, Math, null, (Competency(1), 25))), Today).Single().Line.Part.Competency.ShouldBe(Competency(2));
    }

    [Fact]
    public void Whatever_is_awarded_in_whatever_order_nothing_counts_twice_and_nobody_loses_credit() => Candidates.List[1, 12].Sample(candidates =>
    {
        List<CreditHeld> all = [];
        foreach (var (n, candidate) in candidates.Index())
        {
            var before = Record([.. all]);
            var overlap = CreditOverlap.Of(candidate, before, Today);
            if (!overlap.IsFree)
            {
                overlap.Reversals.ShouldBeEmpty();
                continue;
            }

            var held = Held(n, candidate.Source, candidate.Hundredths, candidate.Policy, candidate.IsProvisional ? Today.AddDays(9) : null, [.. candidate.Parts.Select(one => (one.Competency, 0))]);
            held = held with { Award = held.Award with { Panel = candidate.Panel } };
            foreach (var gone in overlap.Reversals)
            {
                (gone.Held.IsProvisional || candidate.Source <= gone.Held.Award.Source || (candidate is { IsWhole: true, Source: <= CreditSource.JudgedWhole } && gone is { Reason: ReversalReason.Joined, Held.Award.Hundredths: < 100 })).ShouldBeTrue();
                var at = all.FindIndex(one => one.Award.Id == gone.Held.Award.Id);
                all[at] = all[at] with { Reversal = new CreditReversal(new CreditReversalId(Some.Id(9000 + at)), Some.Learner, gone.Held.Award.Id, gone.Reason, held.Award.Id, Some.Teacher, Now) };
            }

            all.Add(held);
            List<CreditHeld> stands = [.. Record([.. all]).InForce];
            stands.SelectMany(one => one.Parts).Select(one => one.Competency).ShouldBeUnique();
            stands.Where(one => one.Award.Panel is not null).Count().ShouldBeLessThanOrEqualTo(1);
            foreach (var some in stands.Where(one => one.Policy is not null).GroupBy(one => one.Policy!.Code)) some.Sum(one => one.Award.Hundredths).ShouldBeLessThanOrEqualTo(100);
            stands.Sum(one => one.Award.Hundredths).ShouldBeGreaterThanOrEqualTo(before.InForce.Sum(one => one.Award.Hundredths));
        }
    });

    [Fact]
    public void What_was_awarded_once_is_refused_the_second_time() => Candidates.Where(one => one.IsWhole || one.Parts.Count > 0 || one.Panel is not null).Sample(candidate =>
    {
        var held = Held(1, candidate.Source, candidate.Hundredths, candidate.Policy, candidate.IsProvisional ? Today.AddDays(9) : null, [.. candidate.Parts.Select(one => (one.Competency, 0))]);
        var record = Record(held with { Award = held.Award with { Panel = candidate.Panel } });
        var again = CreditOverlap.Of(candidate, record, Today);
        // A whole takes in a part that is as large as itself only where its policy gives more.
        if (!(candidate.IsWhole && candidate.Hundredths < candidate.Policy!.Hundredths)) again.IsFree.ShouldBeFalse();
    });

    private static CreditCandidate Whole(CreditSource source) =>
        new(source, 100, [(Competency(1), null, 25), (Competency(2), null, 25), (Competency(3), null, 25), (Competency(4), null, 25)]) { Policy = Math, IsWhole = true };

    private static CreditCandidate Part(int n, int hundredths) => new(CreditSource.Mastery, hundredths, [(Competency(n), null, hundredths)]) { Policy = Math };

    private static (OverlapFault Fault, int Reversals) Of(CreditCandidate candidate, CreditRecord record)
    {
        var overlap = CreditOverlap.Of(candidate, record, Today);
        return (overlap.Fault, overlap.Reversals.Count);
    }
}
