using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class PacingPoliciesTable : IEntityTypeConfiguration<PacingPolicy>
{
    public void Configure(EntityTypeBuilder<PacingPolicy> builder)
    {
        builder.ToTable("pacing_policies").HasKey(one => one.Id);
        builder.Ignore(one => one.Place);
        builder.Ignore(one => one.Reassessment);
        builder.Ignore(one => one.Pace);
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.School).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Program>().WithMany().HasForeignKey(one => one.Program).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClosedDaysTable : IEntityTypeConfiguration<ClosedDay>
{
    public void Configure(EntityTypeBuilder<ClosedDay> builder) => builder.ToTable("closed_days").HasKey(one => one.Day);
}

internal sealed class CorrectivesTable : IEntityTypeConfiguration<Corrective>
{
    public void Configure(EntityTypeBuilder<Corrective> builder)
    {
        builder.ToTable("correctives").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Competency });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportPlansTable : IEntityTypeConfiguration<SupportPlan>
{
    public void Configure(EntityTypeBuilder<SupportPlan> builder)
    {
        builder.ToTable("support_plans").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportLinesTable : IEntityTypeConfiguration<SupportLine>
{
    public void Configure(EntityTypeBuilder<SupportLine> builder)
    {
        builder.ToTable("support_lines").HasKey(one => new { one.Plan, one.Position });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<SupportPlan>().WithMany().HasForeignKey(one => one.Plan).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PathChoicesTable : IEntityTypeConfiguration<PathChoice>
{
    public void Configure(EntityTypeBuilder<PathChoice> builder)
    {
        builder.ToTable("path_choices").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Competency }).IsUnique();
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
