using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class FlexSlotsTable : IEntityTypeConfiguration<FlexSlot>
{
    public void Configure(EntityTypeBuilder<FlexSlot> builder)
    {
        builder.ToTable("flex_slots").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Organization, one.Day });
        builder.Ignore(one => one.From).Ignore(one => one.Until);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.Organization).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FlexOffersTable : IEntityTypeConfiguration<FlexOffer>
{
    public void Configure(EntityTypeBuilder<FlexOffer> builder)
    {
        builder.ToTable("flex_offers").HasKey(one => one.Id);
        builder.HasIndex(one => one.Slot);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<FlexSlot>().WithMany().HasForeignKey(one => one.Slot).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Educator).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FlexBookingsTable : IEntityTypeConfiguration<FlexBooking>
{
    public void Configure(EntityTypeBuilder<FlexBooking> builder)
    {
        builder.ToTable("flex_bookings").HasKey(one => new { one.Slot, one.Learner });
        builder.HasIndex(one => one.Learner);
        builder.Ignore(one => one.IsOwn);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<FlexSlot>().WithMany().HasForeignKey(one => one.Slot).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FlexOffer>().WithMany().HasForeignKey(one => one.Offer).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GroupingRulesTable : IEntityTypeConfiguration<GroupingRule>
{
    public void Configure(EntityTypeBuilder<GroupingRule> builder)
    {
        builder.ToTable("grouping_rules").HasKey(one => one.Id);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}

internal sealed class GroupingRuleMembersTable : IEntityTypeConfiguration<GroupingRuleMember>
{
    public void Configure(EntityTypeBuilder<GroupingRuleMember> builder)
    {
        builder.ToTable("grouping_rule_members").HasKey(one => new { one.Rule, one.Learner });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<GroupingRule>().WithMany().HasForeignKey(one => one.Rule).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}
