using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>A draft, whole: its areas and competencies, the portrait, and what to do with it.</summary>
public partial class ShowDraft
{
    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>Was something just saved?</summary>
    [Parameter] public bool IsSaved { get; set; }

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("/frameworks/{id:guid}", Show);

    private static IResult? Show(Guid id, Visit visit, string? saved = null)
    {
        if (Draft.Find(visit, id) is { } draft) return new RazorComponentResult<ShowDraft>(new { Draft = draft, IsSaved = saved is not null }) { PreventStreamingRendering = true };
        // A draft that was adopted or dropped meanwhile: back to where the versions are.
        return visit.Db.Frameworks.AsNoTracking().Any(one => one.Id == new FrameworkId(id)) ? Results.Redirect(Door.Path) : null;
    }

    private FrameworkContent Content => Draft.Content;

    private IEnumerable<(Area Area, int Count)> Overfull =>
        Content.Areas.Where(one => one.IsActive).Select(one => (one, Content.PrioritiesOf(one))).Where(one => one.one.PriorityCap is { } cap && one.Item2 > cap);

    /// <summary>Relative to this page, and by number: a page of many stays light.</summary>
    private string OfCompetency(Competency one) => $"{Content.Framework.Id.Value:N}/competencies/{one.Number}";
}
