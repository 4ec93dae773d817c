using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning.Privacy;
using Cairn.Storage;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Office;

/// <summary>What who leads a district looks after now and then, each with a sentence about it and with how much waits there.</summary>
public partial class ShowOffice
{
    /// <summary>How much waits, by desk; none where nothing does.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, int> Waiting { get; set; } = new Dictionary<string, int>();

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Desk.Office, Show).For(Who.DistrictLeaders);

    private static RazorComponentResult<ShowOffice> Show(Visit visit)
    {
        // How many there are says nothing of anybody: it is counted through a scope of its own, and no family is told of a look.
        var counting = new Scope(visit.Db, visit.Actor!, visit.Today, visit.Now);
        return new(new
        {
            Waiting = (IReadOnlyDictionary<string, int>)new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["accounts"] = Claiming.Waiting(visit.Db, visit.Now).Count,
                ["amendments"] = AmendmentRows.Queue(visit.Db, counting).Count,
                ["erasures"] = ErasureRows.All(visit.Db, counting).Count(one => one.Erasure.State == ErasureState.Asked),
            },
        }) { PreventStreamingRendering = true };
    }
}
