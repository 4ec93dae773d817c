using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class JudgmentsTable : IEntityTypeConfiguration<Judgment>
{
    public void Configure(EntityTypeBuilder<Judgment> builder)
    {
        // Clustered as they are read: one learner's competency at a time.
        builder.ToTable("judgments").HasKey(one => new { one.Learner, one.Competency, one.Id });
        builder.Ignore(one => one.Claim);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JudgmentTextsTable : IEntityTypeConfiguration<JudgmentText>
{
    public void Configure(EntityTypeBuilder<JudgmentText> builder) => builder.ToTable("judgment_texts").HasKey(one => one.Judgment);
}

internal sealed class RetractionsTable : IEntityTypeConfiguration<Retraction>
{
    public void Configure(EntityTypeBuilder<Retraction> builder)
    {
        builder.ToTable("retractions").HasKey(one => new { one.Learner, one.Id });
        builder.HasIndex(one => new { one.Kind, one.Fact }).IsUnique();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OverridesTable : IEntityTypeConfiguration<Override>
{
    public void Configure(EntityTypeBuilder<Override> builder)
    {
        builder.ToTable("overrides").HasKey(one => new { one.Learner, one.Competency, one.Id });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OverrideTextsTable : IEntityTypeConfiguration<OverrideText>
{
    public void Configure(EntityTypeBuilder<OverrideText> builder) => builder.ToTable("override_texts").HasKey(one => one.Override);
}
