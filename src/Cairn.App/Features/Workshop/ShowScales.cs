using Cairn.App.Access;
using Cairn.Learning;
using Cairn.Learning.Scales;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Every scale of the district, and which may still be changed.</summary>
public partial class ShowScales
{
    /// <summary>The scales, by name, each with whether something in force uses it.</summary>
    [Parameter] public IReadOnlyList<(ProficiencyScale Scale, bool IsUsed)> Scales { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("/scales", Show);

    private static RazorComponentResult<ShowScales> Show(Visit visit)
    {
        var used = Used(visit.Db);
        return new(new { Scales = (IReadOnlyList<(ProficiencyScale, bool)>)[.. visit.Db.Scales.AsNoTracking().OrderBy(one => one.Name).ToList().Select(one => (one, used.Contains(one.Id)))] }) { PreventStreamingRendering = true };
    }

    /// <summary>Scales that an adopted version judges on, or that were put in place of one: what was concluded on them stands.</summary>
    internal static HashSet<ScaleId> Used(Db db)
    {
        var adopted = db.FrameworkVersions.Where(one => one.AdoptedAt != null).Select(one => one.Id);
        return [.. db.Competencies.Where(one => adopted.Contains(one.Version)).Select(one => one.Scale).Distinct(), .. db.ScaleAssignments.Select(one => one.Scale).Distinct()];
    }
}
