using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>A task as a group got it, and who has it.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Learners">How many learners have it.</param>
/// <param name="Aims">What it is to show.</param>
public sealed record GivenTask(TaskAssignment Assignment, string Group, int Learners, IReadOnlyList<CompetencyId> Aims);

/// <summary>How a task that a group has is to be from now on.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Product">What comes of it.</param>
/// <param name="DueOn">By which day; null for none.</param>
/// <param name="Aims">What it is to show.</param>
/// <param name="IsOpen">Does whoever joins the group later get it?</param>
public sealed record TaskChange(string Title, string Text, string Product, DateOnly? DueOn, IReadOnlyCollection<CompetencyId> Aims, bool IsOpen);

/// <summary>Changes a task that a group has: the bank's stays as it is, and so does what a team wrote anew for itself.</summary>
public static class TaskChanges
{
    /// <summary>Changes it for the group, for those who have it and work on it, and for who joins later.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="giving">Says at which stage a learner is.</param>
    /// <param name="task">The task it was copied from.</param>
    /// <param name="id">The assignment.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="to">How it is to be.</param>
    public static ProjectOutcome Change(WriteTurn turn, Scope scope, TaskGiving giving, BankTaskId task, TaskAssignmentId id, int seen, TaskChange to)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(giving);
        ArgumentNullException.ThrowIfNull(to);
        var db = turn.Db;
        if (!scope.Actor.IsEducator || !scope.Actor.MayWrite || db.TaskAssignments.FirstOrDefault(one => one.Id == id && one.Task == task) is not { } given || scope.Groups().All(one => one.Id != given.Group)) return ProjectOutcome.NotThere;
        if (scope.LearnersOf(given.Group).Select(one => one.Id).ToList().Exists(one => !scope.May(one, Rights.Plan | Rights.Judge))) return ProjectOutcome.OutOfReach;
        if (given.Version != seen) return ProjectOutcome.Overtaken;
        if (to.IsOpen && given.EndedAt is not null && db.TaskAssignments.Any(one => one.Task == task && one.Group == given.Group && one.EndedAt == null)) return ProjectOutcome.NotNow;
        var stand = db.TaskAssignmentAims.Where(one => one.Assignment == id).ToList();
        List<CompetencyId> added = [.. to.Aims.Distinct().Where(one => !stand.Exists(each => each.Competency == one))], gone = [.. stand.Select(one => one.Competency).Where(one => !to.Aims.Contains(one))];
        foreach (var one in db.AssignedProjects.AsNoTracking().Where(one => one.Assignment == id).ToList())
            if (scope.May(one.Learner, Rights.Plan) && db.Projects.FirstOrDefault(each => each.Id == one.Project) is { IsOpen: true } project) Change(db, giving, given, one.Learner, project, to, added, gone);
        db.RemoveRange(stand.Where(one => gone.Contains(one.Competency)));
        db.AddRange(added.Select(one => new TaskAssignmentAim(id, one)));
        given.Change(to.Title, to.Text, to.Product, to.DueOn);
        if (to.IsOpen) given.Resume();
        else given.End(turn.Now);
        db.SaveChanges();
        giving.Give(turn, scope.Today);
        return ProjectOutcome.Done;
    }

    // What a team changed for itself stays theirs.
    private static void Change(Db db, TaskGiving giving, TaskAssignment given, LearnerId learner, Project project, TaskChange to, List<CompetencyId> added, List<CompetencyId> gone)
    {
        if ((project.Question, project.Product, project.Evidence) == (given.Title, given.Product, given.Text)) project.Write(to.Title, to.Product, to.Text);
        if (project.DueOn == given.DueOn) project.Plan(project.Group, project.StartsOn <= to.DueOn || to.DueOn is null ? project.StartsOn : null, to.DueOn);
        var aims = db.ProjectAims.Where(one => one.Project == project.Id && one.Learner == learner).ToList();
        db.RemoveRange(aims.Where(one => one.Because.Length == 0 && gone.Contains(one.Competency)));
        var who = db.Learners.AsNoTracking().Single(one => one.Id == learner);
        db.AddRange(added.Where(one => !aims.Exists(each => each.Competency == one)).Select(one => new ProjectAim(project.Id, learner, one, giving.StageOf(db, who, one), "")));
        project.Touch();
    }
}
