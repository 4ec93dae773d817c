namespace Cairn.Learning.Plans;

/// <summary>What became of a goal.</summary>
public enum GoalState
{
    /// <summary>The learner is on the way.</summary>
    Open = 1,

    /// <summary>They are there.</summary>
    Reached = 2,

    /// <summary>They let it go, for another.</summary>
    LetGo = 3,
}

/// <summary>What a learner wants to reach, in their own words.</summary>
public sealed class Goal(GoalId id, LearningPlanId plan, LearnerId learner, string words, CompetencyId? competency, DateOnly? by, int position)
{
    /// <summary>Its id.</summary>
    public GoalId Id { get; private set; } = id;

    /// <summary>The plan it stands in.</summary>
    public LearningPlanId Plan { get; private set; } = plan;

    /// <summary>Whose goal.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The goal.</summary>
    public string Words { get; private set; } = words;

    /// <summary>The competency it is about; null for none.</summary>
    public CompetencyId? Competency { get; private set; } = competency;

    /// <summary>By which day; null where nobody said.</summary>
    public DateOnly? By { get; private set; } = by;

    /// <summary>Its place in the plan, from 1.</summary>
    public int Position { get; private set; } = position;

    /// <summary>What became of it.</summary>
    public GoalState State { get; private set; } = GoalState.Open;

    /// <summary>Writes it anew.</summary>
    public void Write(string words, CompetencyId? competency, DateOnly? by) => (Words, Competency, By) = (words, competency, by);

    /// <summary>Says what became of it. A goal that was let go may be taken up again.</summary>
    public void Become(GoalState state) => State = state;

    /// <summary>Takes its words out.</summary>
    public void Erase() => Words = "";
}

/// <summary>A step of a plan's pathway: a competency that the learner goes for.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Competency">What.</param>
/// <param name="Learner">Whose step.</param>
/// <param name="Position">Its place, from 1.</param>
/// <param name="ExpectedBy">By which day; null where nobody said.</param>
public sealed record PlanStep(LearningPlanId Plan, CompetencyId Competency, LearnerId Learner, int Position, DateOnly? ExpectedBy);
