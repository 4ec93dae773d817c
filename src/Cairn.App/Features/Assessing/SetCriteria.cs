using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Storage.Assessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Assessing;

/// <summary>Whether the parts of a competency are judged before its whole: said by who leads the district, from a day on.</summary>
public partial class SetCriteria
{
    private const string Route = "/criteria";

    /// <summary>What was set, oldest first.</summary>
    [Parameter] public IReadOnlyList<CriteriaPolicy> All { get; set; } = [];

    /// <summary>Programs there are.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Programs { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.DistrictLeaders);
        routes.MapPost(Route, Take).For(Who.DistrictLeaders);
    }

    private static RazorComponentResult<SetCriteria> Show(Visit visit, Words words, HttpContext http) => Page(visit, Typed.Of(words, ("from", visit.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("needed", "yes")), http);

    private static async Task<IResult?> Take(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (visit.Frameworks.All(one => one.Content.Framework.Id.Value != typed.Id("framework"))) typed.Refuse("framework", words["form.choose"]);
        if (typed["needed"] is not ("yes" or "no")) typed.Refuse("needed", words["form.choose"]);
        // What was judged already was judged under what held then.
        if (typed.Day("from") is { } from && (from < visit.Today || from > visit.Today.AddYears(2))) typed.Refuse("from", words["criteria.from.wrong"]);
        if (!typed.IsGood) return Page(visit, typed, http);
        var (actor, program) = (visit.Actor!, typed.Id("program") is var one && one == Guid.Empty ? (ProgramId?)null : new ProgramId(one));
        var isSet = await visit.Write(turn => CriteriaRows.Set(turn, actor, new FrameworkId(typed.Id("framework")), program, typed["needed"] == "yes", typed.Day("from")!.Value));
        return isSet ? Results.Redirect(Route) : null;
    }

    private static RazorComponentResult<SetCriteria> Page(Visit visit, Typed typed, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var programs = visit.Db.Programs.AsNoTracking().ToList().Select(one => new FieldOption(one.Id.Value.ToString("N"), one.Name)).OrderBy(one => one.Text, StringComparer.CurrentCulture);
        return new(new { All = visit.Scope.CriteriaPolicies(), Programs = (IReadOnlyList<FieldOption>)[.. programs], Typed = typed }) { PreventStreamingRendering = true };
    }

    private string Named(CriteriaPolicy one) => Words["criteria.line", ("needed", one.IsNeeded), ("framework", Visit.Frameworks.FirstOrDefault(each => each.Content.Framework.Id == one.Framework)?.Content.Framework.Title ?? ""),
        ("program", Programs.FirstOrDefault(each => each.Value == one.Program?.Value.ToString("N"))?.Text ?? Words["criteria.everybody"]), ("date", Words.Date(one.From))];
}
