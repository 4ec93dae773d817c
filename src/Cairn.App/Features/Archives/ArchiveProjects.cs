using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>A learner's projects as tables of an archive: their own part of each.</summary>
internal static class ArchiveProjects
{
    public static IEnumerable<ArchiveTable> Of(HeldOfLearner held, IReadOnlyList<FrameworkInForce> frameworks)
    {
        var projects = held.Projects;
        yield return ArchiveTable.Of("projects", "id question product evidence inItSince startsOn dueOn state stateSince answer answeredBy", projects.Projects, one =>
            [one.Id.Value, one.Question, one.Product, one.Evidence, projects.Since[one.Id], one.StartsOn, one.DueOn, one.State.ToString(), one.StateSince, one.Answer, held.Names.GetValueOrDefault(one.DecidedBy.Value, "")]);
        yield return ArchiveTable.Of("projectAims", "project competency stage because", projects.Aims, one => [one.Project.Value, Code(one.Competency), one.Stage, one.Because]);
        yield return ArchiveTable.Of("projectParts", "project position title dueOn doneOn", projects.Parts, one => [one.Project.Value, one.Position, one.Title, one.DueOn, one.DoneOn]);
        yield return ArchiveTable.Of("exhibitions", "project at place audience", projects.Exhibitions, one => [one.Project.Value, one.At, one.Place, one.Audience]);
        yield return ArchiveTable.Of("panelRatings", "project competency level comment by at", projects.Said, one => [one.By.Project.Value, Code(one.Rating.Competency), one.Rating.Level, one.Rating.Comment, one.By.Name, one.Rating.At]);

        string Code(CompetencyId id) => frameworks.Select(one => one.Content.Find(id)).FirstOrDefault(one => one is not null)?.Code ?? id.Value.ToString("D");
    }
}
