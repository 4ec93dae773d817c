using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>A learner's credit: how much is earned, for what, what is under way and what is missing.</summary>
public partial class ShowCredits
{
    private const string Route = "/learners/{id:guid}/credits";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What was awarded.</summary>
    [Parameter, EditorRequired] public CreditRecord Record { get; set; } = null!;

    /// <summary>How far the learner is by every policy.</summary>
    [Parameter] public IReadOnlyList<PolicyProgress> Progress { get; set; } = [];

    /// <summary>Names of those who awarded.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The award whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>The award that somebody wants to see, such as from a diploma that rests on it; null for none.</summary>
    [Parameter] public Guid? Open { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost($"{Route}/{{award:guid}}/reverse", Reverse).For(Who.Educators, Rights.Certify);
    }

    private static RazorComponentResult<ShowCredits>? Show(Guid id, Visit visit, Words words, HttpContext http, string? award = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words), open: Guid.TryParse(award, out var one) ? one : null) : null;

    private static async Task<IResult?> Reverse(Guid id, Guid award, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        // An award of another learner is not there, whatever else the sender may do to that one.
        if (CreditRows.RecordOf(visit.Db, visit.Scope, learner.Id).All.All(one => one.Award.Id.Value != award)) return null;
        var typed = await Typed.Read(http, words);
        var text = typed.Text("reason", 2_000, isNeeded: true);
        if (!typed.IsGood) return Page(learner, visit, http, typed, award);
        var done = await visit.Write(turn => CreditAwarding.Reverse(turn, visit.ScopeOf(turn), new CreditAwardId(award), ReversalReason.Mistake, text), why: text, purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect($"{CreditsDoor.PathOf(learner.Id)}#gone");
        typed.Refuse("reason", words[$"credit.not.{done}"]);
        return Page(learner, visit, http, typed, award);
    }

    private static RazorComponentResult<ShowCredits> Page(Learner learner, Visit visit, HttpContext http, Typed typed, Guid? sent = null, Guid? open = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var record = CreditRows.RecordOf(visit.Db, visit.Scope, learner.Id);
        return new(new
        {
            Learner = learner, Record = record, Progress = CreditProgress.Of(visit.Db, visit.Scope, learner, visit.Frameworks, visit.DistrictDay),
            Names = CreditsDoor.Names(visit, record.All.SelectMany(one => (PersonId[])[one.Award.By, one.Reversal?.By ?? default])), Typed = typed, Sent = sent, Open = open,
        }) { PreventStreamingRendering = true };
    }
}
