using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>A task of the bank, with what it can show, who keeps it and to whom it was given.</summary>
/// <param name="Task">The task.</param>
/// <param name="Aims">The competencies it can show.</param>
/// <param name="Owner">The name of who keeps it.</param>
public sealed record BankTaskView(BankTask Task, IReadOnlyList<CompetencyId> Aims, string Owner)
{
    /// <summary>Groups of the asker's that it was given to, newest first.</summary>
    public IReadOnlyList<GivenTask> Given { get; init; } = [];
}

/// <summary>The bank of tasks, as an educator sees it: their own, and what is shared with their school or the district.</summary>
public static class TaskBank
{
    /// <summary>The schools that an educator works at: those of their groups, and those they lead.</summary>
    public static IReadOnlyList<OrganizationId> SchoolsOf(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return [.. scope.Groups().Select(one => one.Organization).Concat(scope.Schools().Select(one => one.Id)).Distinct()];
    }

    /// <summary>The tasks that the asker sees, by title; none for who is no educator.</summary>
    public static IReadOnlyList<BankTaskView> Of(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var (self, schools) = (new PersonId(scope.Actor.Person), SchoolsOf(scope));
        var aims = db.BankTaskAims.AsNoTracking().ToList().ToLookup(one => one.Task, one => one.Competency);
        var names = db.Educators.AsNoTracking().ToDictionary(one => one.Id.Value, one => one.DisplayName);
        return [.. db.BankTasks.AsNoTracking().ToList().Where(one => one.IsSeenBy(self, schools)).OrderBy(one => one.Title, StringComparer.CurrentCulture)
            .Select(one => new BankTaskView(one, [.. aims[one.Id]], names.GetValueOrDefault(one.Owner.Value, "")))];
    }

    /// <summary>One task; null where the asker does not see it.</summary>
    public static BankTaskView? Find(Db db, Scope scope, BankTaskId id)
    {
        if (Of(db, scope).FirstOrDefault(one => one.Task.Id == id) is not { } found) return null;
        var groups = scope.Groups().ToDictionary(one => one.Id, one => one.Name);
        var given = db.TaskAssignments.AsNoTracking().Where(one => one.Task == id).ToList().Where(one => groups.ContainsKey(one.Group)).OrderByDescending(one => one.AssignedAt);
        var aims = db.TaskAssignmentAims.AsNoTracking().Where(one => db.TaskAssignments.Any(each => each.Id == one.Assignment && each.Task == id)).ToList().ToLookup(one => one.Assignment, one => one.Competency);
        return found with { Given = [.. given.Select(one => new GivenTask(one, groups[one.Group], db.AssignedProjects.Count(each => each.Assignment == one.Id), [.. aims[one.Id]]))] };
    }

    /// <summary>Writes a new task of the asker's, or one of theirs anew.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="id">The task; null for a new one.</param>
    /// <param name="seen">The version that was seen; 0 for a new one.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="aims">What it can show.</param>
    /// <param name="fresh">The id of a new one: made once, however often its form is sent.</param>
    public static (ProjectOutcome Outcome, BankTaskId Id) Save(WriteTurn turn, Scope scope, BankTaskId? id, int seen, Action<BankTask> write, IReadOnlyCollection<CompetencyId> aims, BankTaskId? fresh = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(write);
        var self = new PersonId(scope.Actor.Person);
        if (!scope.Actor.IsEducator || !scope.Actor.MayWrite) return (ProjectOutcome.NotThere, default);
        if (id is null && fresh is { } made && turn.Db.BankTasks.Any(one => one.Id == made)) return (ProjectOutcome.Done, made);
        var task = id is { } known ? turn.Db.BankTasks.FirstOrDefault(one => one.Id == known && one.Owner == self) : new BankTask(fresh ?? new BankTaskId(Guid.CreateVersion7()), self, turn.Now);
        if (task is null) return (ProjectOutcome.NotThere, default);
        if (id is not null && task.Version != seen) return (ProjectOutcome.Overtaken, task.Id);
        write(task);
        if (id is null) turn.Db.Add(task);
        turn.Db.SaveChanges();
        var stand = turn.Db.BankTaskAims.Where(one => one.Task == task.Id).ToList();
        turn.Db.RemoveRange(stand.Where(one => !aims.Contains(one.Competency)));
        turn.Db.AddRange(aims.Distinct().Where(one => !stand.Exists(each => each.Competency == one)).Select(one => new BankTaskAim(task.Id, one)));
        turn.Db.SaveChanges();
        return (ProjectOutcome.Done, task.Id);
    }

    /// <summary>Takes a copy of a task that the asker sees; null where they do not.</summary>
    public static BankTaskId? Clone(WriteTurn turn, Scope scope, BankTaskId id, BankTaskId? copyId = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (Find(turn.Db, scope, id) is not { } found) return null;
        if (copyId is { } made && turn.Db.BankTasks.Any(one => one.Id == made)) return made;
        var copy = found.Task.Clone(copyId ?? new BankTaskId(Guid.CreateVersion7()), new PersonId(scope.Actor.Person), turn.Now);
        turn.Db.Add(copy);
        turn.Db.SaveChanges();
        turn.Db.AddRange(found.Aims.Select(one => new BankTaskAim(copy.Id, one)));
        turn.Db.SaveChanges();
        return copy.Id;
    }

    /// <summary>Gives a task to a group of the asker's, as it is now; whoever is in it has it at once.</summary>
    public static ProjectOutcome Assign(WriteTurn turn, Scope scope, TaskGiving giving, BankTaskId id, GroupId group, DateOnly? dueOn, TaskAssignmentId? own = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(giving);
        if (Find(turn.Db, scope, id) is not { } found || scope.Groups().All(one => one.Id != group)) return ProjectOutcome.NotThere;
        // Who gives a task to a group plans with its learners.
        if (scope.LearnersOf(group).Select(one => one.Id).ToList() is var learners && !learners.TrueForAll(one => scope.May(one, Rights.Plan | Rights.Judge))) return ProjectOutcome.OutOfReach;
        if (own is { } made && turn.Db.TaskAssignments.Any(one => one.Id == made)) return ProjectOutcome.Done;
        if (turn.Db.TaskAssignments.Any(one => one.Task == id && one.Group == group && one.EndedAt == null)) return ProjectOutcome.NotNow;
        var task = found.Task;
        var given = new TaskAssignment(own ?? new TaskAssignmentId(Guid.CreateVersion7()), id, group, new PersonId(scope.Actor.Person), task.Title, task.Text, task.Product, dueOn, turn.Now);
        turn.Db.Add(given);
        turn.Db.SaveChanges();
        turn.Db.AddRange(found.Aims.Select(one => new TaskAssignmentAim(given.Id, one)));
        turn.Db.SaveChanges();
        giving.Give(turn, scope.Today);
        return ProjectOutcome.Done;
    }

    /// <summary>Whoever joins from now on does not get it; who has it keeps it.</summary>
    public static ProjectOutcome End(WriteTurn turn, Scope scope, BankTaskId task, TaskAssignmentId id)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.TaskAssignments.FirstOrDefault(one => one.Id == id && one.Task == task) is not { } given || scope.Groups().All(one => one.Id != given.Group) || !scope.Actor.IsEducator || !scope.Actor.MayWrite) return ProjectOutcome.NotThere;
        given.End(turn.Now);
        turn.Db.SaveChanges();
        return ProjectOutcome.Done;
    }
}
