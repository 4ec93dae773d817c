namespace Cairn.Learning.Plans;

/// <summary>How far a support plan is.</summary>
public enum SupportState
{
    /// <summary>An educator writes it; learner and family do not see it yet.</summary>
    Draft = 1,

    /// <summary>It was agreed: learner and family see it.</summary>
    Agreed = 2,

    /// <summary>It ended.</summary>
    Ended = 3,
}

/// <summary>What adults and the learner agree to do when a learner is off pace: a few lines, each with who and by when.</summary>
public sealed class SupportPlan(SupportPlanId id, LearnerId learner, PersonId draftedBy, DateTime draftedAt)
{
    /// <summary>Its id.</summary>
    public SupportPlanId Id { get; private set; } = id;

    /// <summary>For whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Who drafted it.</summary>
    public PersonId DraftedBy { get; private set; } = draftedBy;

    /// <summary>When, UTC.</summary>
    public DateTime DraftedAt { get; private set; } = draftedAt;

    /// <summary>How far it is.</summary>
    public SupportState State { get; private set; } = SupportState.Draft;

    /// <summary>When it became so, UTC.</summary>
    public DateTime StateSince { get; private set; } = draftedAt;

    /// <summary>Who agreed or ended it; empty before.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>What came of it, when it ended; empty before.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Its lines were written anew. Throws <see cref="InvalidOperationException"/> once it ended.</summary>
    public void Write()
    {
        if (State == SupportState.Ended) throw new InvalidOperationException("A plan that ended is not written on.");
        Version++;
    }

    /// <summary>It is agreed: learner and family see it from now on.</summary>
    public void Agree(PersonId by, DateTime at) => Move(SupportState.Draft, SupportState.Agreed, by, at);

    /// <summary>It ends, with what came of it.</summary>
    public void End(PersonId by, string outcome, DateTime at)
    {
        Move(SupportState.Agreed, SupportState.Ended, by, at);
        Outcome = outcome;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        Outcome = "";
        Version++;
    }

    private void Move(SupportState from, SupportState to, PersonId by, DateTime at)
    {
        if (State != from) throw new InvalidOperationException($"A plan that is {State} does not become {to}.");
        (State, StateSince, DecidedBy) = (to, Instant.Utc(at), by);
        Version++;
    }
}

/// <summary>One line of a support plan.</summary>
public sealed class SupportLine(SupportPlanId plan, int position, LearnerId learner)
{
    /// <summary>Of which plan.</summary>
    public SupportPlanId Plan { get; private set; } = plan;

    /// <summary>For whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Its place, from 1.</summary>
    public int Position { get; private set; } = position;

    /// <summary>What is done.</summary>
    public string What { get; private set; } = "";

    /// <summary>Who does it, in words.</summary>
    public string Who { get; private set; } = "";

    /// <summary>By which day; null for no day.</summary>
    public DateOnly? ByDay { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Writes it.</summary>
    public SupportLine Say(string what, string who, DateOnly? byDay, string reason)
    {
        (What, Who, ByDay, Reason) = (what, who, byDay, reason);
        return this;
    }
}
