using Cairn.Learning.Credits;
using Cairn.Learning.Plans;
using Cairn.Learning.Tests.Builders;
using static Cairn.Learning.Tests.Credits.Crediting;

namespace Cairn.Learning.Tests.Credits;

public sealed class AgreementTests
{
    private static readonly PersonId Mother = new(Some.Id(60));
    private static readonly AgreementTerms Terms = new("Boat building", "Builds a boat at the yard", "The boat, and a talk", "It floats", "arts", 50, GradingOption.Graded, Today.AddDays(60));

    [Fact]
    public void It_is_signed_when_learner_family_and_the_educator_of_record_signed_what_it_says()
    {
        var agreement = New();
        Signed(agreement, By(Some.Learner.Person, SignerKind.Learner), By(Mother, SignerKind.Guardian)).Missing.ShouldBe([SignerKind.Educator]);

        agreement.Sign(Signed(agreement, [.. Everybody()]));
        (agreement.State, Ready(agreement).Fault).ShouldBe((AgreementState.Signed, AgreementFault.None));
    }

    [Fact]
    public void Whatever_changes_in_it_asks_for_every_signature_anew()
    {
        var agreement = New();
        agreement.Sign(Signed(agreement, [.. Everybody()]));
        agreement.Say(Terms with { Threshold = "It floats for an hour" });

        (agreement.State, agreement.Edition, Signed(agreement, [.. Everybody()]).Missing.Count, Ready(agreement).Fault).ShouldBe((AgreementState.Draft, 2, 3, AgreementFault.NotSigned));
        Should.Throw<InvalidOperationException>(() => agreement.Complete(Some.Teacher, "Done", Now));
    }

    [Fact]
    public void Another_educator_does_not_sign_for_the_one_of_record_nor_anybody_for_the_learner()
    {
        var agreement = New();

        Signed(agreement, By(Some.OtherTeacher, SignerKind.Educator)).All.ShouldBeEmpty();
        Signed(agreement, By(Mother, SignerKind.Learner)).All.ShouldBeEmpty();
        Signed(agreement, By(Some.Learner.Person, SignerKind.Guardian)).All.ShouldBeEmpty();
    }

    [Fact]
    public void Of_age_nobody_signs_for_the_family() => AgreementSigned.From(New(), [By(Some.Learner.Person, SignerKind.Learner), By(Some.Teacher, SignerKind.Educator)], isOfAge: true).IsWhole.ShouldBeTrue();

    [Fact]
    public void After_its_day_it_has_to_be_agreed_anew()
    {
        var agreement = New();
        agreement.Sign(Signed(agreement, [.. Everybody()]));

        Ready(agreement, Today.AddDays(60)).IsReady.ShouldBeTrue();
        Ready(agreement, Today.AddDays(61)).Fault.ShouldBe(AgreementFault.Overdue);
    }

    [Fact]
    public void A_competency_of_it_has_to_be_shown_first()
    {
        var agreement = New();
        agreement.Sign(Signed(agreement, [.. Everybody()]));
        IReadOnlyList<CreditAgreementPart> parts = [new(agreement.Id, 1, 1, Some.Learner, Competency(1), null, 50), new(agreement.Id, 9, 1, Some.Learner, Competency(2), null, 50)];
        var signed = Signed(agreement, [.. Everybody()]);

        AgreementReady.From(agreement, parts, signed, [Begun(1)], Today).NotShown.Single().Competency.ShouldBe(Competency(1));
        AgreementReady.From(agreement, parts, signed, [Shown(1)], Today).IsReady.ShouldBeTrue();
    }

    [Fact]
    public void Only_the_educator_of_record_says_that_it_is_done_and_once()
    {
        var agreement = New();
        agreement.Sign(Signed(agreement, [.. Everybody()]));
        Should.Throw<InvalidOperationException>(() => agreement.Complete(Some.OtherTeacher, "Done", Now));
        agreement.Complete(Some.Teacher, "It floats", Now);

        (agreement.State, Ready(agreement).Fault).ShouldBe((AgreementState.Complete, AgreementFault.Closed));
        Should.Throw<InvalidOperationException>(() => agreement.Complete(Some.Teacher, "Again", Now));
        Should.Throw<InvalidOperationException>(() => agreement.Say(Terms));
        Should.Throw<InvalidOperationException>(() => agreement.End("No", Now));
    }

    [Fact]
    public void Signatures_of_another_edition_are_not_taken()
    {
        var agreement = New();
        var before = Signed(agreement, [.. Everybody()]);
        agreement.Say(Terms with { Hundredths = 100 });

        Should.Throw<InvalidOperationException>(() => agreement.Sign(before));
    }

    [Fact]
    public void An_erasure_takes_the_words_and_leaves_that_it_was_agreed()
    {
        var agreement = New();
        agreement.Erase();

        (agreement.Title, agreement.Content, agreement.Hundredths, agreement.Edition).ShouldBe(("", "", 50, 1));
    }

    private static CreditAgreement New()
    {
        var agreement = new CreditAgreement(new CreditAgreementId(Some.Id(61)), Some.Learner, null, Some.Teacher, Some.Teacher, Now);
        agreement.Say(Terms);
        return agreement;
    }

    private static IEnumerable<CreditAgreementSignature> Everybody() => [By(Some.Learner.Person, SignerKind.Learner), By(Mother, SignerKind.Guardian), By(Some.Teacher, SignerKind.Educator)];

    private static CreditAgreementSignature By(PersonId by, SignerKind kind) => new(new CreditAgreementId(Some.Id(61)), 1, by, Some.Learner, kind, Now.AddMinutes((int)kind));

    private static AgreementSigned Signed(CreditAgreement agreement, params CreditAgreementSignature[] signatures) => AgreementSigned.From(agreement, signatures, isOfAge: false);

    private static AgreementReady Ready(CreditAgreement agreement, DateOnly? day = null) => AgreementReady.From(agreement, [], Signed(agreement, [.. Everybody()]), [], day ?? Today);
}
