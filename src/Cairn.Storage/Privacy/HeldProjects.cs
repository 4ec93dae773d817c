using Cairn.Learning;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>What is held about a learner's projects: their own part of each, and nothing of who else is in the team.</summary>
/// <param name="Projects">Projects that the learner is in, oldest first.</param>
/// <param name="Since">Since which day, by project.</param>
/// <param name="Aims">What they are to show of the learner.</param>
/// <param name="Parts">Their parts.</param>
public sealed record HeldProjects(IReadOnlyList<Project> Projects, IReadOnlyDictionary<ProjectId, DateOnly> Since, IReadOnlyList<ProjectAim> Aims, IReadOnlyList<Deliverable> Parts)
{
    /// <summary>When and where they were shown.</summary>
    public IReadOnlyList<Exhibition> Exhibitions { get; init; } = [];

    /// <summary>What panels said of the learner, with who said it.</summary>
    public IReadOnlyList<(PanelRating Rating, Panelist By)> Said { get; init; } = [];

    /// <summary>None.</summary>
    public static HeldProjects None { get; } = new([], new Dictionary<ProjectId, DateOnly>(), [], []);

    internal static HeldProjects Of(Db db, LearnerId learner)
    {
        var since = db.ProjectMembers.AsNoTracking().Where(one => one.Learner == learner).ToDictionary(one => one.Project, one => one.Since);
        var mine = db.Projects.AsNoTracking().Where(one => db.ProjectMembers.Any(member => member.Project == one.Id && member.Learner == learner));
        return new HeldProjects([.. mine.ToList().OrderBy(one => one.CreatedAt)], since, [.. db.ProjectAims.AsNoTracking().Where(one => one.Learner == learner)],
            [.. db.Deliverables.AsNoTracking().Where(part => mine.Any(one => one.Id == part.Project)).ToList().OrderBy(one => one.Project.Value).ThenBy(one => one.Position)])
        {
            Exhibitions = [.. db.Exhibitions.AsNoTracking().Where(shown => mine.Any(one => one.Id == shown.Project)).ToList().OrderBy(one => one.At)],
            Said = [.. (from rating in db.PanelRatings.AsNoTracking() where rating.Learner == learner join panelist in db.Panelists.AsNoTracking() on rating.Panelist equals panelist.Id select new { rating, panelist }).ToList().OrderBy(one => one.rating.At).Select(one => (one.rating, one.panelist))],
        };
    }
}
