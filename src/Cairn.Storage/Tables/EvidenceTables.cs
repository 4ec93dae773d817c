using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class EvidenceTable : IEntityTypeConfiguration<PieceOfEvidence>
{
    public void Configure(EntityTypeBuilder<PieceOfEvidence> builder)
    {
        builder.ToTable("evidence").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.DemonstratedOn });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EvidenceTextsTable : IEntityTypeConfiguration<EvidenceText>
{
    public void Configure(EntityTypeBuilder<EvidenceText> builder)
    {
        builder.ToTable("evidence_texts").HasKey(one => one.Evidence);
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArtifactsTable : IEntityTypeConfiguration<Artifact>
{
    public void Configure(EntityTypeBuilder<Artifact> builder)
    {
        builder.ToTable("artifacts").HasKey(one => new { one.Evidence, one.Position });
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArtifactFilesTable : IEntityTypeConfiguration<ArtifactFile>
{
    public void Configure(EntityTypeBuilder<ArtifactFile> builder)
    {
        builder.ToTable("artifact_files").HasKey(one => new { one.Evidence, one.Position });
        builder.HasIndex(one => one.Hash);
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimsTable : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        // A claim has no id of its own: a shadow number keeps apart those that name a target and those that do not.
        builder.ToTable("claims").Property<int>("Place");
        builder.HasKey("Evidence", "Place");
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Evidence).OnDelete(DeleteBehavior.Restrict);
    }
}
