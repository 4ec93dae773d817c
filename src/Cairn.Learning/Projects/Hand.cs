namespace Cairn.Learning.Projects;

/// <summary>A learner would like a hand with what they are on: said by them or an educator, and answered by an educator or taken back.</summary>
public sealed class Hand(HandId id, LearnerId learner, ProjectId? project, string words, DateTime raisedAt)
{
    /// <summary>Its id.</summary>
    public HandId Id { get; private set; } = id;

    /// <summary>Who would like a hand.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>With what; null for something else.</summary>
    public ProjectId? Project { get; private set; } = project;

    /// <summary>With what, in their words; empty for none.</summary>
    public string Words { get; private set; } = words;

    /// <summary>Since when, UTC.</summary>
    public DateTime RaisedAt { get; private set; } = raisedAt;

    /// <summary>When somebody came, or it was taken back, UTC; null while it is up.</summary>
    public DateTime? LoweredAt { get; private set; }

    /// <summary>Who lowered it; empty while it is up.</summary>
    public PersonId LoweredBy { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Somebody came, or it is not needed any more.</summary>
    public void Lower(PersonId by, DateTime at)
    {
        if (LoweredAt is not null) return;
        (LoweredAt, LoweredBy) = (Instant.Utc(at), by);
        Version++;
    }

    /// <summary>It was lowered by mistake: it is up as it was.</summary>
    public void StayUp()
    {
        if (LoweredAt is null) return;
        (LoweredAt, LoweredBy) = (null, default);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Words = "";
        Version++;
    }
}
