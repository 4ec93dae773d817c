using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class RoleGrantsTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants").HasKey(one => one.Id);
        builder.HasIndex(one => one.Educator);
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Educator).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.School).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Program>().WithMany().HasForeignKey(one => one.Program).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseloadsTable : IEntityTypeConfiguration<CaseloadEntry>
{
    public void Configure(EntityTypeBuilder<CaseloadEntry> builder)
    {
        builder.ToTable("caseloads").HasKey(one => new { one.Educator, one.Learner, one.Kind, one.From });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Educator).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlacementsTable : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("placements").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Sponsor, one.Learner });
        builder.HasOne<Sponsor>().WithMany().HasForeignKey(one => one.Sponsor).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuardianBlocksTable : IEntityTypeConfiguration<GuardianBlock>
{
    public void Configure(EntityTypeBuilder<GuardianBlock> builder)
    {
        builder.ToTable("guardian_blocks").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Guardian, one.Learner });
        builder.HasOne<Guardian>().WithMany().HasForeignKey(one => one.Guardian).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EmergencyAccessesTable : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> builder)
    {
        builder.ToTable("emergency_accesses").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Educator, one.Learner });
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Educator).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
