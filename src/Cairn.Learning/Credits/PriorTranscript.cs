namespace Cairn.Learning.Credits;

/// <summary>A transcript of another school, as it was typed or brought in here: what it says is theirs, and what it is taken for is decided line by line.</summary>
public sealed class PriorTranscript(PriorTranscriptId id, LearnerId learner, string origin, PersonId by, DateTime enteredAt)
{
    /// <summary>Its id.</summary>
    public PriorTranscriptId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The school it is of, with its place, in a person's words.</summary>
    public string Origin { get; private set; } = origin;

    /// <summary>Who entered it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime EnteredAt { get; private set; } = enteredAt;

    /// <summary>Since when it counts no more, because it was entered by mistake, UTC; null while it does.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>It was entered by mistake. What was accepted of it before stays until it is taken back itself.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Origin = "";
        Version++;
    }
}

/// <summary>What became of a line.</summary>
public enum PriorLineState
{
    /// <summary>Nobody decided about it yet.</summary>
    Open = 1,

    /// <summary>It is taken for something here.</summary>
    Accepted = 2,

    /// <summary>It counts for nothing here.</summary>
    Declined = 3,
}

/// <summary>A line of a transcript of another school.</summary>
public sealed class PriorLine(PriorLineId id, PriorTranscriptId transcript, LearnerId learner, int position, string title, string code, string grade, int hundredths)
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest code, and the longest grade.</summary>
    public const int LongestCode = 40;

    /// <summary>The most credit of one line, in hundredths of a credit.</summary>
    public const int MostHundredths = 1000;

    /// <summary>Its id.</summary>
    public PriorLineId Id { get; private set; } = id;

    /// <summary>Of which transcript.</summary>
    public PriorTranscriptId Transcript { get; private set; } = transcript;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Its place, from 1.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The course title, as it stands there.</summary>
    public string Title { get; private set; } = title;

    /// <summary>The course code, as it stands there; empty for none.</summary>
    public string Code { get; private set; } = code;

    /// <summary>The grade, as it stands there; empty for none.</summary>
    public string Grade { get; private set; } = grade;

    /// <summary>The credit, in hundredths of a credit, 0 to <see cref="MostHundredths"/>; 0 for a course that earned none, as one that was still under way.</summary>
    public int Hundredths { get; private set; } = hundredths;

    /// <summary>The last day of the course, in the district; null where the transcript does not say it.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What became of it.</summary>
    public PriorLineState State { get; private set; } = PriorLineState.Open;

    /// <summary>The code of the credit policy it is taken for; empty for none.</summary>
    public string Policy { get; private set; } = "";

    /// <summary>The subject it counts in; empty for none.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The award that was posted for it; null for none.</summary>
    public CreditAwardId? Award { get; private set; }

    /// <summary>The last day it is taken for granted; null where it is not, or was settled.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Who decided; null while nobody has.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC; null while it is not.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Says when the course ended, as the line is stored first.</summary>
    public PriorLine Ended(DateOnly? on)
    {
        EndedOn = on;
        return this;
    }

    /// <summary>Takes it for something here. Throws <see cref="InvalidOperationException"/> where it was decided already.</summary>
    /// <param name="policy">The code of a credit policy; empty for none.</param>
    /// <param name="subject">The subject; empty for none.</param>
    /// <param name="award">The award that is posted for it; null for none.</param>
    /// <param name="until">The last day it is taken for granted.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When, UTC.</param>
    public void Accept(string policy, string subject, CreditAwardId? award, DateOnly until, PersonId by, DateTime at)
    {
        Decide(PriorLineState.Accepted, by, at);
        (Policy, Subject, Award, Until) = (policy, subject, award, until);
    }

    /// <summary>It counts for nothing here. Throws <see cref="InvalidOperationException"/> where it was decided already.</summary>
    public void Decline(PersonId by, DateTime at) => Decide(PriorLineState.Declined, by, at);

    /// <summary>Its credit was confirmed, taken back, or is taken for granted for longer. Throws <see cref="InvalidOperationException"/> where it is not taken for granted.</summary>
    /// <param name="award">The award that stands from now on; null for none.</param>
    /// <param name="until">The last day it is taken for granted; null where it is settled.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When, UTC.</param>
    public void Settle(CreditAwardId? award, DateOnly? until, PersonId by, DateTime at)
    {
        if (State != PriorLineState.Accepted || Until is null) throw new InvalidOperationException("It is not taken for granted.");
        (Award, Until, DecidedBy, DecidedAt) = (award, until, by, Instant.Utc(at));
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Title, Code, Grade) = ("", "", "");
        Version++;
    }

    private void Decide(PriorLineState state, PersonId by, DateTime at)
    {
        if (State != PriorLineState.Open) throw new InvalidOperationException("It was decided already.");
        (State, DecidedBy, DecidedAt) = (state, by, Instant.Utc(at));
        Version++;
    }
}
