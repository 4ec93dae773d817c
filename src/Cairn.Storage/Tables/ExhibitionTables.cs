using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ExhibitionsTable : IEntityTypeConfiguration<Exhibition>
{
    public void Configure(EntityTypeBuilder<Exhibition> builder)
    {
        builder.ToTable("exhibitions").HasKey(one => one.Project);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelistsTable : IEntityTypeConfiguration<Panelist>
{
    public void Configure(EntityTypeBuilder<Panelist> builder)
    {
        builder.ToTable("panelists").HasKey(one => one.Id);
        builder.HasIndex(one => one.Project);
        builder.HasIndex(one => one.LinkHash);
        builder.HasIndex(one => one.DeviceHash);
        builder.Ignore(one => one.IsGuest);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Project>().WithMany().HasForeignKey(one => one.Project).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelRatingsTable : IEntityTypeConfiguration<PanelRating>
{
    public void Configure(EntityTypeBuilder<PanelRating> builder)
    {
        builder.ToTable("panel_ratings").HasKey(one => new { one.Panelist, one.Learner, one.Competency });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Panelist>().WithMany().HasForeignKey(one => one.Panelist).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
