namespace Cairn.Learning.Projects;

/// <summary>With whom a task of the bank is shared.</summary>
public enum TaskSharing
{
    /// <summary>With nobody.</summary>
    Own = 0,

    /// <summary>With the educators of a school.</summary>
    School = 1,

    /// <summary>With every educator of the district.</summary>
    District = 2,
}

/// <summary>A task that can be given to learners at different stages at once: its aims name competencies and no stage. Who takes it takes a
/// copy: a copy that changes never changes the bank, and the bank never changes a copy.</summary>
public sealed class BankTask(BankTaskId id, PersonId owner, DateTime createdAt)
{
    /// <summary>Its id.</summary>
    public BankTaskId Id { get; private set; } = id;

    /// <summary>Who keeps it: nobody else changes it.</summary>
    public PersonId Owner { get; private set; } = owner;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>Its title, or its question.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is to be done, and what will show the learning.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What comes of it.</summary>
    public string Product { get; private set; } = "";

    /// <summary>With whom it is shared.</summary>
    public TaskSharing Sharing { get; private set; }

    /// <summary>With which school; null where with none or all.</summary>
    public OrganizationId? School { get; private set; }

    /// <summary>The task it is a copy of; null where it is none.</summary>
    public BankTaskId? CopyOf { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes it anew.</summary>
    public void Write(string title, string text, string product)
    {
        (Title, Text, Product) = (title, text, product);
        Version++;
    }

    /// <summary>Says with whom it is shared. Throws where a school is asked for and none is named.</summary>
    public void Share(TaskSharing sharing, OrganizationId? school)
    {
        if (sharing == TaskSharing.School && school is null) throw new ArgumentException("Name the school.", nameof(school));
        (Sharing, School) = (sharing, sharing == TaskSharing.School ? school : null);
        Version++;
    }

    /// <summary>A copy for somebody, shared with nobody.</summary>
    public BankTask Clone(BankTaskId id, PersonId owner, DateTime at) => new(id, owner, at) { Title = Title, Text = Text, Product = Product, CopyOf = Id };

    /// <summary>Does an educator see it, who keeps it or works at these schools?</summary>
    public bool IsSeenBy(PersonId educator, IReadOnlyCollection<OrganizationId> schools) =>
        Owner == educator || Sharing == TaskSharing.District || (Sharing == TaskSharing.School && School is { } school && schools.Contains(school));
}

/// <summary>What a task of the bank can show; at which stage, the learner says who gets it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Competency">The competency.</param>
public sealed record BankTaskAim(BankTaskId Task, CompetencyId Competency);

/// <summary>A task as a group got it: a copy of its words on that day. Whoever joins the group while it is given, gets it too.</summary>
public sealed class TaskAssignment(TaskAssignmentId id, BankTaskId task, GroupId group, PersonId by, string title, string text, string product, DateOnly? dueOn, DateTime assignedAt)
{
    /// <summary>Its id.</summary>
    public TaskAssignmentId Id { get; private set; } = id;

    /// <summary>The task it was copied from.</summary>
    public BankTaskId Task { get; private set; } = task;

    /// <summary>Which group got it.</summary>
    public GroupId Group { get; private set; } = group;

    /// <summary>Who gave it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>The title, as it was given or written anew for the group.</summary>
    public string Title { get; private set; } = title;

    /// <summary>What is to be done, as it was given or written anew.</summary>
    public string Text { get; private set; } = text;

    /// <summary>What comes of it, as it was given or written anew.</summary>
    public string Product { get; private set; } = product;

    /// <summary>By which day; null for none.</summary>
    public DateOnly? DueOn { get; private set; } = dueOn;

    /// <summary>When it was given, UTC.</summary>
    public DateTime AssignedAt { get; private set; } = assignedAt;

    /// <summary>Since when nobody who joins gets it any more, UTC; null while they do.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes it anew for the group, and says by when it is due. The bank's task stays as it is.</summary>
    public void Change(string title, string text, string product, DateOnly? dueOn)
    {
        (Title, Text, Product, DueOn) = (title, text, product, dueOn);
        Version++;
    }

    /// <summary>Who joins from now on does not get it; who has it keeps it.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Who joins gets it, and so does who joined meanwhile.</summary>
    public void Resume()
    {
        EndedAt = null;
        Version++;
    }
}

/// <summary>What an assignment is to show.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Competency">The competency.</param>
public sealed record TaskAssignmentAim(TaskAssignmentId Assignment, CompetencyId Competency);

/// <summary>The project that a learner got from an assignment: each gets it once, whatever becomes of it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Learner">Who.</param>
/// <param name="Project">Their project.</param>
public sealed record AssignedProject(TaskAssignmentId Assignment, LearnerId Learner, ProjectId Project);
