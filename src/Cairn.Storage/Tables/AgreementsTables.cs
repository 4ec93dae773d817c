using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class CreditAgreementsTable : IEntityTypeConfiguration<CreditAgreement>
{
    public void Configure(EntityTypeBuilder<CreditAgreement> builder)
    {
        builder.ToTable("credit_agreements").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Ignore(one => one.IsOpen);
        builder.Ignore(one => one.Terms);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditPolicy>().WithMany().HasForeignKey(one => one.Policy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAgreementPartsTable : IEntityTypeConfiguration<CreditAgreementPart>
{
    public void Configure(EntityTypeBuilder<CreditAgreementPart> builder)
    {
        builder.ToTable("credit_agreement_parts").HasKey(one => new { one.Agreement, one.Edition, one.Position });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<CreditAgreement>().WithMany().HasForeignKey(one => one.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAgreementSignaturesTable : IEntityTypeConfiguration<CreditAgreementSignature>
{
    public void Configure(EntityTypeBuilder<CreditAgreementSignature> builder)
    {
        builder.ToTable("credit_agreement_signatures").HasKey(one => new { one.Agreement, one.Edition, one.By });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<CreditAgreement>().WithMany().HasForeignKey(one => one.Agreement).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAppealsTable : IEntityTypeConfiguration<CreditAppeal>
{
    public void Configure(EntityTypeBuilder<CreditAppeal> builder)
    {
        builder.ToTable("credit_appeals").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OtherAchievementsTable : IEntityTypeConfiguration<OtherAchievement>
{
    public void Configure(EntityTypeBuilder<OtherAchievement> builder)
    {
        builder.ToTable("other_achievements").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttestationsTable : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("attestations").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WaiversTable : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.ToTable("waivers").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
