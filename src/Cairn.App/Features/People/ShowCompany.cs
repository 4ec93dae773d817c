using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.People;

/// <summary>GET /learners/{id}/people: who else is with a learner: family and what keeps one of them away, mentors, and whoever took access in
/// an emergency.</summary>
public partial class ShowCompany
{
    /// <summary>Who.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    [Parameter] public IReadOnlyList<CareLine> Care { get; set; } = [];

    [Parameter] public IReadOnlyList<PlacementLine> Placements { get; set; } = [];

    [Parameter] public IReadOnlyList<(EmergencyAccess Access, string By)> Emergencies { get; set; } = [];

    /// <summary>Mentors there are.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Mentors { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/learners/{id:guid}/people", (Guid id, Visit visit, Words words) => Page(visit, id, Typed.Of(words))).For(Who.Leaders, Rights.Manage);

    internal static RazorComponentResult<ShowCompany>? Page(Visit visit, Guid id, Typed typed)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var partners = visit.Db.Organizations.AsNoTracking().ToDictionary(one => one.Id, one => one.Name);
        return new(new
        {
            Learner = learner, Typed = typed, Care = visit.Scope.CareOf(learner.Id), Placements = visit.Scope.PlacementsOf(learner.Id), Emergencies = visit.Scope.EmergenciesOf(learner.Id),
            Mentors = (IReadOnlyList<FieldOption>)[.. visit.Db.Sponsors.AsNoTracking().OrderBy(one => one.DisplayName).ToList().Select(one => new FieldOption(one.Id.Value.ToString("N"), $"{one.DisplayName}, {partners.GetValueOrDefault(one.Organization, "")}"))],
        }) { PreventStreamingRendering = true, StatusCode = typed.IsGood ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
    }
}
