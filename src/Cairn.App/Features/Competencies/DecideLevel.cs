using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Interop.Csv;
using Cairn.Learning;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage.Assessing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Competencies;

/// <summary>A level that an educator decides in place of the rule, with a reason and an end; and its withdrawal.</summary>
public partial class DecideLevel
{
    private const string Route = "/learners/{id:guid}/decide/{**code:minlength(1)}";
    private const int Longest = 2000;
    private const string Day = "yyyy-MM-dd";

    /// <summary>Of whom, in what.</summary>
    [Parameter, EditorRequired] public CompetencyStanding Standing { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Override);
        routes.MapPost(Route, Take).For(Who.Educators, Rights.Override);
    }

    internal static string PathOf(CompetencyStanding standing) => Visit.PathOf(standing.Learner.Id, standing.Competency).Replace("/competencies/", "/decide/", StringComparison.Ordinal);

    private static RazorComponentResult<DecideLevel>? Show(Guid id, string code, Visit visit, Words words, HttpContext http, string? stage = null) => CompetencyAsked.Find(id, code, visit, stage, null) is { } asked
        ? Page(asked.Standing, Typed.Of(words, ("id", Guid.CreateVersion7().ToString("N")), ("until", visit.Today.AddDays(OverrideTerm.Usual).ToString(Day, CultureInfo.InvariantCulture))), http) : null;

    private static async Task<IResult?> Take(Guid id, string code, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (CompetencyAsked.Find(id, code, visit, typed["stage"], null) is not { } asked) return null;
        var (standing, actor, today) = (asked.Standing, visit.Actor!, visit.Today);
        var reason = typed.Text("reason", Longest, isNeeded: true);
        if (typed["do"] == "withdraw")
        {
            if (standing.Shown.Override is not { } set || set.Id.Value != typed.Id("decision")) return null;
            if (!typed.IsGood) return Page(standing, typed, http);
            var back = await visit.Write(turn => new PieceJudging(turn, actor, today).TakeBack(standing.Learner.Id, RetractedKind.Override, set.Id.Value), why: reason);
            return await Answered(back, standing, typed, words, http);
        }

        var level = typed.NumberOrNone("level", 0, 999);
        if (level is not { } number || standing.Shown.Scale.WithNumber(number) is null) typed.Refuse("level", words["form.choose"]);
        if (typed.Day("until") is { } last && !OverrideTerm.IsGood(today, last)) typed.Refuse("until", words["decide.until.wrong", ("most", words.Date(today.AddDays(OverrideTerm.Longest)))]);
        if (!typed.IsGood) return Page(standing, typed, http);
        var claim = new SaidClaim(standing.Competency.Id, null, standing.Shown.Stage, level, null, reason);
        if (claim.FaultOf(standing.Framework, standing.Learner) is var misfit && misfit != AssessFault.None) return await Answered(new Assessed(misfit), standing, typed, words, http);
        var until = ZonedDay.StartOf(typed.Day("until")!.Value.AddDays(1), visit.Served.Zone);
        return await Answered(await visit.Write(turn => Deciding.Set(turn, actor, today, standing.Learner.Id, typed.Id("id"), claim, until)), standing, typed, words, http);
    }

    private static async Task<IResult?> Answered(Assessed done, CompetencyStanding standing, Typed typed, Words words, HttpContext http)
    {
        if (done.Fault == AssessFault.None) return Results.Redirect(Visit.PathOf(standing.Learner.Id, standing.Competency) + (standing.Shown.Stage is { } at ? $"?stage={at}" : ""));
        if (done.Fault == AssessFault.NotFound) return null;
        if (done.Fault is AssessFault.SeesOnly or AssessFault.Own) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.NotTheirs);
        typed.Refuse("level", words[$"assess.{done.Fault}", ("name", standing.Learner.CalledName)]);
        return Page(standing, typed, http);
    }

    private static RazorComponentResult<DecideLevel> Page(CompetencyStanding standing, Typed typed, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Standing = standing, Typed = typed }) { PreventStreamingRendering = true };
    }

    private IReadOnlyList<FieldOption> Levels => [new("", Words["form.choose"]), .. Standing.Shown.Scale.Levels.Select(one => new FieldOption(one.Number.ToString(CultureInfo.InvariantCulture), LevelLook.Text(one, Words)))];
}
