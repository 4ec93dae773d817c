using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class AccommodationsTable : IEntityTypeConfiguration<Accommodation>
{
    public void Configure(EntityTypeBuilder<Accommodation> builder)
    {
        builder.ToTable("accommodations").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LanguageLevelsTable : IEntityTypeConfiguration<LanguageLevel>
{
    public void Configure(EntityTypeBuilder<LanguageLevel> builder)
    {
        builder.ToTable("language_levels").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceLanguagesTable : IEntityTypeConfiguration<EvidenceLanguage>
{
    public void Configure(EntityTypeBuilder<EvidenceLanguage> builder)
    {
        builder.ToTable("evidence_languages").HasKey(one => one.Evidence);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}
