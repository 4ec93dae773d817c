using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("journal").HasKey(one => one.Index);
        builder.Property(one => one.Index).ValueGeneratedNever();
        // Of facts the row itself says whose it is: only what has no such row is listed by learner.
        builder.HasIndex(one => new { one.Learner, one.Index }).HasFilter("learner IS NOT NULL");
    }
}

internal sealed class OccasionsTable : IEntityTypeConfiguration<Occasion>
{
    public void Configure(EntityTypeBuilder<Occasion> builder)
    {
        builder.ToTable("occasions").HasKey(one => one.Id);
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.HasIndex(one => one.At);
    }
}

internal sealed class JournalPayloadsTable : IEntityTypeConfiguration<JournalPayload>
{
    public void Configure(EntityTypeBuilder<JournalPayload> builder)
    {
        builder.ToTable("journal_payloads").HasKey(one => one.Index);
        builder.Property(one => one.Index).ValueGeneratedNever();
    }
}

internal sealed class JournalSealsTable : IEntityTypeConfiguration<JournalSeal>
{
    public void Configure(EntityTypeBuilder<JournalSeal> builder)
    {
        builder.ToTable("journal_seals").HasKey(one => one.Index);
        builder.Property(one => one.Index).ValueGeneratedNever();
        // The guard of the tables of words asks by it whether a row may go.
        builder.HasIndex(one => new { one.Of, one.Kind });
    }
}

internal sealed class CheckpointsTable : IEntityTypeConfiguration<CheckpointRow>
{
    public void Configure(EntityTypeBuilder<CheckpointRow> builder)
    {
        builder.ToTable("checkpoints").HasKey(one => one.Size);
        builder.Property(one => one.Size).ValueGeneratedNever();
    }
}
