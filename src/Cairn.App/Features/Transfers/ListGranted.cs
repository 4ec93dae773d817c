using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Storage.Transfers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transfers;

/// <summary>What is taken for granted of all learners that somebody keeps the record of: what work confirmed, corrected, or time ran out on stands first.</summary>
public partial class ListGranted
{
    private const int ShownAPage = 40;

    /// <summary>The lines of this page.</summary>
    [Parameter] public IReadOnlyList<ProvisionalOf> Lines { get; set; } = [];

    /// <summary>How many there are, and how many of them can be settled.</summary>
    [Parameter] public (int All, int Settle) Count { get; set; }

    /// <summary>The page, from 1.</summary>
    [Parameter] public (int Page, int Pages) Part { get; set; }

    /// <summary>Whose lines the reader may settle.</summary>
    [Parameter] public IReadOnlySet<Cairn.Learning.LearnerId> Settles { get; set; } = new HashSet<Cairn.Learning.LearnerId>();

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/transfers", Show).For(Who.Registrars | Who.Counselors);

    private static RazorComponentResult<ListGranted> Show(Visit visit, HttpContext http, string? page = null)
    {
        var all = ProvisionalRows.ToSettle(visit.Db, visit.Scope);
        var pages = Math.Max(1, (all.Count + ShownAPage - 1) / ShownAPage);
        var at = Math.Clamp(int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? wanted : 1, 1, pages);
        http.Response.Headers.CacheControl = "private, no-store";
        List<ProvisionalOf> shown = [.. all.Skip((at - 1) * ShownAPage).Take(ShownAPage)];
        return new(new
        {
            Lines = (IReadOnlyList<ProvisionalOf>)shown, Part = (at, pages),
            Settles = (IReadOnlySet<Cairn.Learning.LearnerId>)shown.Select(one => one.Learner.Id).Distinct().Where(one => PriorRows.Writes(visit.Scope, one)).ToHashSet(),
            Count = (all.Count, all.Count(one => one.Standing.State != Cairn.Learning.Credits.ProvisionalState.Provisional)),
        }) { PreventStreamingRendering = true };
    }
}
