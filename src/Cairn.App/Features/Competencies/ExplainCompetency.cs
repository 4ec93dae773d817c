using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Competencies;

/// <summary>"Why this level?" alone, without a page around it: the panel beside a grid.</summary>
public partial class ExplainCompetency
{
    /// <summary>What is explained.</summary>
    [Parameter, EditorRequired] public CompetencyStanding Standing { get; set; } = null!;

    /// <summary>The last day whose showings count; null for today.</summary>
    [Parameter] public DateOnly? ShownBy { get; set; }

    /// <summary>The whole page, with the same question.</summary>
    [Parameter, EditorRequired] public string Href { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/learners/{id:guid}/why/{**code:minlength(1)}", Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static IResult? Show(Guid id, string code, Visit visit, HttpContext http, string? stage = null, string? shownBy = null) =>
        CompetencyAsked.Find(id, code, visit, stage, shownBy) is not { } asked ? null
        : asked.IsFresh(http, visit) ? Results.StatusCode(StatusCodes.Status304NotModified)
        : visit.Actor!.Kind == ActorKind.Guardian ? new RazorComponentResult<FamilyWhy>(new { asked.Standing }) { PreventStreamingRendering = true }
        : new RazorComponentResult<ExplainCompetency>(new { asked.Standing, asked.ShownBy, Href = Visit.PathOf(asked.Standing.Learner.Id, asked.Standing.Competency) + http.Request.QueryString })
        { PreventStreamingRendering = true };
}
