using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;

namespace Cairn.App.Features.Plans;

/// <summary>Begins a plan, and writes who it is about and for when.</summary>
internal static class WritePlan
{
    private const int LongestTitle = 80;
    private const int MostYears = 3;
    private const int SchoolYearBegins = 7;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(PlansDoor.Route, Begin).For(Who.Learners | Who.Educators, Rights.Plan);
        routes.MapPost(PlansDoor.OfOne, Write).For(Who.Learners | Who.Educators, Rights.Plan);
    }

    /// <summary>The school year that a day lies in: what it is called, its first day and its last.</summary>
    public static (string Title, DateOnly From, DateOnly Until) YearOf(DateOnly day)
    {
        var first = new DateOnly(day.Month >= SchoolYearBegins ? day.Year : day.Year - 1, SchoolYearBegins, 1);
        return (string.Create(CultureInfo.InvariantCulture, $"{first.Year}-{(first.Year + 1) % 100:00}"), first, first.AddYears(1).AddDays(-1));
    }

    private static async Task<IResult?> Begin(Guid id, Visit visit, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var (title, from, until) = YearOf(visit.Today);
        await visit.Write(turn => PlanRows.Begin(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), learner.Id, title, from, until));
        // Whoever began it meanwhile: there it is.
        return Results.Redirect($"{Visit.PathOf(learner.Id)}/plan");
    }

    private static async Task<IResult?> Write(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || PlanRows.Find(visit.Db, visit.Scope, learner.Id, new LearningPlanId(plan)) is not { } stands) return null;
        var typed = await Typed.Read(http, words);
        var form = new PlanForm(learner, new LearningPlanId(plan), typed, "about");
        var (title, strengths, interests) = (typed.Text("title", LongestTitle, isNeeded: true), typed.Text("strengths", PlanForm.LongestWords), typed.Text("interests", PlanForm.LongestWords));
        var (from, until) = (typed.PlannedDay("from", visit.Today, stands.Plan.From), typed.Day("until"));
        if (from > until || from?.AddYears(MostYears) < until) typed.Refuse("until", words["plan.until.wrong", ("years", MostYears)]);
        if (!typed.IsGood) return form.Again(visit, http);
        return await form.Change(visit, http, (_, one) => one.Write(title, from!.Value, until!.Value, strengths, interests));
    }
}
