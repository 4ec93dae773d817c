using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ProjectsTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects").HasKey(one => one.Id);
        builder.HasIndex(one => one.Group);
        builder.Ignore(one => one.IsOpen);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectMembersTable : IEntityTypeConfiguration<ProjectMember>
{
    public void Configure(EntityTypeBuilder<ProjectMember> builder)
    {
        builder.ToTable("project_members").HasKey(one => new { one.Project, one.Learner });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectAimsTable : IEntityTypeConfiguration<ProjectAim>
{
    public void Configure(EntityTypeBuilder<ProjectAim> builder)
    {
        builder.ToTable("project_aims").HasKey(one => new { one.Project, one.Learner, one.Competency });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliverablesTable : IEntityTypeConfiguration<Deliverable>
{
    public void Configure(EntityTypeBuilder<Deliverable> builder)
    {
        builder.ToTable("deliverables").HasKey(one => new { one.Project, one.Position });
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandsTable : IEntityTypeConfiguration<Hand>
{
    public void Configure(EntityTypeBuilder<Hand> builder)
    {
        builder.ToTable("hands").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CheckInsTable : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("check_ins").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.PlannedFor });
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
