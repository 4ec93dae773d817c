using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Badges;

/// <summary>The groups whose badges an educator looks after.</summary>
public partial class ListGroups
{
    /// <summary>The groups, by name.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/groups", Show).For(Who.Educators);

    private static RazorComponentResult<ListGroups> Show(Visit visit, Words words)
    {
        var led = visit.Scope.GroupsLed().Select(one => one.Id).ToHashSet();
        return new(new { Groups = (IReadOnlyList<LearningGroup>)[.. visit.Scope.Groups().Where(one => one.EndedAt is null && (led.Contains(one.Id) || BadgesDoor.PartOf(visit, one.Id.Value) is not null)).OrderBy(one => one.Name, StringComparer.Create(words.Culture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering))] }) { PreventStreamingRendering = true };
    }
}
