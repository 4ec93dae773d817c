using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class CapturesTable : IEntityTypeConfiguration<Capture>
{
    public void Configure(EntityTypeBuilder<Capture> builder)
    {
        builder.ToTable("captures").HasKey(one => one.Evidence);
        builder.HasIndex(one => new { one.By, one.RecordedAt });
        builder.HasIndex(one => one.Key);
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SentOriginalsTable : IEntityTypeConfiguration<SentOriginal>
{
    public void Configure(EntityTypeBuilder<SentOriginal> builder)
    {
        builder.ToTable("sent_originals").HasKey(one => new { one.Evidence, one.Position });
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShownToTable : IEntityTypeConfiguration<ShownTo>
{
    public void Configure(EntityTypeBuilder<ShownTo> builder)
    {
        builder.ToTable("shown_to").HasKey(one => one.Evidence);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FaceMarksTable : IEntityTypeConfiguration<FaceMark>
{
    public void Configure(EntityTypeBuilder<FaceMark> builder)
    {
        builder.ToTable("face_marks").HasKey(one => one.Id);
        builder.Ignore(one => one.Box);
        builder.HasIndex(one => one.Evidence);
        builder.HasIndex(one => one.Who);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
