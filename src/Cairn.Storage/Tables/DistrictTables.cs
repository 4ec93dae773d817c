using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class TermsTable : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder) => builder.ToTable("terms").HasKey(one => new { one.Language, one.Key });
}

internal sealed class SourceLinksTable : IEntityTypeConfiguration<SourceLink>
{
    public void Configure(EntityTypeBuilder<SourceLink> builder) => builder.ToTable("source_links").HasKey(one => new { one.Source, one.Kind, one.Key });
}

internal sealed class ImportRunsTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder) => builder.ToTable("import_runs").HasKey(one => one.Id);
}
