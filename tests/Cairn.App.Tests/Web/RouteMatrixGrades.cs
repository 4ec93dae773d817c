namespace Cairn.App.Tests.Web;

/// <summary>The routes of conversions, trials and grades.</summary>
public sealed partial class RouteMatrixTests
{
    private static Row[] Grades =>
    [
        new("/grades/conversions", "/grades/conversions", 401, 404, 404, 200, 200, 200),
        new("/grades/conversions/new", "/grades/conversions/new?from=rutland", 401, 404, 404, 404, 404, 200),
        new("/grades/conversions/{conversion:guid}", "/grades/conversions/{own}", 401, 404, 404, 404, 404, 404),
        new("/grades/conversions/{conversion:guid}/edit", "/grades/conversions/{own}/edit", 401, 404, 404, 404, 404, 404),
        new("/grades/simulation", "/grades/simulation", 401, 404, 404, 404, 404, 200),
        // Where nothing is tried there is nothing to show to others.
        new("/grades/simulation/groups", "/grades/simulation/groups", 401, 404, 404, 404, 404, 404),
        new("/learners/{id:guid}/grades", "/learners/{own}/grades", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/grades/letter", "/learners/{own}/grades/letter", 401, 200, 404, 200, 404, 200),
        new("/learners/{id:guid}/grades/{key}", "/learners/{own}/grades/none", 401, 404, 404, 404, 404, 404),
    ];
}
