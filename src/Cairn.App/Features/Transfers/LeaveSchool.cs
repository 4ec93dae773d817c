using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Families;
using Cairn.Storage.Transfers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Transfers;

/// <summary>A learner leaves: what is owed is posted in parts, both transcripts and the record go along, and the learner is let go; all on one page and on one day.</summary>
public partial class LeaveSchool
{
    private const string Route = "/learners/{id:guid}/leave";
    private const int LongestTo = 200;

    /// <summary>Who leaves.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What is owed.</summary>
    [Parameter, EditorRequired] public Leaving Owed { get; set; } = null!;

    /// <summary>May the reader let the learner go?</summary>
    [Parameter] public bool MayLetGo { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Certify);
        routes.MapPost(Route, Take).For(Who.Educators, Rights.Certify);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/leave";

    private static RazorComponentResult<LeaveSchool>? Show(Guid id, Visit visit, Words words, HttpContext http) => Page(new LearnerId(id), visit, http, Typed.Of(words));

    private static async Task<IResult?> Take(Guid id, Visit visit, Words words, HttpContext http)
    {
        var (learner, typed) = (new LearnerId(id), await Typed.Read(http, words));
        if (visit.Scope.Find(learner) is null) return null;
        var to = typed.Text("to", LongestTo);
        if (typed["do"] is not ("post" or "leave" or "return")) return null;
        if (typed["do"] == "leave" && !typed.IsOn("sure")) typed.Refuse("sure", words["transfer.leave.sure.needed"]);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        // Where the law gives credit in parts no award says why; who stays has not left either.
        var reason = typed["do"] == "post" && SituationRows.GivesParts(visit.Db, visit.Scope, learner, visit.Today) ? "" : words["transfer.leave.reason", ("day", words.Date(visit.Today)), ("to", to), ("known", to.Length > 0 ? "yes" : "no")];
        if (typed["do"] == "post") return await visit.Write(turn => LeaveWriting.Post(turn, visit.ScopeOf(turn), learner, visit.Frameworks, reason, visit.DistrictDay)) is null ? null : Results.Redirect(PathOf(learner) + "#posted");
        var seen = typed.WholeOrNone(Typed.SeenName, 1, int.MaxValue) ?? 0;
        // Whoever goes loses nothing: what is owed is posted in the same turn, before they are let go.
        var changed = await visit.Write(turn => typed["do"] == "return" ? LeaveWriting.Return(turn, visit.ScopeOf(turn), learner, seen)
            : LeaveWriting.Leave(turn, visit.ScopeOf(turn), learner, seen, visit.Frameworks, reason, visit.DistrictDay), reason);
        if (changed == Changed.NotThere) return null;
        if (changed == Changed.Done) return Results.Redirect(PathOf(learner));
        typed.IsOvertaken = true;
        return Page(learner, visit, http, typed);
    }

    private static RazorComponentResult<LeaveSchool>? Page(LearnerId id, Visit visit, HttpContext http, Typed typed)
    {
        if (visit.Scope.Find(id) is not { } learner) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Learner = learner, Owed = new TransferReads(visit.Db, visit.Scope, learner, visit.Frameworks, visit.Today).Leaving(visit.Db, visit.Scope, visit.DistrictDay), MayLetGo = visit.Scope.May(id, Rights.Manage), Typed = typed,
        }) { PreventStreamingRendering = true, StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
