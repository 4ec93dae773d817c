using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ConsentsTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Purpose });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AmendmentsTable : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("amendments").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrivateNotesTable : IEntityTypeConfiguration<PrivateNote>
{
    public void Configure(EntityTypeBuilder<PrivateNote> builder)
    {
        builder.ToTable("private_notes").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Author).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RetentionsTable : IEntityTypeConfiguration<Retention>
{
    public void Configure(EntityTypeBuilder<Retention> builder) => builder.ToTable("retentions").HasKey(one => one.Part);
}

internal sealed class LegalHoldsTable : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ErasuresTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
