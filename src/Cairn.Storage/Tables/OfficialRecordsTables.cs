using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class SchoolProfilesTable : IEntityTypeConfiguration<SchoolProfile>
{
    public void Configure(EntityTypeBuilder<SchoolProfile> builder)
    {
        builder.ToTable("school_profiles").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.School, one.Number }).IsUnique();
    }
}

internal sealed class FrozenRecordsTable : IEntityTypeConfiguration<FrozenRecord>
{
    public void Configure(EntityTypeBuilder<FrozenRecord> builder)
    {
        builder.ToTable("frozen_records").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Edition }).IsUnique();
        builder.HasIndex(one => one.Code).IsUnique();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenBytesTable : IEntityTypeConfiguration<FrozenBytes>
{
    public void Configure(EntityTypeBuilder<FrozenBytes> builder)
    {
        builder.ToTable("frozen_bytes").HasKey(one => one.Record);
        builder.HasOne<FrozenRecord>().WithMany().HasForeignKey(one => one.Record).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ErrataTable : IEntityTypeConfiguration<Erratum>
{
    public void Configure(EntityTypeBuilder<Erratum> builder)
    {
        builder.ToTable("errata").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<FrozenRecord>().WithMany().HasForeignKey(one => one.Record).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TranscriptSharesTable : IEntityTypeConfiguration<TranscriptShare>
{
    public void Configure(EntityTypeBuilder<TranscriptShare> builder)
    {
        builder.ToTable("transcript_shares").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasIndex(one => one.TokenHash).IsUnique();
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TranscriptOpeningsTable : IEntityTypeConfiguration<TranscriptOpening>
{
    public void Configure(EntityTypeBuilder<TranscriptOpening> builder)
    {
        builder.ToTable("transcript_openings").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Share, one.RecordedAt });
        builder.HasOne<TranscriptShare>().WithMany().HasForeignKey(one => one.Share).OnDelete(DeleteBehavior.Restrict);
    }
}
