namespace Cairn.Learning.Projects;

/// <summary>A talk between an educator and a learner, about a project or about everything: planned for a day, then held, with notes and next steps.</summary>
public sealed class CheckIn(CheckInId id, LearnerId learner, ProjectId? project, EducatorId educator, DateOnly plannedFor)
{
    /// <summary>Its id.</summary>
    public CheckInId Id { get; private set; } = id;

    /// <summary>With whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>About what project; null for an advisory talk.</summary>
    public ProjectId? Project { get; private set; } = project;

    /// <summary>Who planned it.</summary>
    public EducatorId Educator { get; private set; } = educator;

    /// <summary>The district's day it is planned for.</summary>
    public DateOnly PlannedFor { get; private set; } = plannedFor;

    /// <summary>When it was held, UTC; null before.</summary>
    public DateTime? HeldAt { get; private set; }

    /// <summary>What was said, for learner, family and educators.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>What comes next.</summary>
    public string NextSteps { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Moves it to another day.</summary>
    public void Move(DateOnly day)
    {
        if (HeldAt is not null) throw new InvalidOperationException("A talk that was held does not move.");
        PlannedFor = day;
        Version++;
    }

    /// <summary>It was held, or what was written of it is put right.</summary>
    public void Hold(string notes, string nextSteps, DateTime at)
    {
        (HeldAt, Notes, NextSteps) = (HeldAt ?? Instant.Utc(at), notes, nextSteps);
        Version++;
    }

    /// <summary>It was said to be held by mistake: it is planned as it was. What was written of a talk stays, and so does the talk.</summary>
    /// <exception cref="InvalidOperationException">Something was written of it.</exception>
    public void NotHeld()
    {
        if (Notes.Length > 0 || NextSteps.Length > 0) throw new InvalidOperationException("A talk that was written of was held.");
        HeldAt = null;
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Notes, NextSteps) = ("", "");
        Version++;
    }
}
