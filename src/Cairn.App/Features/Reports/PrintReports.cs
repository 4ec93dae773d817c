using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Reports;

/// <summary>The report cards of a group in one go, a sheet of paper a learner: for printing through the browser.</summary>
public partial class PrintReports
{
    private const int Most = 60;

    /// <summary>The group.</summary>
    [Parameter, EditorRequired] public LearningGroup Group { get; set; } = null!;

    /// <summary>The cards, by name.</summary>
    [Parameter] public IReadOnlyList<ReportCard> Cards { get; set; } = [];

    /// <summary>The grain, and the time.</summary>
    [Parameter] public (string Grain, DateOnly From, DateOnly Until) Time { get; set; }

    /// <summary>The page, from 1.</summary>
    [Parameter] public (int Page, int Pages) Part { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/groups/{group:guid}/reports", Show).For(Who.Educators);

    private static async Task<RazorComponentResult<PrintReports>?> Show(Guid group, Visit visit, Words words, HttpContext http, string? grain = null, string? from = null, string? until = null, string? page = null)
    {
        if (visit.Scope.Groups().FirstOrDefault(one => one.Id == new GroupId(group)) is not { } found) return null;
        var ask = ReportAsk.Of(grain, from, until, visit.Today);
        // Whoever may take a record out of the house: not who stands in for a day.
        var learners = visit.Scope.LearnersOf(found.Id).ToList().Where(one => visit.Scope.May(one.Id, Rights.SeeRecord | Rights.Export)).OrderBy(one => one.FamilyName, StringComparer.Ordinal).ThenBy(one => one.CalledName, StringComparer.Ordinal).ToList();
        if (learners.Count == 0) return null;
        var pages = (learners.Count + Most - 1) / Most;
        var at = Math.Clamp(int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var wanted) ? wanted : 1, 1, pages);
        var shown = learners.Skip((at - 1) * Most).Take(Most).ToList();
        var cards = shown.ConvertAll(one => ReportCard.Of(one, ask, visit, words));
        await visit.Tell(turn => turn.Disclosed(JournalAct.Exported, shown.Select(one => one.Id)));
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Group = found, Cards = cards, Time = (ask.Grain.ToString(), ask.From, ask.Until), Part = (at, pages) }) { PreventStreamingRendering = true };
    }
}
