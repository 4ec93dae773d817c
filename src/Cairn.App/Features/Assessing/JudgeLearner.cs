using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage.Assessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Assessing;

/// <summary>One piece of work judged in one pass, for as many competencies as it speaks to; then the next learner, with the same form.</summary>
public partial class JudgeLearner
{
    private const string Route = "/learners/{id:guid}/judge";

    /// <summary>Of whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What can be judged, what was chosen first.</summary>
    [Parameter] public IReadOnlyList<RubricRow> Rows { get; set; } = [];

    /// <summary>Where the learner stands in the room.</summary>
    [Parameter, EditorRequired] public RoomPlace Room { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Was the learner before this one saved?</summary>
    [Parameter] public bool IsSaved { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Judge);
        routes.MapPost(Route, Take).For(Who.Educators, Rights.Judge);
    }

    private static RazorComponentResult<JudgeLearner>? Show(Guid id, Visit visit, Words words, HttpContext http) => visit.Scope.Find(new LearnerId(id)) is { } learner
        ? Page(learner, RubricRow.Of(visit, learner, Chosen(http.Request.Query["competency"])), visit, words, http, JudgeForm.Begin(http.Request, visit, words), http.Request.Query["saved"].Count > 0) : null;

    private static async Task<IResult?> Take(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var isOpen = await JudgeForm.Open(http);
        var typed = isOpen ? await Typed.Read(http, words) : JudgeForm.Begin(http.Request, visit, words);
        var rows = RubricRow.Of(visit, learner, isOpen ? Chosen(http.Request.Form["competency"]) : []);
        if (!isOpen) typed.Refuse("file", words["judge.file.wrong"]);
        var ask = JudgeForm.Read(visit, words, learner, rows, typed);
        if (ask is not null && http.Request.Form.Files.FirstOrDefault(one => one.FileName.Length > 0) is { } brought)
        {
            var (file, why) = await BroughtFile.Keep(brought, visit, http.RequestAborted);
            if (file is null) typed.Refuse("file", $"{WhyNot(why, words)} {words["judge.file.rest"]}");
            else ask = ask with { Files = [file] };
        }

        if (ask is null || !typed.IsGood) return Page(learner, rows, visit, words, http, typed, isSaved: false);
        var (actor, today, done) = (visit.Actor!, visit.Today, new Assessed(AssessFault.Nothing));
        await visit.Tell(turn => done = new PieceJudging(turn, actor, today).Record(ask));
        if (done.Fault == AssessFault.NotFound) return null;
        if (done.Fault != AssessFault.None)
        {
            typed.Refuse(done.Fault is AssessFault.InFuture or AssessFault.BeforeEnrollment or AssessFault.NeedsSecondEducator ? "day" : "note", words[$"assess.{done.Fault}", ("name", learner.CalledName)]);
            return Page(learner, rows, visit, words, http, typed, isSaved: false);
        }

        var room = typed["do"] == "next" ? RoomPlace.Of(visit, words, learner, typed["group"]) : null;
        return Results.Redirect(room is { Next: { } next } ? JudgeForm.KeptFor(next, room, rows, typed) + "&saved=1" : $"/evidence/{done.Piece!.Value.Value:N}");
    }

    private static RazorComponentResult<JudgeLearner> Page(Learner learner, IReadOnlyList<RubricRow> rows, Visit visit, Words words, HttpContext http, Typed typed, bool isSaved)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Rows = rows, Room = RoomPlace.Of(visit, words, learner, typed["group"].Length > 0 ? typed["group"] : http.Request.Query["group"]), Typed = typed, IsSaved = isSaved }) { PreventStreamingRendering = true };
    }

    // Each as a whole, so that it is found where words are looked for.
    private static string WhyNot(string why, Words words) => why switch
    {
        "large" => words["capture.error.large"],
        "broken" => words["capture.error.broken"],
        "day" => words["capture.error.day"],
        _ => words["capture.error.type"],
    };

    private static IReadOnlyList<string> Chosen(Microsoft.Extensions.Primitives.StringValues asked) => [.. asked.OfType<string>().Where(one => one.Length is > 0 and <= 200).Distinct(StringComparer.Ordinal).Take(40)];
}
