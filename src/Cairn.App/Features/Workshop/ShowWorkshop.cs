using Cairn.App.Access;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>The workshop: every framework with its versions and its draft, and the ways to scales, programs and words.</summary>
public partial class ShowWorkshop
{
    /// <summary>The frameworks, each with its versions, the newest first.</summary>
    [Parameter] public IReadOnlyList<Row> Rows { get; set; } = [];

    /// <summary>A framework and its versions.</summary>
    public sealed record Row(Framework Framework, IReadOnlyList<FrameworkVersion> Versions)
    {
        /// <summary>The draft, if there is one.</summary>
        public FrameworkVersion? Draft => Versions.FirstOrDefault(one => one.IsDraft);

        /// <summary>Adopted versions, the one in force first.</summary>
        public IEnumerable<FrameworkVersion> Adopted => Versions.Where(one => !one.IsDraft);
    }

    internal static void Map(IEndpointRouteBuilder workshop) => workshop.MapGet("", Show);

    private static RazorComponentResult<ShowWorkshop> Show(Visit visit)
    {
        var versions = visit.Db.FrameworkVersions.AsNoTracking().ToList().ToLookup(one => one.Framework);
        return new RazorComponentResult<ShowWorkshop>(new
        {
            Rows = (IReadOnlyList<Row>)[.. visit.Db.Frameworks.AsNoTracking().OrderBy(one => one.Title).ToList().Select(one => new Row(one, [.. versions[one.Id].OrderByDescending(each => each.Number)]))],
        }) { PreventStreamingRendering = true };
    }
}
