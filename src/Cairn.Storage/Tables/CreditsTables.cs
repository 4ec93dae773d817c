using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class CreditPoliciesTable : IEntityTypeConfiguration<CreditPolicy>
{
    public void Configure(EntityTypeBuilder<CreditPolicy> builder)
    {
        builder.ToTable("credit_policies").HasKey(one => one.Id);
        // Of two who adopt a version at once one comes second, whatever they checked.
        builder.HasIndex(one => new { one.Code, one.Number }).IsUnique();
        builder.Ignore(one => one.Place);
        builder.Ignore(one => one.TagList);
        builder.HasOne<Framework>().WithMany().HasForeignKey(one => one.Framework).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditPartsTable : IEntityTypeConfiguration<CreditPart>
{
    public void Configure(EntityTypeBuilder<CreditPart> builder)
    {
        builder.ToTable("credit_parts").HasKey(one => new { one.Policy, one.Position });
        builder.HasOne<CreditPolicy>().WithMany().HasForeignKey(one => one.Policy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAwardsTable : IEntityTypeConfiguration<CreditAward>
{
    public void Configure(EntityTypeBuilder<CreditAward> builder)
    {
        builder.ToTable("credit_awards").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.EarnedOn });
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditPolicy>().WithMany().HasForeignKey(one => one.Policy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditAgreement>().WithMany().HasForeignKey(one => one.Agreement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditPanel>().WithMany().HasForeignKey(one => one.Panel).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAwardTextsTable : IEntityTypeConfiguration<CreditAwardText>
{
    public void Configure(EntityTypeBuilder<CreditAwardText> builder)
    {
        builder.ToTable("credit_award_texts").HasKey(one => one.Award);
        builder.HasOne<CreditAward>().WithMany().HasForeignKey(one => one.Award).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditAwardPartsTable : IEntityTypeConfiguration<CreditAwardPart>
{
    public void Configure(EntityTypeBuilder<CreditAwardPart> builder)
    {
        builder.ToTable("credit_award_parts").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Learner, one.Competency });
        builder.HasOne<CreditAward>().WithMany().HasForeignKey(one => one.Award).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditReversalsTable : IEntityTypeConfiguration<CreditReversal>
{
    public void Configure(EntityTypeBuilder<CreditReversal> builder)
    {
        builder.ToTable("credit_reversals").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        // An award is taken out of force once.
        builder.HasIndex(one => one.Award).IsUnique();
        builder.HasOne<CreditAward>().WithMany().HasForeignKey(one => one.Award).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditAward>().WithMany().HasForeignKey(one => one.Instead).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditPanelsTable : IEntityTypeConfiguration<CreditPanel>
{
    public void Configure(EntityTypeBuilder<CreditPanel> builder)
    {
        builder.ToTable("credit_panels").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditPolicy>().WithMany().HasForeignKey(one => one.Policy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PieceOfEvidence>().WithMany().HasForeignKey(one => one.Artifact).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelVotesTable : IEntityTypeConfiguration<PanelVote>
{
    public void Configure(EntityTypeBuilder<PanelVote> builder)
    {
        builder.ToTable("panel_votes").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        // A person votes once.
        builder.HasIndex(one => new { one.Panel, one.By }).IsUnique();
        builder.HasOne<CreditPanel>().WithMany().HasForeignKey(one => one.Panel).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelVoteTextsTable : IEntityTypeConfiguration<PanelVoteText>
{
    public void Configure(EntityTypeBuilder<PanelVoteText> builder)
    {
        builder.ToTable("panel_vote_texts").HasKey(one => one.Vote);
        builder.HasOne<PanelVote>().WithMany().HasForeignKey(one => one.Vote).OnDelete(DeleteBehavior.Restrict);
    }
}
