using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class FeedbackTable : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback").HasKey(one => one.Id);
        builder.HasIndex(one => one.Evidence);
        builder.Ignore(one => one.At);
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CriteriaPoliciesTable : IEntityTypeConfiguration<CriteriaPolicy>
{
    public void Configure(EntityTypeBuilder<CriteriaPolicy> builder)
    {
        builder.ToTable("criteria_policies").HasKey(one => one.Id);
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
    }
}
