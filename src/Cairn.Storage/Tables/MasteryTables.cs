using Cairn.Learning.Frameworks;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class RulesTable : IEntityTypeConfiguration<RuleAssignment>
{
    public void Configure(EntityTypeBuilder<RuleAssignment> builder)
    {
        builder.ToTable("rules").HasKey(one => one.Id);
        builder.Ignore(one => one.Place);
        builder.Property(one => one.Rule).HasConversion(rule => RuleText.Of(rule), text => RuleText.Parse(text));
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScaleAssignmentsTable : IEntityTypeConfiguration<ScaleAssignment>
{
    public void Configure(EntityTypeBuilder<ScaleAssignment> builder)
    {
        builder.ToTable("scale_assignments").HasKey(one => one.Id);
        builder.Ignore(one => one.Place);
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProficiencyScale>().WithMany().HasForeignKey(one => one.Scale).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StandingsTable : IEntityTypeConfiguration<StandingRow>
{
    public void Configure(EntityTypeBuilder<StandingRow> builder)
    {
        builder.ToTable("standings").HasKey(one => new { one.Learner, one.Framework });
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
    }
}
