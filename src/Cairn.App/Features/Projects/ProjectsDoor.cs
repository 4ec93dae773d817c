using Cairn.Learning;
using Cairn.Learning.Projects;

namespace Cairn.App.Features.Projects;

/// <summary>Pages of student-led projects: proposing, accepting, doing, showing.</summary>
internal static class ProjectsDoor
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListProjects.Map(routes);
        WaitingProjects.Map(routes);
        ProposeProject.Map(routes);
        ShowProject.Map(routes);
        MoveProject.Map(routes);
        ChangeParts.Map(routes);
        PlanExhibition.Map(routes);
        RateAsEducator.Map(routes);
        RateAsGuest.Map(routes);
    }

    public static string PathOf(ProjectId id) => $"/projects/{id.Value:N}";

    /// <summary>A state in the keys of words.</summary>
    public static string Key(ProjectState state) => state switch
    {
        ProjectState.Draft => "draft",
        ProjectState.Proposed => "proposed",
        ProjectState.Active => "active",
        ProjectState.Shown => "shown",
        _ => "ended",
    };
}
