using Cairn.Learning.Credits;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>What holds credit: policies, awards, what was agreed, looked at, asked and waived.</summary>
public abstract partial class Db
{
    /// <summary>What earns credit, in every version.</summary>
    public DbSet<CreditPolicy> CreditPolicies => Set<CreditPolicy>();

    /// <summary>Its parts.</summary>
    public DbSet<CreditPart> CreditParts => Set<CreditPart>();

    internal DbSet<CreditAward> CreditAwards => Set<CreditAward>();

    internal DbSet<CreditAwardText> CreditAwardTexts => Set<CreditAwardText>();

    internal DbSet<CreditAwardPart> CreditAwardParts => Set<CreditAwardPart>();

    internal DbSet<CreditReversal> CreditReversals => Set<CreditReversal>();

    internal DbSet<CreditAgreement> CreditAgreements => Set<CreditAgreement>();

    internal DbSet<CreditAgreementPart> CreditAgreementParts => Set<CreditAgreementPart>();

    internal DbSet<CreditAgreementSignature> CreditAgreementSignatures => Set<CreditAgreementSignature>();

    internal DbSet<CreditPanel> CreditPanels => Set<CreditPanel>();

    internal DbSet<PanelVote> PanelVotes => Set<PanelVote>();

    internal DbSet<PanelVoteText> PanelVoteTexts => Set<PanelVoteText>();

    internal DbSet<CreditAppeal> CreditAppeals => Set<CreditAppeal>();

    internal DbSet<OtherAchievement> OtherAchievements => Set<OtherAchievement>();

    internal DbSet<Attestation> Attestations => Set<Attestation>();

    internal DbSet<Waiver> Waivers => Set<Waiver>();

    private static IReadOnlyList<Type> CreditWords => [typeof(CreditAwardText), typeof(PanelVoteText)];

    private static IReadOnlyList<Type> CreditFacts =>
    [
        typeof(CreditPolicy), typeof(CreditPart), typeof(CreditAward), typeof(CreditAwardPart), typeof(CreditReversal),
        typeof(CreditAgreementPart), typeof(CreditAgreementSignature), typeof(PanelVote), .. CreditWords,
    ];
}
