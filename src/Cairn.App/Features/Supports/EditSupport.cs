using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Supports;

/// <summary>A support plan: drafted from what is off, changed by an educator, agreed, and ended. The family sees it from the day it is agreed.</summary>
public partial class EditSupport
{
    private const string Route = "/learners/{id:guid}/supports";
    private const int Most = 8;
    private const int Longest = 500;
    private const int LongestOutcome = 2000;

    /// <summary>For whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired] public SupportPlan Plan { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route, Draft).For(Who.Educators, Rights.Plan);
        routes.MapGet($"{Route}/{{plan:guid}}", Show).For(Who.Educators, Rights.Plan);
        routes.MapPost($"{Route}/{{plan:guid}}", Change).For(Who.Educators, Rights.Plan);
    }

    private static async Task<IResult?> Draft(Guid id, Visit visit, Words words)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var at = PacingRows.MomentOf(visit.Db, learner.Place, visit.DistrictDay);
        if (PacingRows.PaceOf(visit.Scope, learner, visit.Frameworks, at, visit.DistrictDay) is not var (pace, _, begun)) return null;
        var lines = SupportDraft.From(pace.Band, pace.Stall, pace.MissingFirst, visit.Today, at.Calendar).Lines.Select(one => Said(one, learner, begun, words)).ToList();
        var plan = await visit.Write(turn => SupportRows.Draft(turn, visit.ScopeOf(turn), learner.Id, lines));
        return plan is { } made ? Results.Redirect($"{Visit.PathOf(learner.Id)}/supports/{made.Value:N}") : null;
    }

    private static RazorComponentResult<EditSupport>? Show(Guid id, Guid plan, Visit visit, Words words, HttpContext http) =>
        Find(id, plan, visit) is var (learner, found) ? Page(http, learner, found.Plan, Stored(words, found)) : null;

    private static async Task<IResult?> Change(Guid id, Guid plan, Visit visit, Words words, HttpContext http)
    {
        if (Find(id, plan, visit) is not var (learner, found)) return null;
        var typed = await Typed.Read(http, words);
        var (what, by, seen) = (typed["do"], new PersonId(visit.Actor!.Person), int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var version) ? version : 0);
        if (what is not ("save" or "agree" or "end")) return null;
        var outcome = what == "end" ? typed.Text("outcome", LongestOutcome, isNeeded: true) : "";
        List<TypedLine>? lines = what == "end" ? null : [.. Lines(typed)];
        if (lines is { Count: 0 }) typed.Refuse("what-1", words["support.empty"]);
        if (!typed.IsGood) return Page(http, learner, found.Plan, typed);
        var change = await visit.Write(turn => SupportRows.Change(turn, visit.ScopeOf(turn), found.Plan.Id, seen, one =>
        {
            if (what == "end") one.End(by, outcome, turn.Now);
            else if (what == "agree") one.Agree(by, turn.Now);
            else one.Write();
        }, lines));
        if (change == RowChange.Done) return Results.Redirect($"{Visit.PathOf(learner.Id)}/pace#support-{found.Plan.Id.Value:N}");
        if (change == RowChange.NotFound || Find(id, plan, visit) is not var (_, now)) return null;
        typed.IsOvertaken = true;
        return Page(http, learner, now.Plan, typed);
    }

    // A line without a word of what is done is no line.
    private static IEnumerable<TypedLine> Lines(Typed typed)
    {
        for (var i = 1; i <= Most; i++)
        {
            var (what, who, why) = (typed.Text($"what-{i}", Longest), typed.Text($"who-{i}", Longest), typed.Text($"why-{i}", Longest));
            var day = typed[$"by-{i}"].Length > 0 ? typed.Day($"by-{i}") : null;
            if (what.Length > 0) yield return new TypedLine(what, who, day, why);
        }
    }

    private static TypedLine Said(DraftLine one, Learner learner, IReadOnlyList<FrameworkInForce> frameworks, Words words)
    {
        var title = one.Competency is { } id ? frameworks.Select(each => each.Content.Find(id)?.Title).FirstOrDefault(each => each is not null) ?? "" : "";
        return new TypedLine(words[$"support.what.{one.Step}", ("name", learner.CalledName), ("title", title)], words[$"support.who.{one.Who}", ("name", learner.CalledName)], one.By,
            words[$"support.why.{one.Why}", ("count", one.Count), ("title", title)]);
    }

    private static (Learner Learner, SupportOf Found)? Find(Guid id, Guid plan, Visit visit) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner && SupportRows.Of(visit.Db, visit.Scope, learner.Id).FirstOrDefault(one => one.Plan.Id.Value == plan) is { } found ? (learner, found) : null;

    private static Typed Stored(Words words, SupportOf found) => Typed.Of(words, [.. found.Lines.SelectMany((one, i) => ((string, object?)[])
        [($"what-{i + 1}", one.What), ($"who-{i + 1}", one.Who), ($"by-{i + 1}", one.ByDay is { } day ? $"{day:yyyy-MM-dd}" : ""), ($"why-{i + 1}", one.Reason)])]);

    private static RazorComponentResult<EditSupport> Page(HttpContext http, Learner learner, SupportPlan plan, Typed typed)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return new(new { Learner = learner, Plan = plan, Typed = typed }) { PreventStreamingRendering = true };
    }
}
