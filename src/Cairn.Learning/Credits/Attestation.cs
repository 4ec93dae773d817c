namespace Cairn.Learning.Credits;

/// <summary>What kind of thing a policy may count that no determination says.</summary>
public enum OtherKind
{
    /// <summary>A test with a score, such as a state's exam.</summary>
    Test = 1,

    /// <summary>A credential, such as an industry certificate.</summary>
    Credential = 2,

    /// <summary>A seal, such as that of biliteracy.</summary>
    Seal = 3,

    /// <summary>A course that was taken.</summary>
    Course = 4,

    /// <summary>Hours of service, or of taking part.</summary>
    Engagement = 5,

    /// <summary>Days that were attended.</summary>
    Attendance = 6,
}

/// <summary>Something that a policy may count and that no determination says: a thing that ends when it was a mistake.</summary>
public sealed class OtherAchievement(OtherAchievementId id, LearnerId learner, OtherKind kind, string name, DateOnly on, PersonId by, DateTime recordedAt)
{
    /// <summary>Its id.</summary>
    public OtherAchievementId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>What kind of thing.</summary>
    public OtherKind Kind { get; private set; } = kind;

    /// <summary>Its name, such as "State exam, algebra".</summary>
    public string Name { get; private set; } = name;

    /// <summary>The day, in the district.</summary>
    public DateOnly On { get; private set; } = on;

    /// <summary>Who recorded it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When it was stored, UTC.</summary>
    public DateTime RecordedAt { get; private set; } = recordedAt;

    /// <summary>The score, on its own scale; null for none.</summary>
    public decimal? Score { get; private set; }

    /// <summary>What it counts for, in hundredths of a unit, 0 or more; null for one unit.</summary>
    public int? Hundredths { get; private set; }

    /// <summary>The subject; empty for none.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Tags that policies ask for, apart by commas.</summary>
    public string Tags { get; private set; } = "";

    /// <summary>Where it came from.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Since when it counts no more, UTC; null while it does.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Says more of it, as it is stored first.</summary>
    public OtherAchievement With(decimal? score, int? hundredths, string subject, string tags, string origin)
    {
        (Score, Hundredths, Subject, Tags, Origin) = (score, hundredths, subject, tags, origin);
        return this;
    }

    /// <summary>It was a mistake, and counts no more.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Name, Origin, Version) = ("", "", Version + 1);
    }
}

/// <summary>A person's word that something a policy asks for is so: a thing that ends when it was a mistake.</summary>
public sealed class Attestation(AttestationId id, LearnerId learner, string key, string role, PersonId by, DateTime recordedAt)
{
    /// <summary>Its id.</summary>
    public AttestationId Id { get; private set; } = id;

    /// <summary>Of whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>What is so: the key that a policy asks for.</summary>
    public string Key { get; private set; } = key;

    /// <summary>In which role it was said.</summary>
    public string Role { get; private set; } = role;

    /// <summary>Who says it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; } = recordedAt;

    /// <summary>Since when it counts no more, UTC; null while it does.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>It was a mistake, and counts no more.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }
}
