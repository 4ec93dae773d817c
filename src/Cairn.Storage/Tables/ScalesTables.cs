using System.Text.Json;
using Cairn.Learning.Scales;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ScalesTable : IEntityTypeConfiguration<ProficiencyScale>
{
    public void Configure(EntityTypeBuilder<ProficiencyScale> builder)
    {
        builder.ToTable("scales").HasKey(one => one.Id);
        builder.Property(one => one.Name);
        builder.Property(one => one.Line);
        builder.Property(one => one.Levels).HasConversion(
            levels => Write(levels), text => Read(text),
            new ValueComparer<IReadOnlyList<ProficiencyLevel>>((left, right) => left!.SequenceEqual(right!), levels => levels.Count, levels => levels));
        builder.Property(one => one.NonScores).HasConversion(
            said => JsonSerializer.Serialize(said, (JsonSerializerOptions?)null), text => JsonSerializer.Deserialize<List<NonScoreLabel>>(text, (JsonSerializerOptions?)null)!,
            new ValueComparer<IReadOnlyList<NonScoreLabel>>((left, right) => left!.SequenceEqual(right!), said => said.Count, said => said))
            .HasDefaultValue(NonScoreLabel.Usual);
        builder.Ignore(one => one.Lowest);
        builder.Ignore(one => one.Highest);
    }

    private static string Write(IReadOnlyList<ProficiencyLevel> levels) => JsonSerializer.Serialize(levels);

    private static List<ProficiencyLevel> Read(string text) => JsonSerializer.Deserialize<List<ProficiencyLevel>>(text)!;
}
