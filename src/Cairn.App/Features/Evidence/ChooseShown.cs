using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Evidence;

/// <summary>Where a piece of work may be shown beyond the family and those who teach: chosen by the learner, or by who plans with them; permitted by families.</summary>
public partial class ChooseShown
{
    private const string Route = "/learners/{id:guid}/shown/{piece:guid}";

    /// <summary>Whose work it is.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The piece.</summary>
    [Parameter] public EvidenceId Piece { get; set; }

    /// <summary>What it is called; empty for nothing.</summary>
    [Parameter] public string Called { get; set; } = "";

    /// <summary>What was chosen; null where nobody chose.</summary>
    [Parameter] public ShownTo? Chosen { get; set; }

    /// <summary>What keeps a file of it from a place, in no particular order.</summary>
    [Parameter] public IReadOnlyList<(ShownPlace Place, NotShownWhy Why)> Kept { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators | Who.Learners, Rights.Plan);
        routes.MapPost(Route, Choose).For(Who.Educators | Who.Learners, Rights.Plan);
    }

    private static RazorComponentResult<ChooseShown>? Show(Guid id, Guid piece, Visit visit, Words words, HttpContext http) => Page(new LearnerId(id), new EvidenceId(piece), visit, http, Typed.Of(words));

    private static async Task<IResult?> Choose(Guid id, Guid piece, Visit visit, Words words, HttpContext http)
    {
        var (learner, evidence, typed) = (new LearnerId(id), new EvidenceId(piece), await Typed.Read(http, words));
        if (Page(learner, evidence, visit, http, typed) is null) return null;
        var seen = typed.Whole(Typed.SeenName, 0, int.MaxValue);
        List<ShownPlace> places = [.. Enum.GetValues<ShownPlace>().Where(one => typed.IsOn(one.ToString()))];
        if (typed.IsGood && await visit.Write(turn => FaceRows.Choose(turn, new Scope(turn.Db, visit.Actor!, visit.Today, turn.Now), learner, evidence, seen, places), purpose: "sharing")) return Results.Redirect($"{Visit.PathOf(learner)}/work");
        typed.IsOvertaken = typed.IsGood;
        return Page(learner, evidence, visit, http, typed);
    }

    private static RazorComponentResult<ChooseShown>? Page(LearnerId id, EvidenceId piece, Visit visit, HttpContext http, Typed typed)
    {
        if (visit.Scope.Find(id) is not { } learner || visit.Scope.EvidenceOf(id, 0, int.MaxValue / 4).Page.FirstOrDefault(one => one.Piece.Id == piece) is not { Piece: not null } found) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var files = visit.Scope.FilesOf(id, [piece])[piece];
        return new(new
        {
            Learner = learner, Piece = piece, Called = found.Text?.Title ?? "", Typed = typed, Chosen = FaceRows.ChosenOf(visit.Db, visit.Scope, id, piece),
            Kept = (IReadOnlyList<(ShownPlace, NotShownWhy)>)[.. from place in Enum.GetValues<ShownPlace>() from file in files from why in FaceRows.At(visit.Db, place, id, file, visit.Today, visit.Now).Why where why != NotShownWhy.NotChosen select (place, why)],
        }) { PreventStreamingRendering = true, StatusCode = typed.IsOvertaken ? StatusCodes.Status409Conflict : StatusCodes.Status200OK };
    }
}
