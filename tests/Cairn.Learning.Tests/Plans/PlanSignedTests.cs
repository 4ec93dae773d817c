using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using CsCheck;

namespace Cairn.Learning.Tests.Plans;

public sealed class PlanSignedTests
{
    [Fact]
    public void Signed_by_all_three_it_is_whole()
    {
        var signed = PlanSigned.From(2, [By(1, SignerKind.Learner, 2), By(2, SignerKind.Guardian, 2), By(3, SignerKind.Educator, 2)]);

        (signed.IsWhole, signed.ChangedSince).ShouldBe((true, false));
        signed.All.Select(one => one.As).ShouldBe([SignerKind.Learner, SignerKind.Guardian, SignerKind.Educator]);
    }

    [Fact]
    public void Changed_afterwards_it_says_by_how_much_and_waits_for_all_again()
    {
        var signed = PlanSigned.From(5, [By(1, SignerKind.Learner, 3), By(2, SignerKind.Guardian, 5)]);

        signed.ChangedSince.ShouldBeTrue();
        signed.All.Select(one => one.Behind).ShouldBe([2, 0]);
        signed.Missing.ShouldBe([SignerKind.Learner, SignerKind.Educator]);
        signed.HasSigned(new PersonId(Some.Id(1))).ShouldBeFalse();
        signed.HasSigned(new PersonId(Some.Id(2))).ShouldBeTrue();
    }

    [Fact]
    public void Of_one_person_the_newest_signature_counts_and_the_order_they_came_in_does_not_matter() => Gen.Int[1, 6].Array[1, 8].Sample(revisions =>
    {
        var signatures = revisions.Select((revision, i) => By(1 + (i % 3), SignerKind.Guardian, revision, i)).ToList();

        var (one, other) = (PlanSigned.From(6, signatures), PlanSigned.From(6, Enumerable.Reverse(signatures)));

        one.All.ShouldBe(other.All);
        foreach (var signer in one.All) signer.Behind.ShouldBe(6 - signatures.Where(each => each.By == signer.By).Max(each => each.Revision));
    }, iter: 100, threads: 1);

    private static PlanSignature By(int person, SignerKind kind, int revision, int day = 0) =>
        new(new PlanSignatureId(Some.Id(500 + (person * 20) + day)), Some.Learner, new LearningPlanId(Some.Id(7)), new PersonId(Some.Id(person)), kind, revision, Some.Day(day));
}
