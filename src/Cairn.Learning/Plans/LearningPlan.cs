namespace Cairn.Learning.Plans;

/// <summary>How far a plan is.</summary>
public enum PlanState
{
    /// <summary>It is being written.</summary>
    Draft = 1,

    /// <summary>Family and educators are asked to read and sign it.</summary>
    Review = 2,

    /// <summary>It is what the learner works by.</summary>
    Active = 3,

    /// <summary>It is done, and kept as it stood.</summary>
    Complete = 4,
}

/// <summary>A learner's plan for a year or another time: strengths, interests, goals (<see cref="Goal"/>) and a pathway (<see cref="PlanStep"/>).
/// Who signed it stands in <see cref="PlanSignature"/>.</summary>
public sealed class LearningPlan(LearningPlanId id, LearnerId learner, string title, DateOnly from, DateOnly until, DateTime createdAt)
{
    /// <summary>Its id.</summary>
    public LearningPlanId Id { get; private set; } = id;

    /// <summary>Whose plan.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>What it is called, such as "2026-27".</summary>
    public string Title { get; private set; } = title;

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day.</summary>
    public DateOnly Until { get; private set; } = until;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>What the learner is good at, in their words.</summary>
    public string Strengths { get; private set; } = "";

    /// <summary>What the learner likes and wants to know more about.</summary>
    public string Interests { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public PlanState State { get; private set; } = PlanState.Draft;

    /// <summary>Since when it is in that state, UTC.</summary>
    public DateTime StateSince { get; private set; } = createdAt;

    /// <summary>How it stood when it was completed (<see cref="PlanSnapshot"/>); empty before, and kept when it is reopened until it is completed anew.</summary>
    public string Snapshot { get; private set; } = "";

    /// <summary>What it says, counted from 1: grows when words, goals or steps change, and not when its state does. Signatures name it.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>May it be written on?</summary>
    public bool IsOpen => State != PlanState.Complete;

    /// <summary>Writes what it is called, when it is for, and about whom it is. Says whether anything was different.</summary>
    public bool Write(string title, DateOnly from, DateOnly until, string strengths, string interests)
    {
        if (until < from) throw new ArgumentException("A plan ends after it begins.", nameof(until));
        if ((Title, From, Until, Strengths, Interests) == (title, from, until, strengths, interests)) return false;
        (Title, From, Until, Strengths, Interests) = (title, from, until, strengths, interests);
        Revise();
        return true;
    }

    /// <summary>A goal or a step of it changed: what was signed before is not what it says now.</summary>
    public void Revise()
    {
        if (!IsOpen) throw new InvalidOperationException("A plan that is complete does not change: reopen it first.");
        Revision++;
        Version++;
    }

    /// <summary>Asks family and educators to read it.</summary>
    public void Review(DateTime at) => Move(PlanState.Review, at, PlanState.Draft);

    /// <summary>There is more to write first.</summary>
    public void SendBack(DateTime at) => Move(PlanState.Draft, at, PlanState.Review);

    /// <summary>The learner works by it from now on.</summary>
    public void Activate(DateTime at) => Move(PlanState.Active, at, PlanState.Draft, PlanState.Review);

    /// <summary>It is done: what it was in the end is kept.</summary>
    public void Complete(string snapshot, DateTime at)
    {
        Move(PlanState.Complete, at, PlanState.Active);
        Snapshot = snapshot;
    }

    /// <summary>It goes on after all. What was kept of it stays until it is completed anew.</summary>
    public void Reopen(DateTime at) => Move(PlanState.Active, at, PlanState.Complete);

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Title, Strengths, Interests, Snapshot) = ("", "", "", "");
        Version++;
    }

    private void Move(PlanState to, DateTime at, params ReadOnlySpan<PlanState> from)
    {
        if (!from.Contains(State)) throw new InvalidOperationException($"A plan that is {State} does not become {to}.");
        (State, StateSince) = (to, Instant.Utc(at));
        Version++;
    }
}
