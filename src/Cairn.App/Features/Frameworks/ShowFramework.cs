using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Frameworks;

/// <summary>What the school looks for, an area at a time: every competency in words, its levels, and how each level is concluded.</summary>
public partial class ShowFramework
{
    /// <summary>The framework that is looked at; null where there is none yet.</summary>
    [Parameter] public FrameworkInForce? Framework { get; set; }

    /// <summary>Its area that is looked at.</summary>
    [Parameter] public Area? Area { get; set; }

    /// <summary>Its adopted versions, the newest first.</summary>
    [Parameter] public IReadOnlyList<FrameworkVersion> Versions { get; set; } = [];

    private FrameworkContent Content => Framework!.Content;

    private IEnumerable<Area> Areas => Content.Areas.Where(one => one.IsActive);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/framework", Show).For(Who.SignedIn).OpenToBadges().InFamilyLanguages();

    private static IResult Show(Visit visit, HttpContext http, string? of = null, string? area = null)
    {
        var versions = string.Join('/', visit.Frameworks.Select(one => $"{one.Content.Version.Id.Value}"));
        if (Doors.IsFresh(http, versions, visit.Served.District!.FrameworksNumber, of, area, visit.Actor!.Kind, visit.Actor.Person)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var framework = visit.Frameworks.FirstOrDefault(one => one.Content.Framework.Code == of) ?? (visit.Frameworks.Count > 0 ? visit.Frameworks[0] : null);
        var shown = framework?.Content.Areas.FirstOrDefault(one => one.IsActive && one.Code == area) ?? framework?.Content.Areas.FirstOrDefault(one => one.IsActive);
        var id = framework?.Content.Framework.Id;
        return new RazorComponentResult<ShowFramework>(new
        {
            Framework = framework, Area = shown,
            Versions = (IReadOnlyList<FrameworkVersion>)[.. visit.Db.FrameworkVersions.AsNoTracking().Where(one => one.Framework == id && one.AdoptedAt != null).OrderByDescending(one => one.Number)],
        }) { PreventStreamingRendering = true };
    }

    private static string Address(Framework framework, Area? area = null) =>
        $"/framework?of={Uri.EscapeDataString(framework.Code)}" + (area is null ? "" : $"&area={Uri.EscapeDataString(area.Code)}");
}
