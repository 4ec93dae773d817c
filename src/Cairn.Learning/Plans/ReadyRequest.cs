namespace Cairn.Learning.Plans;

/// <summary>How far a learner's word that they are ready is.</summary>
public enum ReadyState
{
    /// <summary>It waits in the queue.</summary>
    Asked = 1,

    /// <summary>A check is planned for a day.</summary>
    Planned = 2,

    /// <summary>It was checked.</summary>
    Checked = 3,

    /// <summary>An educator asked for something first.</summary>
    SentBack = 4,

    /// <summary>The learner took it back.</summary>
    TakenBack = 5,
}

/// <summary>A learner says: I am ready for a check of this. Then it waits in the queue of their educators.</summary>
public sealed class ReadyRequest(ReadyRequestId id, LearnerId learner, CompetencyId competency, TargetId? target, int? stage, string words, DateTime askedAt)
{
    /// <summary>Its id.</summary>
    public ReadyRequestId Id { get; private set; } = id;

    /// <summary>Who is ready.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>For a check of what.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>Of which target under it; null for the competency.</summary>
    public TargetId? Target { get; private set; } = target;

    /// <summary>At which stage; null where the competency has no continuum.</summary>
    public int? Stage { get; private set; } = stage;

    /// <summary>What the learner wrote: what they would show, what they did since the last time.</summary>
    public string Words { get; private set; } = words;

    /// <summary>When they said it, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>How far it is.</summary>
    public ReadyState State { get; private set; } = ReadyState.Asked;

    /// <summary>The day a check is planned for; null for none.</summary>
    public DateOnly? CheckOn { get; private set; }

    /// <summary>Who answered; empty before.</summary>
    public PersonId AnsweredBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What they wrote; empty for nothing.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Does it wait for somebody?</summary>
    public bool IsOpen => State is ReadyState.Asked or ReadyState.Planned;

    /// <summary>A check is planned.</summary>
    public void PlanFor(DateOnly day, PersonId by, DateTime at) => Answered(ReadyState.Planned, by, CheckAnswer(""), at, day);

    /// <summary>It was checked.</summary>
    public void Check(PersonId by, DateTime at) => Answered(ReadyState.Checked, by, Answer, at, CheckOn);

    /// <summary>It was not checked after all: it waits again, for the day that was planned where one was.</summary>
    /// <param name="by">Who says so: whoever said that it was checked.</param>
    /// <exception cref="InvalidOperationException">It was not checked, or somebody else said so.</exception>
    public void Uncheck(PersonId by)
    {
        if (State != ReadyState.Checked || AnsweredBy != by) throw new InvalidOperationException($"A request that is {State} was not checked by {by}.");
        (State, AnsweredBy, AnsweredAt) = CheckOn is null ? (ReadyState.Asked, default, null) : (ReadyState.Planned, by, AnsweredAt);
        Version++;
    }

    /// <summary>Something comes first.</summary>
    public void SendBack(PersonId by, string answer, DateTime at) => Answered(ReadyState.SentBack, by, answer, at, null);

    /// <summary>The learner takes it back.</summary>
    public void TakeBack(DateTime at) => Answered(ReadyState.TakenBack, Learner.Person, "", at, null);

    /// <summary>Takes the words out.</summary>
    public void Erase()
    {
        (Words, Answer) = ("", "");
        Version++;
    }

    private string CheckAnswer(string answer) => State == ReadyState.Planned ? Answer : answer;

    private void Answered(ReadyState to, PersonId by, string answer, DateTime at, DateOnly? checkOn)
    {
        if (!IsOpen) throw new InvalidOperationException($"A request that is {State} does not become {to}.");
        (State, AnsweredBy, Answer, AnsweredAt, CheckOn) = (to, by, answer, Instant.Utc(at), checkOn);
        Version++;
    }
}
