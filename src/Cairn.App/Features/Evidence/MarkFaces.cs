using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Evidence;

/// <summary>Where an educator marks the faces of other children on a picture, by hand.</summary>
public partial class MarkFaces
{
    private const string Route = "/evidence/{piece:guid}/files/{file:int}/faces";

    /// <summary>Whose work it is.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The file.</summary>
    [Parameter, EditorRequired] public FileLook File { get; set; } = null!;

    /// <summary>The marks, each with the name of whose face it is; empty for somebody else.</summary>
    [Parameter] public IReadOnlyList<(FaceMark Mark, string Name)> Marks { get; set; } = [];

    /// <summary>Whom the educator works with.</summary>
    [Parameter] public IReadOnlyList<Learner> Others { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Change).For(Who.Educators);
    }

    private static RazorComponentResult<MarkFaces>? Show(Guid piece, int file, Visit visit, Words words, HttpContext http) =>
        visit.Scope.FileOf(new EvidenceId(piece), file) is { } found && visit.Scope.May(found.Learner.Id, Rights.Plan) ? Page(found, visit, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Change(Guid piece, int file, Visit visit, Words words, HttpContext http)
    {
        var id = new EvidenceId(piece);
        if (visit.Scope.FileOf(id, file) is not { } found || !visit.Scope.May(found.Learner.Id, Rights.Plan)) return null;
        var typed = await Typed.Read(http, words);
        if (typed["remove"].Length > 0)
        {
            await visit.Write(turn => FaceRows.Unmark(turn, In(turn, visit), id, new FaceMarkId(typed.Id("remove"))), purpose: "faces");
            return Results.Redirect(PathOf(found.File));
        }

        var box = new FaceBox(typed.Whole("left", 0, 999), typed.Whole("top", 0, 999), typed.Whole("width", 1, 1000), typed.Whole("height", 1, 1000));
        if (typed.IsGood && !box.IsWithin) typed.Refuse("width", words["faces.outside"]);
        var who = typed.Id("who") is var one && one == Guid.Empty ? (LearnerId?)null : new LearnerId(one);
        if (typed["who"].Length > 0 && (who is not { } child || visit.Scope.Find(child) is null)) typed.Refuse("who", words["faces.who.none"]);
        if (typed.IsGood && !await visit.Write(turn => FaceRows.Mark(turn, In(turn, visit), id, file, box, who), purpose: "faces")) typed.Refuse("who", words["faces.not"]);
        return typed.IsGood ? Results.Redirect(PathOf(found.File)) : Page(found, visit, http, typed);
    }

    private static Scope In(WriteTurn turn, Visit visit) => new(turn.Db, visit.Actor!, visit.Today, turn.Now);

    private static string PathOf(ArtifactFile file) => $"/evidence/{file.Evidence.Value:N}/files/{file.Position}/faces";

    private static RazorComponentResult<MarkFaces> Page((Learner Learner, ArtifactFile File) found, Visit visit, HttpContext http, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var look = new FileLook(found.File, FaceRows.To(visit.Db, visit.Actor!, found.Learner.Id, found.File, canHide: true, visit.Today, visit.Now));
        return new(new
        {
            Learner = found.Learner, File = look, Typed = typed,
            Marks = (IReadOnlyList<(FaceMark, string)>)[.. FaceRows.Of(visit.Db, visit.Scope, found.File.Evidence, found.File.Position).Select(one => (one, one.Who is { } who ? visit.Scope.Find(who)?.FullName ?? "" : ""))],
            Others = (IReadOnlyList<Learner>)[.. visit.Scope.ToCaptureFor().SelectMany(one => one.Learners).DistinctBy(one => one.Id).OrderBy(one => one.FullName, StringComparer.Ordinal)],
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
