using Cairn.App.Access;
using Cairn.Learning.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.People;

/// <summary>GET /people/birth-dates: learners with a guardian and no birth date. Nobody can tell when the right passes to them: somebody looks.</summary>
public partial class ListWithoutBirthDate
{
    private const int MostShown = 500;

    [Parameter] public IReadOnlyList<Learner> Learners { get; set; } = [];

    internal static void Map(IEndpointRouteBuilder people) => people.MapGet("/birth-dates", (Visit visit) =>
        new RazorComponentResult<ListWithoutBirthDate>(new { Learners = visit.Scope.WithoutBirthDate(MostShown) }) { PreventStreamingRendering = true }).For(Who.DistrictLeaders | Who.PrivacyOfficers);
}
