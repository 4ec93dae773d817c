using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Amendments;

/// <summary>Requests that wait for a decision, the soonest due first, and the decision with its reasons.</summary>
public partial class DecideAmendments
{
    private const string Route = "/amendments";

    /// <summary>The queue.</summary>
    [Parameter] public IReadOnlyList<AmendmentLine> Queue { get; set; } = [];

    /// <summary>The one whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Leaders | Who.PrivacyOfficers);
        routes.MapPost($"{Route}/{{amendment:guid}}", Decide).For(Who.Leaders | Who.PrivacyOfficers);
    }

    private static RazorComponentResult<DecideAmendments> Show(Visit visit, Words words, HttpContext http) => Page(visit, http, null, Typed.Of(words));

    private static async Task<IResult?> Decide(Guid amendment, Visit visit, Words words, HttpContext http)
    {
        if (AmendmentRows.ToDecide(visit.Db, visit.Scope, new AmendmentId(amendment)) is not { } line) return null;
        var typed = await Typed.Read(http, words);
        var reasons = typed.Text("reasons", AskAmendment.Longest, isNeeded: true);
        if (typed["decision"] is not ("granted" or "refused")) typed.Refuse("decision", words["form.choose"]);
        if (!typed.IsGood) return Page(visit, http, amendment, typed);
        var (isGranted, by) = (typed["decision"] == "granted", new PersonId(visit.Actor!.Person));
        await visit.Write(turn =>
        {
            var isDone = AmendmentRows.Change(turn, line.Amendment.Id, _ => true, one => one.Decide(isGranted, by, turn.Now, reasons));
            if (isDone && isGranted && typed.IsOn("retract")) AmendmentRows.Retract(turn, line.Amendment, by);
            return isDone;
        }, purpose: "amendment");
        return Results.Redirect(Route);
    }

    private static RazorComponentResult<DecideAmendments> Page(Visit visit, HttpContext http, Guid? sent, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Queue = AmendmentRows.Queue(visit.Db, visit.Scope), Sent = sent, Typed = typed }) { PreventStreamingRendering = true };
    }
}
