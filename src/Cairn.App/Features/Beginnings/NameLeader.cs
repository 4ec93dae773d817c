using Cairn.App.Access;
using Cairn.App.Access.Accounts;
using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Step five: who leads the district. What they sign in with comes on the next page, and opens the district.</summary>
public partial class NameLeader
{
    internal const string Path = Beginning.FirstRun.Path + "/you";
    private const int Longest = 120;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The educator of the roster who has this name already; null for nobody.</summary>
    [Parameter] public string? Known { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/you", (Beginning.FirstRun run, Words words) => FirstRunPages.Early(run, FirstRunStep.You) ?? Page(Typed.Of(words, ("name", run.Leader?.Name), ("login", run.Leader?.Login)), null));
        wizard.MapPost("/you", Save);
    }

    private static RazorComponentResult<NameLeader> Page(Typed typed, string? known, int status = StatusCodes.Status200OK) => new(new { Typed = typed, Known = known }) { StatusCode = status, PreventStreamingRendering = true };

    private static async Task<IResult> Save(Beginning.FirstRun run, FirstEntrance entrance, Words words, HttpContext http)
    {
        if (FirstRunPages.Early(run, FirstRunStep.You) is { } early) return early;
        var typed = await Typed.Read(http, words);
        var (name, login) = (typed.Text("name", Longest, isNeeded: true), typed.Text("login", LoginName.Longest, isNeeded: true));
        if (typed.IsGood && LoginName.Fault(login) != LoginNameFault.None) typed.Refuse("login", words[$"login.fault.{AccountFault.Login}"]);
        var known = typed.IsGood ? entrance.Known(login) : null;
        if (known is not null && !typed.IsOn("mine")) typed.Refuse("login", words["firstRun.you.known", ("name", known.DisplayName)]);
        if (!typed.IsGood) return Page(typed, known?.DisplayName, StatusCodes.Status400BadRequest);
        run.Leader = new FirstLeader(run.Leader?.Account ?? Guid.CreateVersion7(), name, login, known is not null);
        return Results.Redirect(ProveLeader.Path);
    }
}
