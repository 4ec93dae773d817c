using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Simulations;

/// <summary>A draft tried on what was really judged, before anybody adopts it: who would win and lose. Nothing is written.</summary>
public partial class TryDraft
{
    internal const string Route = "/grades/simulation";
    private const int ALine = 100;

    /// <summary>What was asked.</summary>
    [Parameter, EditorRequired] public SimulationAsked Asked { get; set; } = null!;

    /// <summary>What was found; null where nothing is tried.</summary>
    [Parameter] public SimulationRun? Run { get; set; }

    /// <summary>Conversions that can be tried.</summary>
    [Parameter] public IReadOnlyList<GradeConversion> Conversions { get; set; } = [];

    /// <summary>The page of learners, from 1.</summary>
    [Parameter] public int Page { get; set; }

    /// <summary>The question as the address says it, without the page.</summary>
    [Parameter] public string Question { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars);
        ShowGroups.Map(routes);
    }

    /// <summary>Tries what was asked; null where nothing was.</summary>
    internal static SimulationRun? Find(Visit visit, SimulationAsked asked) =>
        asked.Draft is { } draft ? SimulationReads.Of(visit.Db, visit.Served.District!.Engine, visit.Scope, draft) : null;

    /// <summary>The question as an address says it, without one of its parts.</summary>
    internal static string Without(IQueryCollection query, string part) =>
        string.Join('&', query.Where(one => one.Key != part && one.Value.ToString().Length > 0).Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}"));

    private static RazorComponentResult<TryDraft>? Show(Visit visit, Words words, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (SimulationAsked.Of(visit, words, http.Request.Query) is not { } asked) return null;
        var run = Find(visit, asked);
        var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 1;
        return new(new
        {
            Asked = asked, Run = run, Conversions = (IReadOnlyList<GradeConversion>)[.. ConversionRows.All(visit.Db).Where(one => one.State != ConversionState.Withdrawn)],
            Page = Math.Clamp(page, 1, Math.Max(1, Pages(run))), Question = Without(http.Request.Query, "page"),
        }) { PreventStreamingRendering = true };
    }

    private static int Pages(SimulationRun? run) => run is null ? 1 : (run.Simulation.Changed.Count + ALine - 1) / ALine;

    private IEnumerable<SimulatedChange> Lines => Run!.Simulation.Changed.Skip((Page - 1) * ALine).Take(ALine);
}
