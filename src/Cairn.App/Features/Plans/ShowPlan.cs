using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Plans;

/// <summary>A learner's plan: who they are, where they want to go, the way there, and who has read it.</summary>
public partial class ShowPlan
{
    /// <summary>Whose plan.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The plan; null where there is none yet.</summary>
    [Parameter] public PlanRead? Read { get; set; }

    /// <summary>All plans, the newest first.</summary>
    [Parameter] public IReadOnlyList<LearningPlan> All { get; set; } = [];

    /// <summary>Where the learner stands, and what is ready.</summary>
    [Parameter, EditorRequired] public WhereNow Where { get; set; } = null!;

    /// <summary>What there is to learn from now.</summary>
    [Parameter, EditorRequired] public ResourcesFor Resources { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The form that was sent with a fault; empty for none.</summary>
    [Parameter] public string Sent { get; set; } = "";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(PlansDoor.Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).OpenToBadges().InFamilyLanguages();

    private static RazorComponentResult<ShowPlan>? Show(Guid id, Visit visit, Words words, HttpContext http, string? plan = null)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var wanted = Guid.TryParse(plan, out var one) ? new LearningPlanId(one) : (LearningPlanId?)null;
        // An address that names a plan of somebody else's, or none, finds nothing.
        if (wanted is not null && PlanRows.Find(visit.Db, visit.Scope, learner.Id, wanted) is null) return null;
        return Page(visit, http, learner, wanted, Typed.Of(words));
    }

    internal static RazorComponentResult<ShowPlan> Page(Visit visit, HttpContext http, Learner learner, LearningPlanId? plan, Typed typed, string sent = "")
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var read = PlanRows.Find(visit.Db, visit.Scope, learner.Id, plan);
        var where = WhereOf(visit, learner, read?.Plan);
        var resources = ResourceRows.All(visit.Db);
        return new(new
        {
            Learner = learner, Read = read, All = PlanRows.Of(visit.Db, visit.Scope, learner.Id), Where = where,
            Resources = ResourcesFor.From(resources, [.. where.All.Select(one => one.Now), .. ResourceRows.TargetsNow(visit.Scope, visit.Frameworks, learner, resources)], where.Ready.Next), Typed = typed, Sent = sent,
        }) { PreventStreamingRendering = true };
    }

    /// <summary>Where the learner stands. What pace counts as shown of the plan they work by is shown on the plan too: of a continuum, the stage that it began with.</summary>
    internal static WhereNow WhereOf(Visit visit, Learner learner, LearningPlan? plan)
    {
        var where = WhereNow.Of(visit.Scope, visit.Frameworks, learner, visit.Now);
        var on = visit.DistrictDay;
        return plan?.State == PlanState.Active && PacingRows.PaceOf(visit.Scope, learner, visit.Frameworks, PacingRows.MomentOf(visit.Db, learner.Place, on), on)?.Pace.Steps is { } steps
            ? where with { Shown = where.Shown.Union(steps.Shown).ToHashSet() } : where;
    }
}
