using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Emergencies;

/// <summary>/emergency: an educator takes access to one learner's record in an emergency, with a reason, for some hours. What is written down,
/// and who reads it, stands on the page before anything is taken.</summary>
public partial class TakeAccess
{
    private const string Route = "/emergency";
    private const int ShortestReason = 10;
    private const int LongestReason = 500;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, (Visit visit, Words words) => IsFor(visit) ? Page(Typed.Of(words)) : null).For(Who.Educators);
        routes.MapPost(Route, Take).For(Who.Educators).WithMetadata(new Costly(Cost.Search));
    }

    // Who examines, reads what they are asked to examine and nothing more.
    private static bool IsFor(Visit visit) => visit.Actor!.Kind != ActorKind.Auditor;

    private static RazorComponentResult<TakeAccess> Page(Typed typed) =>
        new(new { Typed = typed }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    private static async Task<IResult?> Take(Visit visit, Words words, HttpContext http, Refusals refusals)
    {
        if (!IsFor(visit)) return null;
        var typed = await Typed.Read(http, words);
        var (username, reason, hours) = (typed.Text("username", 200, isNeeded: true), typed.Text("reason", LongestReason, isNeeded: true), typed.Whole("hours", 1, (int)Scope.LongestEmergency.TotalHours));
        if (reason.Length < ShortestReason) typed.Refuse("reason", words["emergency.reason.short"]);
        if (!typed.IsGood) return Page(typed);
        // In an emergency somebody knows a name sooner than a username. It is looked for before the writer's turn, which everybody waits for.
        var meant = Claims.LearnerMeant(visit.Db, username);
        var found = await visit.Write(turn => new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now).TakeInEmergency(turn, meant, TimeSpan.FromHours(hours), reason), why: reason, purpose: "emergency");
        if (found is { } learner) return Results.Redirect(Visit.PathOf(learner));
        // Who guesses names leaves a trace, too.
        await refusals.Note(http, RefusedWhy.NotTheirs);
        typed.Refuse("username", words["emergency.username.none"]);
        return Page(typed);
    }
}
