using System.Globalization;
using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>A draft: its areas and competencies, the portrait, and what to do with it. A large one is shown area by area.</summary>
public partial class ShowDraft
{
    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>Was something just saved?</summary>
    [Parameter] public bool IsSaved { get; set; }

    /// <summary>The area that is opened; null for the draft as a whole.</summary>
    [Parameter] public Area? Area { get; set; }

    /// <summary>The page of that area, from 1.</summary>
    [Parameter] public int Page { get; set; } = 1;

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("/frameworks/{id:guid}", Show);

    private static IResult? Show(Guid id, Visit visit, string? saved = null, string? area = null, string? page = null)
    {
        if (Draft.Find(visit, id) is { } draft)
        {
            var opened = Guid.TryParse(area, out var wanted) ? draft.Content.Areas.FirstOrDefault(one => one.Id.Value == wanted) : null;
            if (area is not null && opened is null) return null;
            var at = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
            return new RazorComponentResult<ShowDraft>(new { Draft = draft, IsSaved = saved is not null, Area = opened, Page = opened is null ? 1 : Math.Clamp(at, 1, PagesOf(draft, opened)) }) { PreventStreamingRendering = true };
        }

        // A draft that was adopted or dropped meanwhile: back to where the versions are.
        return visit.Db.Frameworks.AsNoTracking().Any(one => one.Id == new FrameworkId(id)) ? Results.Redirect(Door.Path) : null;
    }

    private FrameworkContent Content => Draft.Content;

    /// <summary>The areas that are shown with what stands in them: all of a small draft, or the one that is opened.</summary>
    private IEnumerable<Area> Whole => Area is { } one ? [one] : Draft.IsLarge ? [] : Content.Areas;

    private ILookup<AreaId, Competency> Competencies => field ??= Content.Competencies.ToLookup(one => one.Area);

    private IEnumerable<(Area Area, int Count)> Overfull =>
        Content.Areas.Where(one => one is { IsActive: true, PriorityCap: not null }).Select(one => (one, Content.PrioritiesOf(one))).Where(one => one.Item2 > one.one.PriorityCap);

    private static int PagesOf(Draft draft, Area area) => Math.Max(1, (draft.Content.Competencies.Count(one => one.Area == area.Id) + Draft.MostOnAPage - 1) / Draft.MostOnAPage);

    /// <summary>What stands in an area; of one that is opened, the page.</summary>
    private IEnumerable<Competency> ShownIn(Area area) => Area is null ? Competencies[area.Id] : Competencies[area.Id].Skip((Page - 1) * Draft.MostOnAPage).Take(Draft.MostOnAPage);

    /// <summary>Relative to this page, and by number: a page of many stays light.</summary>
    private string OfCompetency(Competency one) => $"{Content.Framework.Id.Value:N}/competencies/{one.Number}";
}
