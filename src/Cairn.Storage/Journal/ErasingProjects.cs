using Cairn.Learning;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Journal;

/// <summary>Projects in an erasure: what a learner did alone loses its words; of a team's the words stay the team's, and those that name the learner go.</summary>
internal static class ErasingProjects
{
    /// <summary>What the journal does not list by learner.</summary>
    public static IReadOnlyList<Type> Types { get; } = [typeof(Project), typeof(Deliverable), typeof(Exhibition)];

    /// <summary>The ids that the journal names the rows by whose words go.</summary>
    public static IReadOnlySet<Guid> Rows(Db db, LearnerId learner, Needles needles)
    {
        var (projects, parts) = Found(db, learner, needles);
        // An exhibition goes by the id of its project.
        return projects.Select(one => one.Id.Value).Concat(parts.Select(one => RowBytes.Of(db, typeof(Deliverable)).IdOf(one))).ToHashSet();
    }

    /// <summary>Takes the words out, and what the learner was to show.</summary>
    public static void Remove(Db db, LearnerId learner, Needles needles)
    {
        var (projects, parts) = Found(db, learner, needles);
        foreach (var project in projects) project.Erase();
        db.RemoveRange(parts);
        db.RemoveRange(db.ProjectAims.Where(one => one.Learner == learner));
        db.RemoveRange(db.PanelRatings.Where(one => one.Learner == learner));
        var ids = projects.ConvertAll(one => one.Id);
        foreach (var one in db.Exhibitions.Where(one => ids.Contains(one.Project)).ToList()) one.Erase();
        db.SaveChanges();
    }

    private static (List<Project> Projects, List<Deliverable> Parts) Found(Db db, LearnerId learner, Needles needles)
    {
        var projects = db.Projects.Where(one => db.ProjectMembers.Any(member => member.Project == one.Id && member.Learner == learner)).ToList();
        var ids = projects.ConvertAll(one => one.Id);
        var shared = db.ProjectMembers.Where(one => ids.Contains(one.Project) && one.Learner != learner).Select(one => one.Project).ToHashSet();
        var parts = db.Deliverables.Where(one => ids.Contains(one.Project)).ToList();
        return (projects.FindAll(one => !shared.Contains(one.Id) || new[] { one.Question, one.Product, one.Evidence, one.Answer }.Any(needles.AreIn)),
            parts.FindAll(one => !shared.Contains(one.Project) || needles.AreIn(one.Title)));
    }
}
