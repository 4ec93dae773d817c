using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Projects;

namespace Cairn.Storage.Projects;

/// <summary>A learner of a team, as whoever asks may know them.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Name">What they are called; with more of the name where two of a team are called the same. Never the family name for families.</param>
/// <param name="IsKnown">May the asker read this learner's record? Of everybody else there is the name, and nothing more.</param>
public sealed record TeamMember(LearnerId Learner, string Name, bool IsKnown);

/// <summary>A project in a list.</summary>
/// <param name="Project">The project.</param>
/// <param name="Team">Its team, by name.</param>
public sealed record ProjectLine(Project Project, IReadOnlyList<TeamMember> Team);

/// <summary>What an asker may do to a project.</summary>
/// <param name="Write">Write it, plan it, change its parts.</param>
/// <param name="Decide">Accept it, send it back, end it, take it up again.</param>
/// <param name="IsOfTeam">Is the asker in its team?</param>
public sealed record ProjectRights(bool Write, bool Decide, bool IsOfTeam);

/// <summary>A project with all that the asker may see of it: of team-mates whose record they may not read, the name alone.</summary>
/// <param name="Project">The project.</param>
/// <param name="Team">Its team, by name.</param>
/// <param name="Rights">What the asker may do to it.</param>
public sealed record ProjectView(Project Project, IReadOnlyList<TeamMember> Team, ProjectRights Rights)
{
    /// <summary>What it is to show, of learners whom the asker may read.</summary>
    public IReadOnlyList<ProjectAim> Aims { get; init; } = [];

    /// <summary>Its parts, in order.</summary>
    public IReadOnlyList<Deliverable> Parts { get; init; } = [];

    /// <summary>Talks about it with learners whom the asker may read, the next first and then the newest.</summary>
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];

    /// <summary>Evidence of it, of learners whom the asker may read, newest first, with its words.</summary>
    public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Evidence { get; init; } = [];

    /// <summary>The name of the group on whose board it stands; empty for none.</summary>
    public string GroupName { get; init; } = "";

    /// <summary>Who accepted it or sent it back, by name; empty where nobody did.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>Has it aims of learners whom the asker may not read? Then it is not theirs to accept.</summary>
    public bool HasHiddenAims { get; init; }
}

/// <summary>What somebody writes of a project.</summary>
/// <param name="Question">The question.</param>
/// <param name="Product">What is to be made.</param>
/// <param name="Evidence">What will show the learning.</param>
public sealed record ProjectDraft(string Question, string Product, string Evidence)
{
    /// <summary>On whose board it stands; null for nobody's.</summary>
    public GroupId? Group { get; init; }

    /// <summary>First day; null for none.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The day it is shown; null for none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The team as it is to be; null where it stays.</summary>
    public IReadOnlyList<LearnerId>? Team { get; init; }

    /// <summary>What it is to show of learners in <see cref="AimsOf"/>; the project is set when it is stored.</summary>
    public IReadOnlyList<ProjectAim> Aims { get; init; } = [];

    /// <summary>Is an educator asked to accept it, at once?</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whose aims are said here: those of others stay.</summary>
    public IReadOnlyList<LearnerId> AimsOf { get; init; } = [];
}

/// <summary>What came of a change.</summary>
public enum ProjectOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such project for whoever asks, or it is not theirs to change so.</summary>
    NotThere,

    /// <summary>Somebody changed it since it was read.</summary>
    Overtaken,

    /// <summary>It is in a state in which that cannot be done.</summary>
    NotNow,

    /// <summary>It is to show something of a learner who is out of the asker's reach.</summary>
    OutOfReach,
}
