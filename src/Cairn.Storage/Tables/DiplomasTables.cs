using Cairn.Learning.Diplomas;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class DiplomaPlansTable : IEntityTypeConfiguration<DiplomaPlan>
{
    public void Configure(EntityTypeBuilder<DiplomaPlan> builder)
    {
        builder.ToTable("diploma_plans").HasKey(one => one.Id);
        // Two who adopt at once cannot make two versions of one number.
        builder.HasIndex(one => new { one.Code, one.Number }).IsUnique();
        builder.Ignore(one => one.Place);
    }
}

internal sealed class DiplomaDraftsTable : IEntityTypeConfiguration<DiplomaDraft>
{
    public void Configure(EntityTypeBuilder<DiplomaDraft> builder)
    {
        builder.ToTable("diploma_drafts").HasKey(one => one.Id);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class DiplomaChoicesTable : IEntityTypeConfiguration<DiplomaChoice>
{
    public void Configure(EntityTypeBuilder<DiplomaChoice> builder)
    {
        builder.ToTable("diploma_choices").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiplomaPinsTable : IEntityTypeConfiguration<DiplomaPin>
{
    public void Configure(EntityTypeBuilder<DiplomaPin> builder)
    {
        builder.ToTable("diploma_pins").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Ignore(one => one.Pin);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiplomaAwardsTable : IEntityTypeConfiguration<DiplomaAward>
{
    public void Configure(EntityTypeBuilder<DiplomaAward> builder)
    {
        builder.ToTable("diploma_awards").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DiplomaPlan>().WithMany().HasForeignKey(one => one.Plan).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiplomaAwardTextsTable : IEntityTypeConfiguration<DiplomaAwardText>
{
    public void Configure(EntityTypeBuilder<DiplomaAwardText> builder)
    {
        builder.ToTable("diploma_award_texts").HasKey(one => one.Award);
        builder.HasOne<DiplomaAward>().WithOne().HasForeignKey<DiplomaAwardText>(one => one.Award).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiplomaWithdrawalsTable : IEntityTypeConfiguration<DiplomaWithdrawal>
{
    public void Configure(EntityTypeBuilder<DiplomaWithdrawal> builder)
    {
        builder.ToTable("diploma_withdrawals").HasKey(one => one.Award);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<DiplomaAward>().WithOne().HasForeignKey<DiplomaWithdrawal>(one => one.Award).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
