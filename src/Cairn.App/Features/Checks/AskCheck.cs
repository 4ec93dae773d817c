using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Checks;

/// <summary>"I'm ready": a learner asks for a check, says what they did since the last, and reads what became of it.</summary>
public partial class AskCheck
{
    internal const int Longest = 2000;
    private const string Route = "/learners/{id:guid}/ready";
    private const int PiecesShown = 12;

    /// <summary>Who is ready.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>For a check of what; null while they choose.</summary>
    [Parameter] public Competency? Competency { get; set; }

    /// <summary>Whether they may ask; null while they choose.</summary>
    [Parameter] public MayReassess? May { get; set; }

    /// <summary>What there is to choose from.</summary>
    [Parameter] public IReadOnlyList<Competency> All { get; set; } = [];

    /// <summary>What they asked for, newest first.</summary>
    [Parameter] public IReadOnlyList<ReadyRequest> Own { get; set; } = [];

    /// <summary>Their newest pieces of work.</summary>
    [Parameter] public IReadOnlyList<(PieceOfEvidence Piece, EvidenceText? Text)> Work { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages().OpenToBadges();
        routes.MapPost(Route, Ask).For(Who.Learners, Rights.Plan).OpenToBadges();
        routes.MapPost($"{Route}/{{request:guid}}/back", TakeBack).For(Who.Learners, Rights.Plan).OpenToBadges();
    }

    private static RazorComponentResult<AskCheck>? Show(Guid id, Visit visit, Words words, HttpContext http, string? competency = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(visit, http, learner, Find(visit, competency), Typed.Of(words)) : null;

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || Find(visit, typed["competency"]) is not var (framework, competency)) return null;
        var (text, done) = (typed.Text("words", Longest), typed.Text("done", Longest));
        var target = TargetIn(typed);
        if (target is not null && !framework.Content.TargetsOf(competency.Id).Any(one => one.Id == target && one.IsActive)) return null;
        EvidenceId? piece = typed.Id("piece") is var told && told != Guid.Empty ? new EvidenceId(told) : null;
        if (!typed.IsGood) return Page(visit, http, learner, (framework, competency), typed);
        var (isAsked, why) = await visit.Write(turn => ReadyRows.Ask(turn, visit.ScopeOf(turn), learner, framework, new ReadyWish(competency, target, text, done, piece), visit.DistrictDay, new ReadyRequestId(typed.Once($"ready {learner.Id.Value:N}", visit.Actor!.Person))));
        if (isAsked) return Results.Redirect($"{PathOf(learner)}#own");
        if (why is null) return null;
        if (why.Fault == ReassessFault.NeedsCorrectives) typed.Refuse("done", words["ready.done.needed"]);
        return Page(visit, http, learner, (framework, competency), typed);
    }

    private static async Task<IResult?> TakeBack(Guid id, Guid request, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var change = await visit.Write(turn => ReadyRows.Change(turn, visit.ScopeOf(turn), new ReadyRequestId(request), typed.Whole("version", 1, int.MaxValue), one => one.TakeBack(turn.Now)));
        return change == RowChange.NotFound ? null : Results.Redirect($"{PathOf(learner)}#own");
    }

    private static (FrameworkInForce Framework, Competency Competency)? Find(Visit visit, string? code) => code is not { Length: > 0 } ? null : (
        from framework in visit.Frameworks
        let found = framework.Content.Find(code) ?? (Guid.TryParseExact(code, "N", out var id) ? framework.Content.Find(new CompetencyId(id)) : null)
        where found is not null && framework.Content.Counts(found.Id) && framework.Content.AreaOf(found).Kind == AreaKind.Learning
        select ((FrameworkInForce, Competency)?)(framework, found)).FirstOrDefault();

    private static RazorComponentResult<AskCheck> Page(Visit visit, HttpContext http, Learner learner, (FrameworkInForce Framework, Competency Competency)? about, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var isSelf = visit.Actor!.Kind == ActorKind.Learner;
        return new(new
        {
            Learner = learner, Typed = typed, about?.Competency, Own = ReadyRows.Of(visit.Db, visit.Scope, learner.Id),
            May = isSelf && about is var (framework, competency) ? ReadyRows.MayAsk(visit.Db, visit.Scope, learner, framework, competency, TargetIn(typed), visit.DistrictDay).May : null,
            All = (IReadOnlyList<Competency>)(isSelf ? [.. visit.Frameworks.SelectMany(one => one.Content.Competencies.Where(each => one.Content.Counts(each.Id) && one.Content.AreaOf(each).Kind == AreaKind.Learning))] : []),
            Work = isSelf && about is not null ? visit.Scope.NewestEvidence(learner.Id, PiecesShown) : [],
        }) { PreventStreamingRendering = true };
    }

    private static TargetId? TargetIn(Typed typed) => typed["target"].Length > 0 ? new TargetId(typed.Id("target")) : null;

    private static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/ready";
}
