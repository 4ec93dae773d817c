namespace Cairn.Learning.Judgments;

/// <summary>How far a question about a judgment is.</summary>
public enum QueryState
{
    /// <summary>It waits for an answer.</summary>
    Asked = 1,

    /// <summary>It was answered: the judgment stands.</summary>
    Stands = 2,

    /// <summary>It was answered: a new judgment stands in its place.</summary>
    Corrected = 3,

    /// <summary>Whoever asked is not content, and asks above.</summary>
    Appealed = 4,

    /// <summary>It was decided above: the judgment stands.</summary>
    Upheld = 5,

    /// <summary>It was decided above: it is to be judged anew.</summary>
    Granted = 6,

    /// <summary>Whoever asked took it back.</summary>
    TakenBack = 7,
}

/// <summary>"Why this?": a learner or their family asks about a judgment and gets an answer by a day; above the answer there is an appeal.
/// Nothing of it changes the judgment: where it was wrong, a new one is made and the old one taken out of force.</summary>
public sealed class JudgmentQuery(JudgmentQueryId id, LearnerId learner, JudgmentId judgment, CompetencyId competency, PersonId askedBy, string words, DateTime askedAt, DateOnly dueOn)
{
    /// <summary>Its id.</summary>
    public JudgmentQueryId Id { get; private set; } = id;

    /// <summary>Whose record.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>About which judgment.</summary>
    public JudgmentId Judgment { get; private set; } = judgment;

    /// <summary>In which competency.</summary>
    public CompetencyId Competency { get; private set; } = competency;

    /// <summary>Who asks: the learner, or somebody who cares for them.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>The question.</summary>
    public string Words { get; private set; } = words;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>By which day whoever it waits for answers.</summary>
    public DateOnly DueOn { get; private set; } = dueOn;

    /// <summary>How far it is.</summary>
    public QueryState State { get; private set; } = QueryState.Asked;

    /// <summary>Who answered; empty before.</summary>
    public PersonId AnsweredBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The answer; empty before.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The judgment that stands in its place; null where none does.</summary>
    public JudgmentId? NewJudgment { get; private set; }

    /// <summary>Why whoever asked is not content; empty where they did not appeal.</summary>
    public string Appeal { get; private set; } = "";

    /// <summary>When they appealed, UTC; null where they did not.</summary>
    public DateTime? AppealedAt { get; private set; }

    /// <summary>Who decided above; empty before.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>When, UTC; null before.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The decision's reasons; empty before.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Does it wait for somebody?</summary>
    public bool IsOpen => State is QueryState.Asked or QueryState.Appealed;

    /// <summary>May whoever asked appeal: is there an answer, and was there no appeal yet?</summary>
    public bool MayAppeal => State is QueryState.Stands or QueryState.Corrected;

    /// <summary>Is its day past while it waits?</summary>
    public bool IsOverdueOn(DateOnly today) => IsOpen && today > DueOn;

    /// <summary>An educator answers: it stands, or a new judgment stands in its place.</summary>
    public void Reply(JudgmentId? instead, PersonId by, string answer, DateTime at)
    {
        Move(instead is null ? QueryState.Stands : QueryState.Corrected, QueryState.Asked);
        (NewJudgment, AnsweredBy, Answer, AnsweredAt) = (instead, by, answer, Instant.Utc(at));
    }

    /// <summary>Somebody else asked about the same judgment and it was put right: this one, which was told that it stands, is told so too.</summary>
    public void PutRightLater(JudgmentId instead, PersonId by, string answer, DateTime at)
    {
        Move(QueryState.Corrected, QueryState.Stands);
        (NewJudgment, AnsweredBy, Answer, AnsweredAt) = (instead, by, answer, Instant.Utc(at));
    }

    /// <summary>An appeal of somebody else about the same judgment was decided: what was decided holds for this question too.</summary>
    public void DecideWith(bool isGranted, PersonId by, string reasons, DateTime at)
    {
        Move(isGranted ? QueryState.Granted : QueryState.Upheld, QueryState.Asked, QueryState.Appealed, QueryState.Stands, QueryState.Corrected);
        (DecidedBy, Decision, DecidedAt) = (by, reasons, Instant.Utc(at));
    }

    /// <summary>Whoever asked is not content: a leader decides by a day.</summary>
    public void AskAbove(string why, DateTime at, DateOnly dueOn)
    {
        Move(QueryState.Appealed, QueryState.Stands, QueryState.Corrected);
        (Appeal, AppealedAt, DueOn) = (why, Instant.Utc(at), dueOn);
    }

    /// <summary>A leader decides. Nobody decides about their own judgment, or about their own answer.</summary>
    public void Decide(bool isGranted, PersonId by, PersonId judge, string reasons, DateTime at)
    {
        if (by == AnsweredBy || by == judge) throw new InvalidOperationException("Nobody decides an appeal against themselves.");
        Move(isGranted ? QueryState.Granted : QueryState.Upheld, QueryState.Appealed);
        (DecidedBy, Decision, DecidedAt) = (by, reasons, Instant.Utc(at));
    }

    /// <summary>Whoever asked takes it back.</summary>
    public void TakeBack() => Move(QueryState.TakenBack, QueryState.Asked, QueryState.Appealed);

    /// <summary>Takes its words out. That it was asked and answered stays.</summary>
    public void Erase()
    {
        (Words, Answer, Appeal, Decision) = ("", "", "", "");
        Version++;
    }

    private void Move(QueryState to, params ReadOnlySpan<QueryState> from)
    {
        if (!from.Contains(State)) throw new InvalidOperationException($"A question that is {State} does not become {to}.");
        State = to;
        Version++;
    }
}

/// <summary>How long a question may wait: school days, Monday to Friday.</summary>
public static class QueryDays
{
    /// <summary>School days where the district says nothing else.</summary>
    public const int Usual = 10;

    /// <summary>School days at the most.</summary>
    public const int Most = 45;

    /// <summary>The last day for an answer: that many school days after the day it was asked on.</summary>
    /// <param name="asked">The district's day it was asked on.</param>
    /// <param name="days">School days, 1 to 45; more are 45, fewer are 1.</param>
    public static DateOnly DueOn(DateOnly asked, int days = Usual)
    {
        var day = asked;
        for (var left = Math.Clamp(days, 1, Most); left > 0; left -= IsSchoolDay(day) ? 1 : 0) day = day.AddDays(1);
        return day;
    }

    /// <summary>School days that are left from a day until the last one: 0 on the last day, below 0 once it is past.</summary>
    public static int Left(DateOnly dueOn, DateOnly today)
    {
        var (from, to) = today <= dueOn ? (today, dueOn) : (dueOn, today);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1)) count += IsSchoolDay(day) ? 1 : 0;
        // Once it is past it is late, on a Saturday too.
        return today <= dueOn ? count : -Math.Max(1, count);
    }

    private static bool IsSchoolDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
