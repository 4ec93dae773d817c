using Cairn.App.Access;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Office;

/// <summary>What everybody who works with learners looks after beside the board, the grid and the queue, each with a sentence about it.</summary>
public partial class ShowMore
{
    /// <summary>The desks of the reader, in groups: each its key and its address.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(string Group, IReadOnlyList<(string Key, string Path)> Desks)> Groups { get; set; } = [];

    /// <summary>How many messages are not read.</summary>
    [Parameter] public int Unread { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Desk.More, Show).For(Who.Educators);

    private static RazorComponentResult<ShowMore> Show(Visit visit, Words words)
    {
        var are = Audience.Of(visit.Actor);
        // What a phone shows in its bar is not one more of many.
        var shown = Entries.Of(visit, words).Where(one => !one.WideOnly).Select(one => one.Href).ToHashSet();
        return new(new
        {
            Groups = (IReadOnlyList<(string, IReadOnlyList<(string, string)>)>)[.. Desk.OfEducators
                .Select(one => (one.Group, (IReadOnlyList<(string, string)>)[.. one.Desks.Where(desk => (desk.Who & are) != Who.Nobody && !shown.Contains(desk.Path)).Select(desk => (desk.Key, desk.Path)), .. one.Group == "follow" ? Reports(visit) : []])).Where(one => one.Item2.Count > 0)],
            Unread = MessageRows.UnreadOf(visit.Db, visit.Scope),
        }) { PreventStreamingRendering = true };
    }

    // The report cards of one's own group; whoever works with several finds them at the head of each board. Not for who stands in for a day.
    private static IReadOnlyList<(string, string)> Reports(Visit visit) => visit.Scope.Groups() switch
    {
        [var only] => visit.Scope.LearnersOf(only.Id).ToList().Exists(one => visit.Scope.May(one.Id, Rights.SeeRecord | Rights.Export)) ? [("reports", $"/groups/{only.Id.Value:N}/reports")] : [],
        [] => [],
        _ => [("reports", "/board")],
    };
}
