namespace Cairn.Learning.Families;

/// <summary>What an educator writes in a report about a learner in an area, or about everything, for a time. The family reads it once it is released.</summary>
public sealed class ReportNarrative(ReportNarrativeId id, LearnerId learner, AreaId? area, EducatorId author, DateOnly from, DateOnly until, DateTime createdAt)
{
    /// <summary>Its id.</summary>
    public ReportNarrativeId Id { get; private set; } = id;

    /// <summary>About whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>About which area; null for everything.</summary>
    public AreaId? Area { get; private set; } = area;

    /// <summary>Who writes.</summary>
    public EducatorId Author { get; private set; } = author;

    /// <summary>First day of the time it is about.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day of the time it is about.</summary>
    public DateOnly Until { get; private set; } = until;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was released to the family, UTC; null while it is a draft.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes a draft anew. Throws <see cref="InvalidOperationException"/> once it was released: it is taken back first.</summary>
    public ReportNarrative Write(string text)
    {
        if (ReleasedAt is not null) throw new InvalidOperationException("What was released does not change under its readers.");
        Text = text;
        Version++;
        return this;
    }

    /// <summary>Releases it to the family. Throws <see cref="InvalidOperationException"/> where nothing is written.</summary>
    public void Release(DateTime at)
    {
        if (Text.Length == 0) throw new InvalidOperationException("Nothing is written yet.");
        ReleasedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes it back, to be written on.</summary>
    public void TakeBack()
    {
        ReleasedAt = null;
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Text = "";
        Version++;
    }
}

/// <summary>What is expected of one learner in place of a competency's own words, from a day until a day. A report card says it; a transcript never does.</summary>
public sealed class ModifiedExpectation(ModifiedExpectationId id, LearnerId learner, CompetencyId competency, string text, EducatorId author, DateOnly from)
{
    /// <summary>Its id.</summary>
    public ModifiedExpectationId Id { get; private set; } = id;

    /// <summary>Of whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>In what.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>What is expected, in words for the family.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Who wrote it.</summary>
    public EducatorId Author { get; private set; } = author;

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Did it hold on any day of a time?</summary>
    public bool HeldIn(DateOnly from, DateOnly until) => From <= until && (Until is null || Until >= from);

    /// <summary>Ends it: the day is its last. What has ended stays so.</summary>
    public void End(DateOnly last)
    {
        Until ??= last < From ? From : last;
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Text = "";
        Version++;
    }
}
