namespace Cairn.Learning.Projects;

/// <summary>How far a project is.</summary>
public enum ProjectState
{
    /// <summary>It is being written; only its team and their educators see it.</summary>
    Draft = 1,

    /// <summary>An educator is asked to accept it.</summary>
    Proposed = 2,

    /// <summary>An educator accepted it: its team works on it.</summary>
    Active = 3,

    /// <summary>It was shown, and is done.</summary>
    Shown = 4,

    /// <summary>It ended without a showing.</summary>
    Ended = 5,
}

/// <summary>Student-led work: a question, and a product that answers it. Its team stands in <see cref="ProjectMember"/>, what it is to show in
/// <see cref="ProjectAim"/>, its parts in <see cref="Deliverable"/>.</summary>
public sealed class Project(ProjectId id, PersonId proposedBy, string question, string product, DateTime createdAt)
{
    /// <summary>Its id; also that of the experience that its evidence belongs to.</summary>
    public ProjectId Id { get; private set; } = id;

    /// <summary>Who began it: a learner, or an educator.</summary>
    public PersonId ProposedBy { get; private set; } = proposedBy;

    /// <summary>The question, in the words of its team.</summary>
    public string Question { get; private set; } = question;

    /// <summary>What is to come of it, such as a stall and a map.</summary>
    public string Product { get; private set; } = product;

    /// <summary>What will show the learning: evidence in words.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>The group on whose board it stands; null where it is on nobody's.</summary>
    public GroupId? Group { get; private set; }

    /// <summary>First day; null while nobody said.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>The day it is to be shown; null while nobody said.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>How far it is.</summary>
    public ProjectState State { get; private set; } = ProjectState.Draft;

    /// <summary>Since when it is in that state, UTC.</summary>
    public DateTime StateSince { get; private set; } = createdAt;

    /// <summary>Who accepted it or sent it back; empty before.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>What they wrote to the team; empty for nothing.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Is it still being worked on, or waited for?</summary>
    public bool IsOpen => State is ProjectState.Draft or ProjectState.Proposed or ProjectState.Active;

    /// <summary>Writes it anew.</summary>
    public void Write(string question, string product, string evidence)
    {
        Open();
        (Question, Product, Evidence) = (question, product, evidence);
        Version++;
    }

    /// <summary>Says on whose board it stands and from when until when it goes.</summary>
    public void Plan(GroupId? group, DateOnly? startsOn, DateOnly? dueOn)
    {
        Open();
        if (startsOn > dueOn) throw new ArgumentException("A project ends after it starts.", nameof(dueOn));
        (Group, StartsOn, DueOn) = (group, startsOn, dueOn);
        Version++;
    }

    /// <summary>Its team, its aims or its parts changed: whoever has it open is told.</summary>
    public void Touch() => Version++;

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Question, Product, Evidence, Answer) = ("", "", "", "");
        Version++;
    }

    /// <summary>Asks an educator to accept it.</summary>
    public void Propose(DateTime at) => Move(ProjectState.Proposed, at, ProjectState.Draft);

    /// <summary>Takes it back, or sends it back, to be written on.</summary>
    public void SendBack(PersonId by, string answer, DateTime at)
    {
        Move(ProjectState.Draft, at, ProjectState.Proposed);
        (DecidedBy, Answer) = (by, answer);
    }

    /// <summary>An educator accepts it.</summary>
    public void Accept(PersonId by, string answer, DateTime at)
    {
        Move(ProjectState.Active, at, ProjectState.Draft, ProjectState.Proposed);
        (DecidedBy, Answer) = (by, answer);
    }

    /// <summary>It was shown.</summary>
    public void Show(DateTime at) => Move(ProjectState.Shown, at, ProjectState.Active);

    /// <summary>It ends without a showing.</summary>
    public void End(DateTime at) => Move(ProjectState.Ended, at, ProjectState.Draft, ProjectState.Proposed, ProjectState.Active);

    /// <summary>It goes on after all.</summary>
    public void Resume(DateTime at) => Move(ProjectState.Active, at, ProjectState.Shown, ProjectState.Ended);

    private void Open()
    {
        if (!IsOpen) throw new InvalidOperationException($"A project that is {State} does not change so.");
    }

    private void Move(ProjectState to, DateTime at, params ReadOnlySpan<ProjectState> from)
    {
        if (!from.Contains(State)) throw new InvalidOperationException($"A project that is {State} does not become {to}.");
        (State, StateSince) = (to, Instant.Utc(at));
        Version++;
    }
}
