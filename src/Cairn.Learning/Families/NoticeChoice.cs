namespace Cairn.Learning.Families;

/// <summary>How somebody wants to hear from school: in what language, and whether letters come.</summary>
public sealed class NoticeChoice(PersonId person, string language)
{
    /// <summary>Who.</summary>
    public PersonId Person { get; private set; } = person;

    /// <summary>The language of letters, such as "vi".</summary>
    public string Language { get; private set; } = language;

    /// <summary>Does a letter come when there is a message?</summary>
    public bool ByMail { get; private set; } = true;

    /// <summary>Does the weekly letter come?</summary>
    public bool Weekly { get; private set; } = true;

    /// <summary>When the last weekly letter was written, UTC; null before the first.</summary>
    public DateTime? LastWeekly { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Chooses anew.</summary>
    public NoticeChoice Choose(string language, bool byMail, bool weekly)
    {
        (Language, ByMail, Weekly) = (language, byMail, weekly);
        Version++;
        return this;
    }

    /// <summary>The weekly letter was written.</summary>
    public void Wrote(DateTime at)
    {
        LastWeekly = Instant.Utc(at);
        Version++;
    }
}
