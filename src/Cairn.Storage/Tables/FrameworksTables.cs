using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class FrameworksTable : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.ToTable("frameworks").HasKey(one => one.Id);
        builder.HasIndex(one => one.Code).IsUnique();
    }
}

internal sealed class FrameworkVersionsTable : IEntityTypeConfiguration<FrameworkVersion>
{
    public void Configure(EntityTypeBuilder<FrameworkVersion> builder)
    {
        builder.ToTable("framework_versions").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Framework, one.Number }).IsUnique();
        builder.Ignore(one => one.IsDraft);
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AreasTable : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas").HasKey(one => new { one.Version, one.Id });
        builder.HasIndex(one => new { one.Version, one.Code }).IsUnique();
        builder.HasOne<FrameworkVersion>().WithMany().HasForeignKey(one => one.Version).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CompetenciesTable : IEntityTypeConfiguration<Competency>
{
    public void Configure(EntityTypeBuilder<Competency> builder)
    {
        builder.ToTable("competencies").HasKey(one => new { one.Version, one.Id });
        builder.HasIndex(one => new { one.Version, one.Code }).IsUnique();
        builder.HasIndex(one => new { one.Version, one.Number }).IsUnique();
        builder.HasOne<Area>().WithMany().HasForeignKey(one => new { one.Version, one.Area }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProficiencyScale>().WithMany().HasForeignKey(one => one.Scale).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetsTable : IEntityTypeConfiguration<LearningTarget>
{
    public void Configure(EntityTypeBuilder<LearningTarget> builder)
    {
        builder.ToTable("targets").HasKey(one => new { one.Version, one.Id });
        builder.HasIndex(one => new { one.Version, one.Code }).IsUnique();
        builder.HasOne<Competency>().WithMany().HasForeignKey(one => new { one.Version, one.Competency }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageRequirementsTable : IEntityTypeConfiguration<StageRequirement>
{
    public void Configure(EntityTypeBuilder<StageRequirement> builder)
    {
        builder.ToTable("stage_requirements").HasKey(one => new { one.Version, one.Target, one.Stage });
        builder.HasOne<LearningTarget>().WithMany().HasForeignKey(one => new { one.Version, one.Target }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DescriptorsTable : IEntityTypeConfiguration<Descriptor>
{
    public void Configure(EntityTypeBuilder<Descriptor> builder)
    {
        builder.ToTable("descriptors").HasKey(one => new { one.Version, one.Competency, one.Level });
        builder.HasOne<Competency>().WithMany().HasForeignKey(one => new { one.Version, one.Competency }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PortraitQualitiesTable : IEntityTypeConfiguration<PortraitQuality>
{
    public void Configure(EntityTypeBuilder<PortraitQuality> builder)
    {
        builder.ToTable("portrait_qualities").HasKey(one => new { one.Version, one.Id });
        builder.HasOne<FrameworkVersion>().WithMany().HasForeignKey(one => one.Version).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PortraitLinksTable : IEntityTypeConfiguration<PortraitLink>
{
    public void Configure(EntityTypeBuilder<PortraitLink> builder)
    {
        builder.ToTable("portrait_links").HasKey(one => new { one.Version, one.Quality, one.Competency });
        builder.HasOne<PortraitQuality>().WithMany().HasForeignKey(one => new { one.Version, one.Quality }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Competency>().WithMany().HasForeignKey(one => new { one.Version, one.Competency }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageEntriesTable : IEntityTypeConfiguration<StageEntry>
{
    public void Configure(EntityTypeBuilder<StageEntry> builder)
    {
        builder.ToTable("stage_entries").HasKey(one => new { one.Learner, one.Competency, one.Id });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StageDescriptorsTable : IEntityTypeConfiguration<StageDescriptor>
{
    public void Configure(EntityTypeBuilder<StageDescriptor> builder)
    {
        builder.ToTable("stage_descriptors").HasKey(one => new { one.Version, one.Target, one.Stage });
        builder.HasOne<LearningTarget>().WithMany().HasForeignKey(one => new { one.Version, one.Target }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExemplarsTable : IEntityTypeConfiguration<Exemplar>
{
    public void Configure(EntityTypeBuilder<Exemplar> builder)
    {
        builder.ToTable("exemplars").HasKey(one => new { one.Version, one.Id });
        builder.HasOne<Competency>().WithMany().HasForeignKey(one => new { one.Version, one.Competency }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssociationsTable : IEntityTypeConfiguration<Association>
{
    public void Configure(EntityTypeBuilder<Association> builder)
    {
        builder.ToTable("associations").HasKey(one => new { one.Version, one.Id });
        builder.HasOne<FrameworkVersion>().WithMany().HasForeignKey(one => one.Version).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SourcePackagesTable : IEntityTypeConfiguration<SourcePackage>
{
    public void Configure(EntityTypeBuilder<SourcePackage> builder)
    {
        builder.ToTable("source_packages").HasKey(one => one.Version);
        builder.HasOne<FrameworkVersion>().WithMany().HasForeignKey(one => one.Version).OnDelete(DeleteBehavior.Restrict);
    }
}
