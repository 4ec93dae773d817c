using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Boards;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Boards;

/// <summary>A learner's talks with educators: what was said and what comes next, for learner, family and educators to read.</summary>
public partial class ListTalks
{
    private const string Route = "/learners/{id:guid}/check-ins";
    private const int Longest = 4000;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>Their talks, with the names of educators.</summary>
    [Parameter] public IReadOnlyList<(CheckIn Talk, string Educator)> Talks { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators | Who.Family, Rights.SeeRecord);
        routes.MapPost(Route, Write).For(Who.Educators, Rights.Plan);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/check-ins";

    private static RazorComponentResult<ListTalks>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Write(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var (notes, next, seen) = (typed.Text("notes", Longest, isNeeded: true), typed.Text("next", Longest), typed.WholeOrNone(Typed.SeenName, 0, int.MaxValue) ?? 0);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var talk = typed.Id("talk") is var known && known != Guid.Empty ? new CheckInId(known) : (CheckInId?)null;
        var isWritten = await visit.Write(turn => TalkMoves.Write(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), learner.Id, talk, (notes, next), seen, visit.Today));
        if (isWritten == false)
        {
            typed.IsOvertaken = true;
            return Page(learner, visit, http, typed);
        }

        return isWritten is null ? null : Results.Redirect(PathOf(learner.Id));
    }

    private static RazorComponentResult<ListTalks> Page(Learner learner, Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Talks = TalkMoves.Of(visit.Db, visit.Scope, learner.Id), Typed = typed }) { PreventStreamingRendering = true, StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }

    // What was typed belongs to one of the forms.
    private string? Said(string field, string talk, string stands) => Typed["talk"] == talk && Typed[field].Length > 0 ? Typed[field] : stands;
}
