using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.PlanTemplates;

/// <summary>What plans begin from: the templates there are, and a new one.</summary>
public partial class KeepTemplates
{
    internal const string Route = "/plans/templates";
    internal const int LongestTitle = 120;
    internal const int LongestGoals = 4000;

    /// <summary>The templates.</summary>
    [Parameter] public IReadOnlyList<TemplateRead> All { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Make).For(Who.Educators);
        EditTemplate.Map(routes);
    }

    private static RazorComponentResult<KeepTemplates> Show(Visit visit, Words words) => Page(visit, Typed.Of(words));

    private static async Task<IResult> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var (title, cohort, goals) = Said(typed);
        if (!typed.IsGood) return Page(visit, typed);
        var made = await visit.Write(turn => PlanTemplateRows.Make(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), title, cohort, goals, new PlanTemplateId(typed.Once("template", visit.Actor!.Person))));
        return Results.Redirect(PathOf(made));
    }

    internal static (string Title, string Cohort, string Goals) Said(Typed typed) =>
        (typed.Text("title", LongestTitle, isNeeded: true), typed.Text("cohort", LongestTitle), typed.Text("goals", LongestGoals));

    internal static string PathOf(PlanTemplateId id) => string.Create(CultureInfo.InvariantCulture, $"{Route}/{id.Value:N}");

    private static RazorComponentResult<KeepTemplates> Page(Visit visit, Typed typed) => new(new { All = PlanTemplateRows.All(visit.Db, visit.Scope), Typed = typed }) { PreventStreamingRendering = true };
}
