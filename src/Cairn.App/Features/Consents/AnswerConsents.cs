using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Consents;

/// <summary>What a family, or a learner of age, permits: for each purpose, and for single pieces of work; every answer can be taken back.</summary>
public partial class AnswerConsents
{
    private const string Route = "/learners/{id:guid}/consents";
    private const int WorkShown = 10;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What holds for each purpose.</summary>
    [Parameter] public IReadOnlyList<(ConsentPurpose Purpose, ConsentInForce Is)> Purposes { get; set; } = [];

    /// <summary>The newest work, with what holds of showing it outside.</summary>
    [Parameter] public IReadOnlyList<(PieceOfEvidence Piece, string Title, ConsentInForce Is)> Work { get; set; } = [];

    /// <summary>Names of those who answered.</summary>
    [Parameter] public IReadOnlyDictionary<Guid, string> Names { get; set; } = new Dictionary<Guid, string>();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
        routes.MapPost(Route, Answer).For(Who.Family, Rights.AskAmendment).InFamilyLanguages();
    }

    private static IResult? Show(Guid id, Visit visit, HttpContext http)
    {
        if (Find(id, visit) is not { } learner)
            return visit.Scope.Find(new LearnerId(id)) is { } seen ? new RazorComponentResult<NotYours>(new { Learner = seen }) { PreventStreamingRendering = true } : null;
        http.Response.Headers.CacheControl = "private, no-store";
        var (all, holders) = (ConsentRows.Of(visit.Db, visit.Scope, learner.Id), RightsHolders.Of(visit.Db, learner, visit.Today, visit.Now));
        return new RazorComponentResult<AnswerConsents>(new
        {
            Learner = learner,
            Purposes = (IReadOnlyList<(ConsentPurpose, ConsentInForce)>)[.. Enum.GetValues<ConsentPurpose>().Select(one => (one, ConsentInForce.Of(all, one, null, null, holders, visit.Today)))],
            Work = (IReadOnlyList<(PieceOfEvidence, string, ConsentInForce)>)[.. visit.Scope.NewestEvidence(learner.Id, WorkShown)
                .Select(one => (one.Piece, one.Text?.Title ?? "", ConsentInForce.Of(all, ConsentPurpose.Sharing, one.Piece.Id, null, holders, visit.Today)))],
            Names = visit.Scope.GuardiansOf(learner.Id).ToDictionary(one => one.Id.Value, one => one.DisplayName),
        }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult?> Answer(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (Find(id, visit) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var purpose = typed.Choice<ConsentPurpose>("purpose");
        EvidenceId? piece = typed["piece"].Length > 0 ? new EvidenceId(typed.Id("piece")) : null;
        DateOnly? until = typed["until"].Length > 0 ? typed.Day("until") : null;
        if (!typed.IsGood || typed["answer"] is not ("yes" or "no")) return Show(id, visit, http);
        await visit.Write(turn => ConsentRows.Answer(turn, visit.Actor!, learner.Id, purpose, piece, null, typed["answer"] == "yes", until, visit.Today), purpose: "consent");
        return Results.Redirect($"{Visit.PathOf(learner.Id)}/consents");
    }

    private static Learner? Find(Guid id, Visit visit) => visit.Scope.Find(new LearnerId(id)) is { } learner && RightsHolders.Has(visit.Db, visit.Actor!, learner, visit.Today, visit.Now) ? learner : null;

    private string? WhoSaid(ConsentInForce one) => one.Answers.Count == 0 ? null
        : string.Join(", ", one.Answers.Select(Said));

    private string Said(Consent answer) => Words["consents.said", ("name", NameOf(answer.By.Value)), ("given", answer.IsGiven), ("date", Words.Date(Visit.Day(answer.RecordedAt)))];

    // One family's two homes learn nothing of each other here, the name neither.
    private string NameOf(Guid by) => by == Learner.Id.Value ? Learner.CalledName : Names.GetValueOrDefault(by) ?? Words["consents.another"];
}
