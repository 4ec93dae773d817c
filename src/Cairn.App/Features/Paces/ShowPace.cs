using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Paces;

/// <summary>How a learner goes: pace against plan, a forecast in words, what is ready next, what they may choose, habits with examples, and what supports them.</summary>
public partial class ShowPace
{
    private const string Route = "/learners/{id:guid}/pace";
    private const int ExamplesShown = 3;

    /// <summary>Who.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>How they go.</summary>
    [Parameter, EditorRequired] public LearnerPace Pace { get; set; } = null!;

    /// <summary>The frameworks that it is about.</summary>
    [Parameter] public IReadOnlyList<FrameworkInForce> Frameworks { get; set; } = [];

    /// <summary>What they chose.</summary>
    [Parameter] public IReadOnlyDictionary<CompetencyId, PathChoice> Chosen { get; set; } = new Dictionary<CompetencyId, PathChoice>();

    /// <summary>What supports them, as far as the reader sees it.</summary>
    [Parameter] public IReadOnlyList<SupportOf> Supports { get; set; } = [];

    /// <summary>Habits, each with where it stands and its newest examples.</summary>
    [Parameter] public IReadOnlyList<Habit> Habits { get; set; } = [];

    /// <summary>A habit of work, which never enters a level of learning.</summary>
    /// <param name="Competency">The habit.</param>
    /// <param name="Is">Where it stands.</param>
    /// <param name="Examples">The newest examples: what was said of them, when, and of which work.</param>
    public sealed record Habit(Competency Competency, Determination Is, IReadOnlyList<(Judgment Judgment, EvidenceText? Text)> Examples);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost("/learners/{id:guid}/choices", Choose).For(Who.Learners, Rights.Plan);
    }

    private static RazorComponentResult<ShowPace>? Show(Guid id, Visit visit, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var (at, on) = (PacingRows.MomentOf(visit.Db, learner.Place, visit.DistrictDay), visit.DistrictDay);
        if (PacingRows.PaceOf(visit.Scope, learner, visit.Frameworks, at, on) is not var (pace, record, begun)) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new
        {
            Learner = learner, Pace = pace, Frameworks = begun, Habits = HabitsOf(visit, learner, record, begun),
            Chosen = ChoiceRows.Of(visit.Db, visit.Scope, learner.Id), Supports = SupportRows.Of(visit.Db, visit.Scope, learner.Id),
        }) { PreventStreamingRendering = true };
    }

    private static async Task<IResult?> Choose(Guid id, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (learner, competency) = (new LearnerId(id), new CompetencyId(typed.Id("competency")));
        if (!visit.Frameworks.Any(one => one.Content.Counts(competency))) return null;
        var step = typed.Choice<NextStep>("step");
        if (!typed.IsGood) return null;
        return await visit.Write(turn => ChoiceRows.Choose(turn, visit.ScopeOf(turn), learner, competency, step)) ? Results.Redirect($"{Visit.PathOf(learner)}/pace#choices") : null;
    }

    private static IReadOnlyList<Habit> HabitsOf(Visit visit, Learner learner, LearnerRecord record, IReadOnlyList<FrameworkInForce> begun)
    {
        var found = (from framework in begun
                     from competency in framework.Content.Competencies
                     where framework.Content.Counts(competency.Id) && framework.Content.AreaOf(competency).Kind == AreaKind.Habits
                     let stands = Standing.Of(competency, record, framework.Content, framework.RulesFor(learner.Place), AsOf.Everything)
                     where stands.Count > 0
                     select (Competency: competency, Is: stands[^1], Newest: record.JudgmentsUnder(competency.Id)
                         .Where(one => one.Role != JudgeRole.Learner && !record.IsRetracted(one, AsOf.Everything)).OrderDescending(Comparer<Judgment>.Create(Judgment.InOrder)).Take(ExamplesShown).ToList())).ToList();
        var texts = visit.Scope.TextsOf(learner.Id, [.. found.SelectMany(one => one.Newest).Select(one => one.Evidence).OfType<EvidenceId>().Distinct()]);
        return [.. found.Select(one => new Habit(one.Competency, one.Is, [.. one.Newest.Select(each => (each, each.Evidence is { } piece ? texts.GetValueOrDefault(piece) : null))]))];
    }
}
