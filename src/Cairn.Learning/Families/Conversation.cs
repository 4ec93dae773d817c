namespace Cairn.Learning.Families;

/// <summary>Messages about one learner between the people who are in it; or an announcement to the families of a group, which is about nobody.</summary>
public sealed class Conversation(ConversationId id, LearnerId? learner, GroupId? group, PersonId startedBy, string subject, DateTime startedAt)
{
    /// <summary>Its id.</summary>
    public ConversationId Id { get; private set; } = id;

    /// <summary>About whom; null for an announcement.</summary>
    public LearnerId? Learner { get; private set; } = learner;

    /// <summary>To the families of which group; null where it is about a learner.</summary>
    public GroupId? Group { get; private set; } = group;

    /// <summary>Who began it.</summary>
    public PersonId StartedBy { get; private set; } = startedBy;

    /// <summary>What it is about, one line.</summary>
    public string Subject { get; private set; } = subject;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime StartedAt { get; private set; } = startedAt;

    /// <summary>When its newest message came, UTC.</summary>
    public DateTime NewestAt { get; private set; } = startedAt;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>A message came.</summary>
    public void Came(DateTime at)
    {
        NewestAt = Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Subject = "";
        Version++;
    }
}

/// <summary>In what part somebody is in a conversation.</summary>
public enum MemberPart
{
    /// <summary>The learner.</summary>
    Learner = 1,

    /// <summary>A guardian.</summary>
    Guardian = 2,

    /// <summary>An educator.</summary>
    Educator = 3,
}

/// <summary>Somebody is in a conversation: they read it, and write in it, for as long as they stand in a relation to the learner.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Person">Who.</param>
/// <param name="Part">In what part.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record ConversationMember(ConversationId Conversation, PersonId Person, MemberPart Part, DateTime Since);

/// <summary>A message. Its words are never changed; an erasure takes them out.</summary>
public sealed class Message(MessageId id, ConversationId conversation, LearnerId? learner, PersonId by, MemberPart part, string text, DateTime at)
{
    /// <summary>Its id.</summary>
    public MessageId Id { get; private set; } = id;

    /// <summary>In which conversation.</summary>
    public ConversationId Conversation { get; private set; } = conversation;

    /// <summary>About whom; null for an announcement.</summary>
    public LearnerId? Learner { get; private set; } = learner;

    /// <summary>Who wrote it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>In what part.</summary>
    public MemberPart Part { get; private set; } = part;

    /// <summary>The words.</summary>
    public string Text { get; private set; } = text;

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>Takes its words out.</summary>
    public void Erase() => Text = "";
}

/// <summary>Somebody opened a message.</summary>
/// <param name="Message">Which.</param>
/// <param name="Person">Who.</param>
/// <param name="At">When first, UTC.</param>
public sealed record MessageRead(MessageId Message, PersonId Person, DateTime At);
