using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class LearnersTable : IEntityTypeConfiguration<Learner>
{
    public void Configure(EntityTypeBuilder<Learner> builder)
    {
        builder.ToTable("learners").HasKey(one => one.Id);
        builder.Ignore(one => one.Place);
        builder.Ignore(one => one.CalledName);
        builder.Ignore(one => one.FirstAndInitial);
        builder.HasIndex(one => one.Username).IsUnique();
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class EducatorsTable : IEntityTypeConfiguration<Educator>
{
    public void Configure(EntityTypeBuilder<Educator> builder)
    {
        builder.ToTable("educators").HasKey(one => one.Id);
        builder.HasIndex(one => one.Username).IsUnique();
    }
}

internal sealed class OrganizationsTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder) => builder.ToTable("organizations").HasKey(one => one.Id);
}

internal sealed class GroupsTable : IEntityTypeConfiguration<LearningGroup>
{
    public void Configure(EntityTypeBuilder<LearningGroup> builder)
    {
        builder.ToTable("groups").HasKey(one => one.Id);
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.Organization).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnrollmentsTable : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("enrollments").HasKey(one => one.Id);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TeachingsTable : IEntityTypeConfiguration<Teaching>
{
    public void Configure(EntityTypeBuilder<Teaching> builder)
    {
        builder.ToTable("teachings").HasKey(one => new { one.Educator, one.Group, one.From });
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Educator).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProgramsTable : IEntityTypeConfiguration<Program>
{
    public void Configure(EntityTypeBuilder<Program> builder)
    {
        builder.ToTable("programs").HasKey(one => one.Id);
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.Organization).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GuardiansTable : IEntityTypeConfiguration<Guardian>
{
    public void Configure(EntityTypeBuilder<Guardian> builder)
    {
        builder.ToTable("guardians").HasKey(one => one.Id);
        builder.HasIndex(one => one.Username).IsUnique();
    }
}

internal sealed class GuardianshipsTable : IEntityTypeConfiguration<Guardianship>
{
    public void Configure(EntityTypeBuilder<Guardianship> builder)
    {
        builder.ToTable("guardianships").HasKey(one => new { one.Guardian, one.Learner, one.From });
        builder.HasOne<Guardian>().WithMany().HasForeignKey(one => one.Guardian).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SponsorsTable : IEntityTypeConfiguration<Sponsor>
{
    public void Configure(EntityTypeBuilder<Sponsor> builder)
    {
        builder.ToTable("sponsors").HasKey(one => one.Id);
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.Organization).OnDelete(DeleteBehavior.Restrict);
    }
}
