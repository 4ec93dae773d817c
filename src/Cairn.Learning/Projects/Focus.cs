namespace Cairn.Learning.Projects;

/// <summary>What a learner is on now, on the board of one group: said in a tap by an educator of theirs. Who is in the team of several
/// projects is on one of them.</summary>
public sealed class Focus(GroupId group, LearnerId learner, ProjectId project, DateTime since)
{
    /// <summary>On whose board.</summary>
    public GroupId Group { get; private set; } = group;

    /// <summary>Who.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>On what.</summary>
    public ProjectId Project { get; private set; } = project;

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; private set; } = since;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>They are on another now.</summary>
    public void MoveTo(ProjectId project, DateTime at)
    {
        (Project, Since) = (project, Instant.Utc(at));
        Version++;
    }
}
