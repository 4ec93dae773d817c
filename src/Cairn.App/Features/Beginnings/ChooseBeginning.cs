using Cairn.App.Access;
using Cairn.App.Beginning;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>The first page: begin a district, restore one from a backup, or look around in a demonstration.</summary>
public partial class ChooseBeginning
{
    internal const string DemonstrationPath = Beginning.FirstRun.Path + "/demonstration";

    /// <summary>The step that comes next, and the district's name; null where nothing was begun.</summary>
    [Parameter] public (string Path, string Title)? Begun { get; set; }

    /// <summary>May a demonstration be made?</summary>
    [Parameter] public bool MayDemonstrate { get; set; }

    /// <summary>Ways into the demonstration that was made; none where none was.</summary>
    [Parameter] public IReadOnlyList<(string Role, string Name, string Where, string Path)> Ways { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("", (Beginning.FirstRun run, OtherBeginnings others) => Page(new
        {
            MayDemonstrate = others.MayDemonstrate, Begun = run.Making.Answers is { } answers ? (FirstRunPages.PathOf(answers.Next), answers.Title) : ((string, string)?)null,
        }));
        wizard.MapPost("/demonstration", Demonstrate);
    }

    private static RazorComponentResult<ChooseBeginning> Page(object values) => new(values) { PreventStreamingRendering = true };

    private static async Task<IResult> Demonstrate(OtherBeginnings others)
    {
        if (!others.MayDemonstrate) return SignedIn.Refuse(Ui.Layout.RefusalKind.NotFound);
        var ways = await others.Demonstrate();
        return Page(new { Ways = (IReadOnlyList<(string, string, string, string)>)[.. ways.Select(one => (one.Role, one.Actor.Name, one.Where, one.Path))] });
    }
}
