using Cairn.App.Access;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Boards;

/// <summary>Whose board? Where there is one, it is opened; where there is none, the learners are.</summary>
public partial class ChooseBoard
{
    internal const string Path = "/board";

    /// <summary>The groups that the reader sees.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Show).For(Who.Educators);

    private static IResult Show(Visit visit) => visit.Scope.Groups() switch
    {
        [] => Results.Redirect("/learners"),
        [var only] => Results.Redirect(ShowBoard.PathOf(only.Id)),
        var groups => new RazorComponentResult<ChooseBoard>(new { Groups = groups }) { PreventStreamingRendering = true },
    };
}
