using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.Evidence;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>Credit by one policy: what is there, what is missing, and for who may, the award itself.</summary>
public partial class AwardCredit
{
    internal const string Route = "/learners/{id:guid}/credits/policies/{policy:guid}";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>How far the learner is.</summary>
    [Parameter, EditorRequired] public PolicyProgress Progress { get; set; } = null!;

    /// <summary>Pieces that a panel could look at, newest first.</summary>
    [Parameter] public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Pieces { get; set; } = [];

    /// <summary>Names of who voted.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The form that was sent with a fault: "award", "panel" or "vote".</summary>
    [Parameter] public string Sent { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.SeeRecord);
        routes.MapPost(Route, Award).For(Who.Educators, Rights.AwardCredit);
    }

    internal static PolicyProgress? Find(Visit visit, Learner learner, Guid policy) =>
        CreditProgress.Of(visit.Db, visit.Scope, learner, visit.Frameworks, visit.DistrictDay).FirstOrDefault(one => one.Policy.Id.Value == policy);

    internal static RazorComponentResult<AwardCredit> Page(Visit visit, Learner learner, PolicyProgress progress, Typed typed, HttpContext http, string sent = "")
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Learner = learner, Progress = progress, Typed = typed, Sent = sent,
            Pieces = progress.Policy.Method == CreditMethod.ExamAndArtifact && progress.Panel is null ? visit.Scope.NewestEvidence(learner.Id, 60) : [],
            Names = CreditsDoor.Names(visit, progress.Panel?.Votes.Select(one => one.Vote.By) ?? []),
        }) { PreventStreamingRendering = true };
    }

    private static RazorComponentResult<AwardCredit>? Show(Guid id, Guid policy, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner && Find(visit, learner, policy) is { } progress ? Page(visit, learner, progress, Typed.Of(words), http) : null;

    private static async Task<IResult?> Award(Guid id, Guid policy, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || Find(visit, learner, policy) is not { } progress) return null;
        var typed = await Typed.Read(http, words);
        var reason = typed.Text("reason", 2_000);
        var level = typed.NumberOrNone("level", 0, 255);
        if (!int.TryParse(typed["amount"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) typed.Refuse("amount", words["credit.not.MovedOn"]);
        if (!typed.IsGood) return Page(visit, learner, progress, typed, http, "award");
        var ask = new AwardAsk(new CreditAwardId(typed.OnceByKey($"award {learner.Id.Value:N} {policy:N}", visit.Actor!.Person)), learner.Id, new CreditPolicyId(policy), seen)
        {
            IsPartial = typed["do"] == "partial", IsWithoutGrade = typed.IsOn("ungraded"), Panel = progress.Panel?.Panel.Id, WholeLevel = level, Reason = reason,
        };
        var answer = await visit.Write(turn => CreditAwarding.Award(turn, visit.ScopeOf(turn), ask, progress.Framework, visit.DistrictDay), why: reason, purpose: "credit");
        if (answer.Outcome == CreditOutcome.NotFound) return null;
        if (answer.Outcome == CreditOutcome.Done) return Results.Redirect($"{CreditsDoor.PathOf(learner.Id)}#earned");
        typed.Refuse(answer.Outcome == CreditOutcome.NeedsReason ? "reason" : "amount", CreditsDoor.Why(answer, words));
        return Find(visit, learner, policy) is { } now ? Page(visit, learner, now, typed, http, "award") : null;
    }

    // The levels at the line or above: what is judged as a whole is judged Proficient, or not awarded.
    private IReadOnlyList<FieldOption> Levels => [new FieldOption("", Words["form.choose"]), .. PanelRows.ScaleOf(Progress.Framework, Learner) is var scale ? scale.Levels.Where(scale.IsProficient).Select(one => new FieldOption(Number(one.Number), LevelLook.Text(one, Words))) : []];

    private IReadOnlyList<FieldOption> AllLevels => [new FieldOption("", Words["form.choose"]), .. PanelRows.ScaleOf(Progress.Framework, Learner).Levels.Select(one => new FieldOption(Number(one.Number), LevelLook.Text(one, Words)))];

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
