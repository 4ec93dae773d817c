using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class FocusesTable : IEntityTypeConfiguration<Focus>
{
    public void Configure(EntityTypeBuilder<Focus> builder)
    {
        builder.ToTable("focuses").HasKey(one => new { one.Group, one.Learner });
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
    }
}
