using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ReadyRequestsTable : IEntityTypeConfiguration<ReadyRequest>
{
    public void Configure(EntityTypeBuilder<ReadyRequest> builder)
    {
        builder.ToTable("ready_requests").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Competency });
        builder.Ignore(one => one.IsOpen);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
