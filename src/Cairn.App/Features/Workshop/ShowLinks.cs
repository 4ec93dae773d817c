using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>The typed links of a draft, and its prerequisites as a drawing.</summary>
public partial class ShowLinks
{
    private const int ShownAPage = 50;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The page of the list, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    private IReadOnlyList<Association> Links => Draft.Content.Associations;

    private int Pages => Math.Max(1, (Links.Count + ShownAPage - 1) / ShownAPage);

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("/frameworks/{id:guid}/links", Show);

    private static RazorComponentResult<ShowLinks>? Show(Guid id, Visit visit, string? page = null)
    {
        if (Draft.Find(visit, id) is not { } draft) return null;
        var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;
        return new(new { Draft = draft, Page = Math.Clamp(at, 1, Math.Max(1, (draft.Content.Associations.Count + ShownAPage - 1) / ShownAPage)) }) { PreventStreamingRendering = true };
    }

    /// <summary>An end by code and title, or as it is said where it lies outside.</summary>
    private string Named(Guid? part, string outside) =>
        part is not { } id || Draft.Content.NameOf(id) is not { } code ? outside
        : (Draft.Content.Find(new Cairn.Learning.CompetencyId(id))?.Title ?? Draft.Content.Targets.FirstOrDefault(one => one.Id.Value == id)?.Title) is { } title ? $"{code} {title}" : code;
}
