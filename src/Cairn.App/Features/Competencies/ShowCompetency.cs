using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery.Rules;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Competencies;

/// <summary>One competency of one learner: "Why this level?" with trend, evidence, arithmetic and what would change it.</summary>
public partial class ShowCompetency
{
    /// <summary>What is explained.</summary>
    [Parameter, EditorRequired] public CompetencyStanding Standing { get; set; } = null!;

    /// <summary>The last day whose showings count; null for today.</summary>
    [Parameter] public DateOnly? ShownBy { get; set; }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/learners/{id:guid}/competencies/{**code:minlength(1)}", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static IResult? Show(Guid id, string code, Visit visit, HttpContext http, string? stage = null, string? shownBy = null) =>
        CompetencyAsked.Find(id, code, visit, stage, shownBy) is not { } asked ? (shownBy is null ? Unseen(id, code, visit, stage) : null)
        : asked.IsFresh(http, visit) ? Results.StatusCode(StatusCodes.Status304NotModified)
        : visit.Actor!.Kind == ActorKind.Guardian ? new RazorComponentResult<ReadCompetency>(new { asked.Standing }) { PreventStreamingRendering = true }
        : new RazorComponentResult<ShowCompetency>(new { asked.Standing, asked.ShownBy }) { PreventStreamingRendering = true };

    // Where nothing was shown there is nothing to explain: what it asks for is told instead, of the whole or of a stage that rules may ask for.
    private static RazorComponentResult<UnseenCompetency>? Unseen(Guid id, string code, Visit visit, string? stage)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || !visit.Scope.May(learner.Id, Rights.SeeRecord)) return null;
        int? at = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (stage is not null && at is null) return null;
        var found = visit.Frameworks.Select(one => (In: one, Found: one.Content.Find(code) ?? (Guid.TryParseExact(code, "N", out var own) ? one.Content.Find(new CompetencyId(own)) : null)))
            .FirstOrDefault(one => one.Found is { } competency && IsAsked(visit, one.In, learner, competency.Id, at));
        return found.Found is null ? null : new RazorComponentResult<UnseenCompetency>(new { Learner = learner, Framework = found.In, Competency = found.Found, Stage = at }) { PreventStreamingRendering = true };
    }

    private static bool IsAsked(Visit visit, FrameworkInForce framework, Learner learner, CompetencyId competency, int? stage) =>
        (framework.Content.Counts(competency) && (stage is null || (stage >= 1 && stage <= (framework.RulesFor(learner.Place).RuleOf(competency).Rule is Continuum { LastStage: var last } ? last : framework.Content.Version.LastStage))))
        // A policy of credit may ask for what is out of use meanwhile, and its page links here.
        || visit.Db.CreditParts.Any(one => one.Competency == competency && one.Stage == stage);
}
