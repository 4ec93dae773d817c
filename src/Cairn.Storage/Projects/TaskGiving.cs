using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage.Standings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>
/// Gives tasks to whoever is in a group that has them and has them not: on the day they are given, and to whoever joins later. Each learner
/// gets a project of their own, at their own stage; however often it is looked for, they get it once.
/// </summary>
/// <param name="frameworks">The frameworks in force: where a learner stands is said in them.</param>
public sealed class TaskGiving(IReadOnlyList<FrameworkInForce> frameworks)
{
    /// <summary>Has anybody yet to get something, on a day?</summary>
    public static bool IsDue(Db db, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return Missing(db, today).Any();
    }

    /// <summary>Gives all that is due on a day; how many learners got something.</summary>
    public int Give(WriteTurn turn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var due = Missing(turn.Db, today).ToList().DistinctBy(one => (one.Given.Id, one.Learner)).ToList();
        foreach (var (given, id) in due)
        {
            var learner = turn.Db.Learners.AsNoTracking().Single(one => one.Id == id);
            var project = new Project(new ProjectId(Guid.CreateVersion7()), given.By, given.Title, given.Product, turn.Now);
            project.Write(given.Title, given.Product, given.Text);
            project.Plan(given.Group, today <= given.DueOn || given.DueOn is null ? today : null, given.DueOn);
            project.Accept(given.By, "", turn.Now);
            turn.Db.Add(project);
            turn.Db.SaveChanges();
            turn.Db.Add(new ProjectMember(project.Id, id, today));
            turn.Db.AddRange(turn.Db.TaskAssignmentAims.AsNoTracking().Where(one => one.Assignment == given.Id).ToList().Select(one => new ProjectAim(project.Id, id, one.Competency, StageOf(turn.Db, learner, one.Competency), "")));
            turn.Db.Add(new AssignedProject(given.Id, id, project.Id));
            turn.Db.SaveChanges();
        }

        return due.Count;
    }

    // Of learners who are here, in a group that has a task, and have it not.
    private static IEnumerable<(TaskAssignment Given, LearnerId Learner)> Missing(Db db, DateOnly today) =>
        (from given in db.TaskAssignments.AsNoTracking()
         where given.EndedAt == null
         join enrollment in db.Enrollments.AsNoTracking() on given.Group equals enrollment.Group
         where enrollment.From <= today && (enrollment.Until == null || enrollment.Until >= today)
             && db.Learners.Any(one => one.Id == enrollment.Learner && one.EndedAt == null)
             && !db.AssignedProjects.Any(one => one.Assignment == given.Id && one.Learner == enrollment.Learner)
         select new { given, enrollment.Learner }).AsEnumerable().Select(one => (one.given, one.Learner));

    internal int? StageOf(Db db, Learner learner, CompetencyId competency)
    {
        foreach (var framework in frameworks)
        {
            if (framework.Content.Find(competency) is not { } found) continue;
            var id = framework.Content.Framework.Id;
            var standing = db.Standings.AsNoTracking().FirstOrDefault(one => one.Learner == learner.Id && one.Framework == id);
            int? stage = null;
            // Of several stages that are open the highest is the learner's.
            foreach (var cell in Cell.Read(standing?.Cells ?? framework.UntouchedCells(framework.RulesFor(learner.Place))))
                if (cell.Number == found.Number) stage = cell.Stage;
            return stage;
        }

        return null;
    }
}
