using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage;
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

    /// <summary>The piece that is there already and is judged; null where the form makes a new one.</summary>
    [Parameter] public SeenPiece? Piece { get; set; }

    /// <summary>Was the learner before this one saved?</summary>
    [Parameter] public bool IsSaved { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Judge);
        routes.MapPost(Route, Take).For(Who.Educators, Rights.Judge);
    }

    private static RazorComponentResult<JudgeLearner>? Show(Guid id, Visit visit, Words words, HttpContext http)
    {
        var asked = http.Request.Query["piece"].ToString();
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || (PieceOf(visit, learner, asked) is var piece && asked.Length > 0 && piece is null)) return null;
        return Page(learner, RowsOf(visit, learner, piece, http.Request.Query["competency"]), piece, visit, words, http, JudgeForm.Begin(http.Request, visit, words), http.Request.Query["saved"].Count > 0);
    }

    private static async Task<IResult?> Take(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var isOpen = await JudgeForm.Open(http);
        var typed = isOpen ? await Typed.Read(http, words) : JudgeForm.Begin(http.Request, visit, words);
        var piece = PieceOf(visit, learner, typed["piece"]);
        if (typed["piece"].Length > 0 && piece is null) return null;
        var rows = RowsOf(visit, learner, piece, isOpen ? http.Request.Form["competency"] : default);
        if (!isOpen) typed.Refuse("file", words["judge.file.wrong"]);
        var ask = JudgeForm.Read(visit, words, learner, rows, typed);
        if (piece is null && ask is not null && http.Request.Form.Files.FirstOrDefault(one => one.FileName.Length > 0) is { } brought)
        {
            var (file, why) = await BroughtFile.Keep(brought, visit, http.RequestAborted);
            if (file is null) typed.Refuse("file", $"{words["capture.error.file", ("name", brought.FileName), ("why", WhyNot(why, words))]} {words["judge.file.rest"]}");
            else ask = ask with { Files = [file] };
        }

        if (ask is null || !typed.IsGood) return Page(learner, rows, piece, visit, words, http, typed, isSaved: false);
        var (actor, today, done) = (visit.Actor!, visit.Today, new Assessed(AssessFault.Nothing));
        await visit.Tell(turn => done = piece is null ? new PieceJudging(turn, actor, today).Record(ask, visit.Day) : OnePass(turn, actor, today, piece, ask, visit.Day));
        if (done.Fault == AssessFault.NotFound) return null;
        if (done is { Fault: AssessFault.SaidOtherwise, Piece: { } before })
        {
            // Saved again with a key of its own, it is a piece of its own: whoever wants that has been told.
            typed.SentBefore(ShowPiece.PathOf(before), "id");
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return Page(learner, rows, piece, visit, words, http, typed, isSaved: false);
        }

        if (done.Fault != AssessFault.None)
        {
            typed.Refuse(piece is null && done.Fault is AssessFault.InFuture or AssessFault.BeforeEnrollment or AssessFault.NeedsSecondEducator ? "day" : "note", words[$"assess.{done.Fault}", ("name", learner.CalledName)]);
            return Page(learner, rows, piece, visit, words, http, typed, isSaved: false);
        }

        var room = piece is null && typed["do"] == "next" ? RoomPlace.Of(visit, words, learner, typed["group"]) : null;
        return Results.Redirect(room is { Next: { } next } ? JudgeForm.KeptFor(next, room, rows, typed) + "&saved=1" : ShowPiece.PathOf(done.Piece!.Value) + "?saved=1");
    }

    // Levels first, and what is only words is said of the whole piece.
    private static Assessed OnePass(WriteTurn turn, Actor actor, DateOnly today, SeenPiece piece, PieceAsk ask, Func<DateTime, DateOnly> day)
    {
        var done = new PieceJudging(turn, actor, today).Judge(piece.Learner.Id, piece.Piece.Id, [.. ask.Said.Where(one => one.IsJudged)], ask.CriteriaFirst, day);
        return done.Fault != AssessFault.None || ask.Comment.Length == 0 ? done : FeedbackRows.Add(turn, actor, today, piece.Learner.Id, piece.Piece.Id, null, Anchor.Whole, ask.Comment) with { Piece = piece.Piece.Id };
    }

    private static RazorComponentResult<JudgeLearner> Page(Learner learner, IReadOnlyList<RubricRow> rows, SeenPiece? piece, Visit visit, Words words, HttpContext http, Typed typed, bool isSaved)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Rows = rows, Piece = piece, Room = RoomPlace.Of(visit, words, learner, typed["group"].Length > 0 ? typed["group"] : http.Request.Query["group"]), Typed = typed, IsSaved = isSaved }) { PreventStreamingRendering = true };
    }

    // Each as a whole, so that it is found where words are looked for.
    private static string WhyNot(string why, Words words) => why switch
    {
        "large" => words["capture.error.large"],
        "broken" => words["capture.error.broken"],
        "empty" => words["capture.error.empty"],
        "picture" => words["capture.error.picture"],
        "day" => words["capture.error.day"],
        _ => words["capture.error.type"],
    };

    // Of this learner, and in force.
    private static SeenPiece? PieceOf(Visit visit, Learner learner, string asked) =>
        Guid.TryParse(asked, out var id) && SeenPiece.Find(visit, new EvidenceId(id)) is { IsRetracted: false } piece && piece.Learner.Id == learner.Id ? piece : null;

    // What the piece says that it speaks to comes first.
    private static IReadOnlyList<RubricRow> RowsOf(Visit visit, Learner learner, SeenPiece? piece, Microsoft.Extensions.Primitives.StringValues asked) =>
        RubricRow.Of(visit, learner, [.. (piece?.Claims.Select(one => one.Key) ?? []).Concat(asked.OfType<string>().Where(one => one.Length is > 0 and <= 200)).Distinct(StringComparer.Ordinal).Take(40)]);
}
