using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class BankTasksTable : IEntityTypeConfiguration<BankTask>
{
    public void Configure(EntityTypeBuilder<BankTask> builder)
    {
        builder.ToTable("bank_tasks").HasKey(one => one.Id);
        builder.HasIndex(one => one.Owner);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class BankTaskAimsTable : IEntityTypeConfiguration<BankTaskAim>
{
    public void Configure(EntityTypeBuilder<BankTaskAim> builder)
    {
        builder.ToTable("bank_task_aims").HasKey(one => new { one.Task, one.Competency });
        builder.HasOne<BankTask>().WithMany().HasForeignKey(one => one.Task).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TaskAssignmentsTable : IEntityTypeConfiguration<TaskAssignment>
{
    public void Configure(EntityTypeBuilder<TaskAssignment> builder)
    {
        builder.ToTable("task_assignments").HasKey(one => one.Id);
        builder.HasIndex(one => one.Group);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<BankTask>().WithMany().HasForeignKey(one => one.Task).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TaskAssignmentAimsTable : IEntityTypeConfiguration<TaskAssignmentAim>
{
    public void Configure(EntityTypeBuilder<TaskAssignmentAim> builder)
    {
        builder.ToTable("task_assignment_aims").HasKey(one => new { one.Assignment, one.Competency });
        builder.HasOne<TaskAssignment>().WithMany().HasForeignKey(one => one.Assignment).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignedProjectsTable : IEntityTypeConfiguration<AssignedProject>
{
    public void Configure(EntityTypeBuilder<AssignedProject> builder)
    {
        builder.ToTable("assigned_projects").HasKey(one => new { one.Assignment, one.Learner });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<TaskAssignment>().WithMany().HasForeignKey(one => one.Assignment).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
    }
}
