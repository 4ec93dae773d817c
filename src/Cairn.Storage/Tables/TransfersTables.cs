using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class PriorTranscriptsTable : IEntityTypeConfiguration<PriorTranscript>
{
    public void Configure(EntityTypeBuilder<PriorTranscript> builder)
    {
        builder.ToTable("prior_transcripts").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PriorLinesTable : IEntityTypeConfiguration<PriorLine>
{
    public void Configure(EntityTypeBuilder<PriorLine> builder)
    {
        builder.ToTable("prior_lines").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasIndex(one => one.State);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<PriorTranscript>().WithMany().HasForeignKey(one => one.Transcript).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseEquivalentsTable : IEntityTypeConfiguration<CourseEquivalent>
{
    public void Configure(EntityTypeBuilder<CourseEquivalent> builder)
    {
        builder.ToTable("course_equivalents").HasKey(one => one.Id);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class ProvisionalLevelsTable : IEntityTypeConfiguration<ProvisionalLevel>
{
    public void Configure(EntityTypeBuilder<ProvisionalLevel> builder)
    {
        builder.ToTable("provisional_levels").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Competency });
        builder.HasIndex(one => one.Line);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PriorLine>().WithMany().HasForeignKey(one => one.Line).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SpecialSituationsTable : IEntityTypeConfiguration<SpecialSituation>
{
    public void Configure(EntityTypeBuilder<SpecialSituation> builder)
    {
        builder.ToTable("special_situations").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
