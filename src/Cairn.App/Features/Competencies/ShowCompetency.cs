using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning;
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
        CompetencyAsked.Find(id, code, visit, stage, shownBy) is not { } asked ? (stage is null && shownBy is null ? Unseen(id, code, visit) : null)
        : asked.IsFresh(http, visit) ? Results.StatusCode(StatusCodes.Status304NotModified)
        : visit.Actor!.Kind == ActorKind.Guardian ? new RazorComponentResult<ReadCompetency>(new { asked.Standing }) { PreventStreamingRendering = true }
        : new RazorComponentResult<ShowCompetency>(new { asked.Standing, asked.ShownBy }) { PreventStreamingRendering = true };

    // Of a continuum that was not entered there is nothing to explain: what it asks for is told instead.
    private static RazorComponentResult<UnseenCompetency>? Unseen(Guid id, string code, Visit visit) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner && visit.Scope.May(learner.Id, Rights.SeeRecord)
        && visit.Frameworks.Select(one => (In: one, Found: one.Content.Find(code) ?? (Guid.TryParseExact(code, "N", out var own) ? one.Content.Find(new CompetencyId(own)) : null)))
            .FirstOrDefault(one => one.Found is not null && one.In.Content.Counts(one.Found.Id)) is { Found: { } competency, In: var framework }
            ? new RazorComponentResult<UnseenCompetency>(new { Learner = learner, Framework = framework, Competency = competency }) { PreventStreamingRendering = true } : null;
}
