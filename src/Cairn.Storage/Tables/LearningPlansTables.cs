using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class LearningPlansTable : IEntityTypeConfiguration<LearningPlan>
{
    public void Configure(EntityTypeBuilder<LearningPlan> builder)
    {
        builder.ToTable("learning_plans").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Ignore(one => one.IsOpen);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GoalsTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals").HasKey(one => one.Id);
        builder.HasIndex(one => one.Plan);
        builder.HasOne<LearningPlan>().WithMany().HasForeignKey(one => one.Plan).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanStepsTable : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.ToTable("plan_steps").HasKey(one => new { one.Plan, one.Competency });
        builder.HasOne<LearningPlan>().WithMany().HasForeignKey(one => one.Plan).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanSignaturesTable : IEntityTypeConfiguration<PlanSignature>
{
    public void Configure(EntityTypeBuilder<PlanSignature> builder)
    {
        builder.ToTable("plan_signatures").HasKey(one => one.Id);
        builder.HasIndex(one => one.Plan);
        builder.HasOne<LearningPlan>().WithMany().HasForeignKey(one => one.Plan).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanTemplatesTable : IEntityTypeConfiguration<PlanTemplate>
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.ToTable("plan_templates").HasKey(one => one.Id);
        builder.Ignore(one => one.GoalList);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class PlanTemplateStepsTable : IEntityTypeConfiguration<PlanTemplateStep>
{
    public void Configure(EntityTypeBuilder<PlanTemplateStep> builder)
    {
        builder.ToTable("plan_template_steps").HasKey(one => new { one.Template, one.Competency });
        builder.HasOne<PlanTemplate>().WithMany().HasForeignKey(one => one.Template).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResourcesTable : IEntityTypeConfiguration<Resource>
{
    public void Configure(EntityTypeBuilder<Resource> builder)
    {
        builder.ToTable("resources").HasKey(one => one.Id);
        builder.HasIndex(one => one.Competency);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class JudgmentQueriesTable : IEntityTypeConfiguration<JudgmentQuery>
{
    public void Configure(EntityTypeBuilder<JudgmentQuery> builder)
    {
        builder.ToTable("judgment_queries").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Judgment });
        builder.Ignore(one => one.IsOpen).Ignore(one => one.MayAppeal);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PortfolioPicksTable : IEntityTypeConfiguration<PortfolioPick>
{
    public void Configure(EntityTypeBuilder<PortfolioPick> builder)
    {
        builder.ToTable("portfolio_picks").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Evidence }).IsUnique();
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
