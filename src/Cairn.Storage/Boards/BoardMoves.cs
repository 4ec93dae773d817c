using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Boards;

/// <summary>
/// Who is on what: each change of a board, and how it is undone. What is asked for is looked up in the turn itself, with the rights of that
/// moment; null says that it is not there, or not for whoever asks.
/// </summary>
public static class BoardMoves
{
    /// <summary>Puts a learner on a project of the group's board; they join its team where they are not in it.</summary>
    /// <returns>The project they were put on before, empty for none, and whether they joined the team by this.</returns>
    public static (ProjectId Before, bool HasJoined)? PutOn(WriteTurn turn, Scope scope, GroupId group, LearnerId learner, ProjectId project, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsHere(scope, group, learner) || turn.Db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == project && one.Group == group) is not { IsOpen: true }) return null;
        var hasJoined = !turn.Db.ProjectMembers.Any(one => one.Project == project && one.Learner == learner);
        if (hasJoined) turn.Db.Add(new ProjectMember(project, learner, today));
        var before = Focus(turn, group, learner, project);
        turn.Db.SaveChanges();
        return (before, hasJoined);
    }

    /// <summary>A learner says themself which of their own projects they are on now; nobody joins a team by that.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks: may they plan with the learner?</param>
    /// <param name="learner">Who is on it.</param>
    /// <param name="project">On what: a project that goes on, on the board of a group the learner is in today, with them in its team.</param>
    /// <returns>False where it is not there, or not theirs.</returns>
    public static bool SayOn(WriteTurn turn, Scope scope, LearnerId learner, ProjectId project)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Plan) || turn.Db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == project) is not { State: ProjectState.Active, Group: { } group }
            || !turn.Db.ProjectMembers.Any(one => one.Project == project && one.Learner == learner) || !scope.GroupsOf(learner).Any(one => one.Id == group)) return false;
        // Whoever says it twice is on it since the first time.
        if (!turn.Db.Focuses.Any(one => one.Group == group && one.Learner == learner && one.Project == project)) Focus(turn, group, learner, project);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Puts a learner back on what they were on, empty for nothing; whoever joined a team today by mistake leaves it again.</summary>
    public static bool PutBack(WriteTurn turn, Scope scope, GroupId group, LearnerId learner, ProjectId back, ProjectId? leave, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!IsHere(scope, group, learner)) return false;
        if (back != default && turn.Db.ProjectMembers.Any(one => one.Project == back && one.Learner == learner)) Focus(turn, group, learner, back);
        else turn.Db.RemoveRange(turn.Db.Focuses.Where(one => one.Group == group && one.Learner == learner));
        if (leave is { } left) turn.Db.RemoveRange(turn.Db.ProjectMembers.Where(one => one.Project == left && one.Learner == learner && one.Since == today
            && turn.Db.Projects.Any(project => project.Id == left && project.Group == group)));
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>A line of work begins with a question and one learner; its product may be said later.</summary>
    public static ProjectId? Start(WriteTurn turn, Scope scope, GroupId group, LearnerId learner, string question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!IsHere(scope, group, learner)) return null;
        var by = new PersonId(scope.Actor.Person);
        var project = new Project(new ProjectId(Guid.CreateVersion7()), by, question, "", turn.Now);
        project.Plan(group, today, null);
        project.Accept(by, "", turn.Now);
        turn.Db.Add(project);
        turn.Db.SaveChanges();
        turn.Db.Add(new ProjectMember(project.Id, learner, today));
        Focus(turn, group, learner, project.Id);
        turn.Db.SaveChanges();
        return project.Id;
    }

    /// <summary>Takes away what was begun by mistake, where nothing came of it yet; false where something did.</summary>
    public static bool NotStarted(WriteTurn turn, Scope scope, GroupId group, ProjectId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var (db, by) = (turn.Db, new PersonId(scope.Actor.Person));
        if (Open(turn, scope, group, id) is not { State: ProjectState.Active } project || project.ProposedBy != by || project.DecidedBy != by) return false;
        var experience = new ExperienceId(id.Value);
        if (project.Version > 3 || db.ProjectAims.Any(one => one.Project == id) || db.Deliverables.Any(one => one.Project == id) || db.CheckIns.Any(one => one.Project == id)
            || db.Hands.Any(one => one.Project == id) || db.Evidence.Any(one => one.Experience == experience) || db.ProjectMembers.Count(one => one.Project == id) > 1) return false;
        db.RemoveRange(db.Focuses.Where(one => one.Project == id));
        db.RemoveRange(db.ProjectMembers.Where(one => one.Project == id));
        db.SaveChanges();
        db.Remove(project);
        db.SaveChanges();
        return true;
    }

    /// <summary>A project was shown, or ended without; or it goes on after all.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="group">On whose board.</param>
    /// <param name="id">The project.</param>
    /// <param name="to">Shown, Ended or Active.</param>
    /// <param name="seen">The version that was before whoever asks; null where it does not matter.</param>
    /// <returns>Its version after that; null where it is not there; 0 where somebody else changed it meanwhile.</returns>
    public static int? Move(WriteTurn turn, Scope scope, GroupId group, ProjectId id, ProjectState to, int? seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (Open(turn, scope, group, id) is not { } project) return null;
        var fits = to == ProjectState.Active ? project.State is ProjectState.Shown or ProjectState.Ended : to == ProjectState.Shown ? project.State == ProjectState.Active : project.IsOpen;
        if (!fits || (seen is { } version && version != project.Version)) return 0;
        if (to == ProjectState.Shown) project.Show(turn.Now);
        else if (to == ProjectState.Ended) project.End(turn.Now);
        else project.Resume(turn.Now);
        turn.Db.SaveChanges();
        return project.Version;
    }

    /// <summary>May whoever asks plan with a learner, who is in the group?</summary>
    public static bool IsHere(Scope scope, GroupId group, LearnerId learner) =>
        scope.BoardOf(group) is not null && scope.May(learner, Rights.Plan) && scope.LearnersOf(group).Any(one => one.Id == learner);

    // Of a project of the group's board, where they plan with somebody of its team, or with the group where nobody is in it.
    private static Project? Open(WriteTurn turn, Scope scope, GroupId group, ProjectId id)
    {
        if (scope.BoardOf(group) is null || turn.Db.Projects.FirstOrDefault(one => one.Id == id && one.Group == group) is not { } project) return null;
        var team = turn.Db.ProjectMembers.AsNoTracking().Where(one => one.Project == id).Select(one => one.Learner).ToList();
        return (team.Count == 0 ? scope.PlansWith(group) : team.Exists(one => scope.May(one, Rights.Plan))) ? project : null;
    }

    private static ProjectId Focus(WriteTurn turn, GroupId group, LearnerId learner, ProjectId project)
    {
        if (turn.Db.Focuses.FirstOrDefault(one => one.Group == group && one.Learner == learner) is not { } focus)
        {
            turn.Db.Add(new Focus(group, learner, project, turn.Now));
            return default;
        }

        var before = focus.Project;
        focus.MoveTo(project, turn.Now);
        return before;
    }
}
