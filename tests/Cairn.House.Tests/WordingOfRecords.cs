using Cairn.Interop.SignedRecords;
using Cairn.Learning.Credits;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Plans;
using Cairn.Learning.Policies;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Credits;
using Cairn.Storage.Transcripts;

namespace Cairn.House.Tests;

public sealed partial class Wording
{
    /// <summary>Keys of the official record that are put together, and what fills the hole.</summary>
    private static Dictionary<string, IEnumerable<string>> OfficialTemplates => new(StringComparer.Ordinal)
    {
        ["check.{}"] = Enum.GetNames<RecordState>(),
        ["check.{}.words"] = Enum.GetNames<RecordState>(),
        ["cli.record.fault.{}"] = Enum.GetNames<RecordFaultKind>(),
        ["conversion.fault.{}"] = Enum.GetNames<GradeTableFaultKind>(),
        ["conversion.field.{}"] = ["credit", "from", "high", "letter", "low", "majority", "none", "points", "to", "weighted"],
        ["conversion.outcome.{}"] = Enum.GetNames<ConversionOutcome>().Where(one => one is not "Done" and not "NotFound"),
        ["credit.agreement.by.{}"] = Enum.GetNames<SignerKind>(),
        ["credit.agreement.fault.{}"] = Enum.GetNames<AgreementFault>(),
        ["credit.agreement.state.{}"] = Enum.GetNames<AgreementState>(),
        ["credit.agreement.waits.{}"] = Enum.GetNames<SignerKind>(),
        ["credit.appeal.about.{}"] = Enum.GetNames<AppealAbout>(),
        ["credit.appeal.state.{}"] = Enum.GetNames<AppealState>(),
        ["credit.flaw.{}"] = Enum.GetNames<PolicyFlaw>(),
        ["credit.gap.{}"] = Enum.GetNames<CreditGapKind>(),
        ["credit.gone.{}"] = Enum.GetNames<ReversalReason>(),
        ["credit.method.name.{}"] = Enum.GetNames<CreditMethod>(),
        ["credit.method.{}"] = Enum.GetNames<CreditMethod>(),
        ["credit.not.{}"] = Enum.GetNames<CreditOutcome>().Where(one => one != "Done"),
        ["credit.other.{}"] = Enum.GetNames<OtherKind>(),
        ["credit.overlap.{}"] = Enum.GetNames<OverlapFault>(),
        ["credit.part.{}"] = Enum.GetNames<PartFault>(),
        ["credit.source.{}"] = Enum.GetNames<CreditSource>(),
        ["credit.waiver.state.{}"] = Enum.GetNames<WaiverState>(),
        ["diploma.adopt.{}"] = ["OwnDraft", "TakesClasses", "TooEarly"],
        ["diploma.amount.{}"] = ["attendance", "attestation", "competency", "course", "credential", "credit", "engagement", "evidence", "other", "plan", "seal", "test"],
        ["diploma.award.{}"] = ["AlreadyAwarded", "MovedOn", "NeedsSecond", "NotMet"],
        ["diploma.cause.{}"] = Enum.GetNames<GapCause>(),
        ["diploma.change.{}"] = [.. Enum.GetNames<PolicyChangeKind>(), "Whole"],
        ["diploma.cohort.mark.{}"] = [.. Enum.GetNames<DiplomaState>(), "Awarded", "Without"],
        ["diploma.cohort.owner.{}"] = Enum.GetNames<GapOwner>(),
        ["diploma.cohort.state.{}"] = [.. Enum.GetNames<DiplomaState>(), "Awarded", "Gaps", "Without"],
        ["diploma.decision.appeal.{}"] = Enum.GetNames<AppealState>().Except([nameof(AppealState.TakenBack)]),
        ["diploma.decision.waiver.{}"] = Enum.GetNames<WaiverState>(),
        ["diploma.effect.{}"] = Enum.GetNames<EffectKind>(),
        ["diploma.field.{}"] = ["area", "code", "date", "exam", "kind", "level", "name", "score", "stage", "status", "subject", "via", "year"],
        ["diploma.issue.{}"] = Enum.GetNames<PolicyIssueKind>(),
        ["diploma.kind.{}"] = ["attendance", "attestation", "competency", "course", "credential", "credit", "engagement", "evidence", "other", "plan", "seal", "test"],
        ["diploma.mark.{}"] = ["closed", "going", "met", "notDecided", "notYet", "part", "person", "some", "waived"],
        ["diploma.none.do.{}"] = Enum.GetNames<PlanFault>().Where(one => one is not "None"),
        ["diploma.none.{}"] = ["NoClass", "NoPlan"],
        ["diploma.owner.{}"] = Enum.GetNames<GapOwner>(),
        ["diploma.role.{}"] = ["advisor", "any", "counselor", "district", "panel", "principal", "registrar", "teacher"],
        ["diploma.strict.{}"] = Enum.GetNames<PolicyStrictness>(),
        ["diploma.title.{}"] = Enum.GetNames<DiplomaState>(),
        ["diploma.unused.{}"] = Enum.GetNames<UnusedReason>(),
        ["diploma.way.{}"] = [.. Enum.GetNames<RouteKind>(), "Award", "Confirm"],
        ["diploma.why.{}"] = Enum.GetNames<GapCause>(),
        ["diploma.withdraw.{}"] = Enum.GetNames<WithdrawalState>(),
        ["expect.domain.{}"] = Enum.GetNames<LanguageDomain>(),
        ["expect.level.{}"] = ["1", "2", "3", "4", "5", "6"],
        ["grade.gap.{}"] = Enum.GetNames<GradeGap>(),
        ["grade.honors.{}"] = Enum.GetNames<Honors>().Where(one => one is not "None"),
        ["grade.left.{}"] = Enum.GetNames<LeftOut>(),
        ["grade.step.{}"] = Enum.GetNames<GradeStepKind>(),
        ["record.erratum.{}"] = Enum.GetNames<ErratumState>(),
        ["record.for.{}"] = Enum.GetNames<IssuedFor>(),
        ["record.state.{}"] = Enum.GetNames<RecordState>(),
        ["simulation.by.{}"] = Enum.GetNames<SimulatedGroup>(),
        ["simulation.effect.{}"] = Enum.GetNames<SimulatedEffect>(),
        ["transcript.basis.{}"] = Enum.GetNames<ReleaseBasis>(),
        ["transcript.from.{}"] = Enum.GetNames<OpenedFrom>(),
        ["transcript.honors.{}"] = Enum.GetNames<Honors>().Where(one => one is not "None"),
        ["transcript.left.{}"] = Enum.GetNames<LeftOut>(),
        ["transcript.share.noGround.{}"] = Enum.GetNames<ReleaseBasis>(),
        ["transcript.share.state.{}"] = ["Open", "Over", "Revoked"],
        ["transcript.share.{}"] = Enum.GetNames<ShareFormat>(),
        ["transcript.source.{}"] = Enum.GetNames<CreditSource>(),
        ["transcript.state.{}"] = Enum.GetNames<RecordState>().Where(one => one is not "InForce" and not "Older"),
        ["transfer.because.{}"] = Enum.GetNames<ProposalReason>(),
        ["transfer.fault.{}"] = ["Invalid", "NeedsReason", "NeedsSecond", "Nothing", "Overlaps"],
        ["transfer.grade.{}"] = Enum.GetNames<GradeReading>(),
        ["transfer.level.{}"] = Enum.GetNames<ProvisionalState>(),
        ["transfer.situation.{}"] = Enum.GetNames<SituationKind>(),
        ["transfer.standing.{}"] = Enum.GetNames<ProvisionalState>(),
    };
}
