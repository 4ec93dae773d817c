using Cairn.App.Access;
using Cairn.App.Ui.Words;
using Cairn.Learning.Diplomas;
using Cairn.Storage.Diplomas;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Diplomas;

/// <summary>Rules of diplomas: every plan with its versions and their classes, and drafts that wait for a second person.</summary>
public partial class ListPlans
{
    internal const string Route = "/diplomas/plans";

    /// <summary>All versions, by plan, the newest first.</summary>
    [Parameter] public IReadOnlyList<DiplomaPlan> Plans { get; set; } = [];

    /// <summary>Drafts of the reader's place.</summary>
    [Parameter] public IReadOnlyList<DiplomaDraft> Drafts { get; set; } = [];

    /// <summary>The names of schools.</summary>
    [Parameter] public IReadOnlyDictionary<Cairn.Learning.OrganizationId, string> Schools { get; set; } = new Dictionary<Cairn.Learning.OrganizationId, string>();

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, Show).For(Who.Educators);

    private static RazorComponentResult<ListPlans> Show(Visit visit) => new(new
    {
        Plans = (IReadOnlyList<DiplomaPlan>)[.. DiplomaPlanRows.All(visit.Db).OrderBy(one => one.Code, StringComparer.Ordinal).ThenByDescending(one => one.Number)],
        Drafts = DiplomaPlanRows.Drafts(visit.Db, visit.Actor!), Schools = SchoolsOf(visit),
    }) { PreventStreamingRendering = true };

    internal static IReadOnlyDictionary<Cairn.Learning.OrganizationId, string> SchoolsOf(Visit visit) =>
        visit.Db.Organizations.AsNoTracking().Where(one => one.Kind == Cairn.Learning.People.OrganizationKind.School).ToList().OrderBy(one => one.Name, StringComparer.Ordinal).ToDictionary(one => one.Id, one => one.Name);

    /// <summary>For whom a version is: "classes 2027 to 2029", "all classes from 2028".</summary>
    internal static string ClassesOf(int? from, int? until, Words words) => words["diploma.classes",
        ("kind", from is null ? until is null ? "all" : "until" : until is null ? "from" : from == until ? "one" : "span"),
        ("from", $"{from}"), ("until", $"{until}")];
}
