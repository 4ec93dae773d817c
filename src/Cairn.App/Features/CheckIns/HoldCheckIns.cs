using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.CheckIns;

/// <summary>Talks of educators with a learner: planned, held with notes and next steps, and read by the learner and their family.</summary>
public partial class HoldCheckIns
{
    private const string Route = "/learners/{id:guid}/check-ins";
    private const int Longest = 4000;
    private const int MostDaysAhead = 400;

    /// <summary>With whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The talks.</summary>
    [Parameter] public IReadOnlyList<TalkLine> Talks { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The talk whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();
        routes.MapPost(Route, Plan).For(Who.Educators, Rights.Plan);
        routes.MapPost(Route + "/{talk:guid}", Change).For(Who.Educators, Rights.Plan);
    }

    private static RazorComponentResult<HoldCheckIns>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words, ("day", $"{visit.Today:yyyy-MM-dd}"))) : null;

    private static async Task<IResult?> Plan(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var day = Day(typed, visit, words);
        if (!typed.IsGood) return Page(learner, visit, http, typed);
        var made = await visit.Write(turn => AdvisoryRows.Plan(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, day!.Value, new CheckInId(typed.Once($"talk {learner.Id.Value:N}", visit.Actor!.Person))));
        return made is { } talk ? Results.Redirect($"{PathOf(learner)}#talk-{talk.Value:N}") : null;
    }

    private static async Task<IResult?> Change(Guid id, Guid talk, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || AdvisoryRows.Of(visit.Db, visit.Scope, learner.Id).All(one => one.Talk.Id.Value != talk)) return null;
        var typed = await Typed.Read(http, words);
        Action<CheckIn> change;
        if (typed["do"] == "move")
        {
            var day = Day(typed, visit, words);
            change = one => one.Move(day!.Value);
        }
        else
        {
            var (notes, next) = (typed.Text("notes", Longest, isNeeded: true), typed.Text("next", Longest));
            change = one => one.Hold(notes, next, visit.Now);
        }

        if (!typed.IsGood) return Page(learner, visit, http, typed, talk);
        var seen = int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => AdvisoryRows.Change(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, new CheckInId(talk), seen, change));
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect($"{PathOf(learner)}#talk-{talk:N}");
        typed.IsOvertaken = true;
        return Page(learner, visit, http, typed, talk);
    }

    private static DateOnly? Day(Typed typed, Visit visit, Words words)
    {
        var day = typed.Day("day");
        if (day < visit.Today || day > visit.Today.AddDays(MostDaysAhead)) typed.Refuse("day", words["talk.day.wrong"]);
        return day;
    }

    private static string PathOf(Learner learner) => $"{Visit.PathOf(learner.Id)}/check-ins";

    private static RazorComponentResult<HoldCheckIns> Page(Learner learner, Visit visit, HttpContext http, Typed typed, Guid? sent = null)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Talks = AdvisoryRows.Of(visit.Db, visit.Scope, learner.Id), Typed = typed, Sent = sent }) { PreventStreamingRendering = true };
    }
}
