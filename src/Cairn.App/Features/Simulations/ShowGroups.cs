using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.Privacy;
using Cairn.Learning.Transcripts;
using Cairn.Storage.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Simulations;

/// <summary>What of a trial may be shown to others: learners by group and effect, without names, small numbers hidden. One grouping at a time, for several together would say more.</summary>
public partial class ShowGroups
{
    /// <summary>What they are counted by.</summary>
    [Parameter] public SimulatedGroup By { get; set; }

    /// <summary>The groups, the empty name for who is in none.</summary>
    [Parameter] public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>The table; null where there is nobody.</summary>
    [Parameter] public PublishedTable? Table { get; set; }

    /// <summary>The question as the address says it, without the grouping.</summary>
    [Parameter] public string Question { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{TryDraft.Route}/groups", Show).For(Who.Registrars);

    private static RazorComponentResult<ShowGroups>? Show(Visit visit, Words words, HttpContext http, string? by = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (SimulationAsked.Of(visit, words, http.Request.Query) is not { } asked || TryDraft.Find(visit, asked) is not { } run) return null;
        var group = Enum.TryParse<SimulatedGroup>(by, out var one) && Enum.IsDefined(one) ? one : SimulatedGroup.School;
        var (groups, table) = run.Simulation.By(group);
        return new(new { By = group, Groups = groups, Table = table, Question = TryDraft.Without(http.Request.Query, "by") }) { PreventStreamingRendering = true };
    }
}
