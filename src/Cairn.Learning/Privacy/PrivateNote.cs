namespace Cairn.Learning.Privacy;

/// <summary>A note of an educator about a learner, in sole possession: nobody else sees it until its author shares it.</summary>
public sealed class PrivateNote(PrivateNoteId id, EducatorId author, LearnerId learner, string text, DateTime writtenAt)
{
    /// <summary>Its id.</summary>
    public PrivateNoteId Id { get; private set; } = id;

    /// <summary>Who wrote it.</summary>
    public EducatorId Author { get; private set; } = author;

    /// <summary>About whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The words.</summary>
    public string Text { get; private set; } = text;

    /// <summary>When they were written, UTC.</summary>
    public DateTime WrittenAt { get; private set; } = writtenAt;

    /// <summary>When its author shared it, UTC: from then on it is a part of the record. Null while it is private.</summary>
    public DateTime? SharedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes it anew; what was shared is a part of the record and stays as it is.</summary>
    public void Write(string text)
    {
        if (SharedAt is not null) throw new InvalidOperationException("A note that was shared does not change.");
        Text = text;
        Version++;
    }

    /// <summary>Makes it a part of the record.</summary>
    public void Share(DateTime at)
    {
        SharedAt ??= Instant.Utc(at);
        Version++;
    }
}
