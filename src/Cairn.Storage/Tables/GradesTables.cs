using Cairn.Learning.People;
using Cairn.Learning.Transcripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class GradeConversionsTable : IEntityTypeConfiguration<GradeConversion>
{
    public void Configure(EntityTypeBuilder<GradeConversion> builder)
    {
        builder.ToTable("grade_conversions").HasKey(one => one.Id);
        // Two who begin the same next version at once: one of them is told.
        builder.HasIndex(one => new { one.Code, one.Number }).IsUnique();
        builder.Ignore(one => one.Place);
        builder.Ignore(one => one.Rules);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.School).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Program>().WithMany().HasForeignKey(one => one.Program).OnDelete(DeleteBehavior.Restrict);
    }
}
