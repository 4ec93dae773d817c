using Cairn.Learning.Families;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Storage.Tables;

internal sealed class ConferencesTable : IEntityTypeConfiguration<Conference>
{
    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.ToTable("conferences").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Ignore(one => one.Works);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConferenceSignaturesTable : IEntityTypeConfiguration<ConferenceSignature>
{
    public void Configure(EntityTypeBuilder<ConferenceSignature> builder)
    {
        builder.ToTable("conference_signatures").HasKey(one => new { one.Conference, one.Person, one.Edition });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Conference>().WithMany().HasForeignKey(one => one.Conference).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportNarrativesTable : IEntityTypeConfiguration<ReportNarrative>
{
    public void Configure(EntityTypeBuilder<ReportNarrative> builder)
    {
        builder.ToTable("report_narratives").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Educator>().WithMany().HasForeignKey(one => one.Author).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ModifiedExpectationsTable : IEntityTypeConfiguration<ModifiedExpectation>
{
    public void Configure(EntityTypeBuilder<ModifiedExpectation> builder)
    {
        builder.ToTable("modified_expectations").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConversationsTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations").HasKey(one => one.Id);
        builder.HasIndex(one => one.Learner);
        builder.HasIndex(one => one.Group);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Learner>().WithMany().HasForeignKey(one => one.Learner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearningGroup>().WithMany().HasForeignKey(one => one.Group).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConversationMembersTable : IEntityTypeConfiguration<ConversationMember>
{
    public void Configure(EntityTypeBuilder<ConversationMember> builder)
    {
        builder.ToTable("conversation_members").HasKey(one => new { one.Conversation, one.Person });
        builder.HasIndex(one => one.Person);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(one => one.Conversation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessagesTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages").HasKey(one => one.Id);
        builder.HasIndex(one => new { one.Conversation, one.At });
        builder.HasIndex(one => one.Learner);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(one => one.Conversation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessageReadsTable : IEntityTypeConfiguration<MessageRead>
{
    public void Configure(EntityTypeBuilder<MessageRead> builder)
    {
        builder.ToTable("message_reads").HasKey(one => new { one.Message, one.Person });
        builder.HasOne<Message>().WithMany().HasForeignKey(one => one.Message).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessagePoliciesTable : IEntityTypeConfiguration<MessagePolicy>
{
    public void Configure(EntityTypeBuilder<MessagePolicy> builder)
    {
        builder.ToTable("message_policies").HasKey(one => one.School);
        builder.Property(one => one.Version).IsConcurrencyToken();
        builder.HasOne<Organization>().WithMany().HasForeignKey(one => one.School).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeChoicesTable : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("notice_choices").HasKey(one => one.Person);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}
