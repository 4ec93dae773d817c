namespace Cairn.Learning.Plans;

/// <summary>What helps one learner to show what they know, in one competency or in all: it changes how something is shown, never what is asked for. Who judges sees it; no transcript ever says it.</summary>
public sealed class Accommodation(AccommodationId id, LearnerId learner, CompetencyId? competency, string text, DateOnly from, PersonId by, DateTime writtenAt)
{
    /// <summary>The longest text.</summary>
    public const int Longest = 500;

    /// <summary>Its id.</summary>
    public AccommodationId Id { get; private set; } = id;

    /// <summary>Whom it helps.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>In what; null for everything.</summary>
    public CompetencyId? Competency { get; private set; } = competency;

    /// <summary>What helps, such as "Instructions are read aloud".</summary>
    public string Text { get; private set; } = text;

    /// <summary>First day, in the district.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>May a report card say it?</summary>
    public bool IsOnReport { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime WrittenAt { get; private set; } = writtenAt;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Says until when it is planned, and whether a report card may say it, as it is stored first. Throws <see cref="ArgumentException"/> where it would end before it begins.</summary>
    public Accommodation Planned(DateOnly? until, bool isOnReport)
    {
        if (until < From) throw new ArgumentException("It ends on its first day at the earliest.", nameof(until));
        (Until, IsOnReport) = (until, isOnReport);
        return this;
    }

    /// <summary>Does it hold on a day?</summary>
    public bool Holds(DateOnly day) => HeldIn(day, day);

    /// <summary>Did it hold on any day of a time?</summary>
    public bool HeldIn(DateOnly from, DateOnly until) => From <= until && (Until is null || Until >= from);

    /// <summary>Is it there for one competency?</summary>
    public bool IsFor(CompetencyId competency) => Competency is null || Competency == competency;

    /// <summary>Ends it: the day is its last. Throws <see cref="InvalidOperationException"/> where it ended before that day.</summary>
    public void End(DateOnly last)
    {
        if (Until < last) throw new InvalidOperationException("It has ended.");
        Until = last < From ? From : last;
        Version++;
    }

    /// <summary>Says whether a report card may say it.</summary>
    public void OnReport(bool isOnReport)
    {
        IsOnReport = isOnReport;
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Text = "";
        Version++;
    }
}
