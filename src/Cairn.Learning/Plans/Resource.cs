namespace Cairn.Learning.Plans;

/// <summary>When something to learn from opens for a learner.</summary>
public enum Release
{
    /// <summary>Always.</summary>
    Always = 1,

    /// <summary>Once a level is reached in its competency.</summary>
    FromLevel = 2,

    /// <summary>While the competency is begun and is not yet at the line: for whoever needs more of it.</summary>
    BelowLine = 3,
}

/// <summary>Something to learn from: a text, a link, a place to go. It belongs to a competency or to a target under it.</summary>
public sealed class Resource(ResourceId id, CompetencyId competency, TargetId? target, PersonId by, DateTime createdAt)
{
    /// <summary>Its id.</summary>
    public ResourceId Id { get; private set; } = id;

    /// <summary>For what.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>For which target under it; null for all.</summary>
    public TargetId? Target { get; private set; } = target;

    /// <summary>Who made it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it is: an absolute http or https address; empty where words say it all.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What to do with it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When it opens.</summary>
    public Release Release { get; private set; } = Release.Always;

    /// <summary>The number of the level that opens it; null unless a level does.</summary>
    public decimal? Level { get; private set; }

    /// <summary>When it was put away, UTC; null while it is in use.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes it.</summary>
    public void Write(string title, string address, string words, Release release, decimal? level)
    {
        if (release == Release.FromLevel && level is null) throw new ArgumentException("Say the level that opens it.", nameof(level));
        (Title, Address, Words, Release, Level) = (title, address, words, release, release == Release.FromLevel ? level : null);
        Version++;
    }

    /// <summary>Puts it away, or takes it out again.</summary>
    public void Use(bool isUsed, DateTime at)
    {
        EndedAt = isUsed ? null : EndedAt ?? Instant.Utc(at);
        Version++;
    }
}
