using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>Exceptions from requirements of a diploma: one person asks, another approves.</summary>
public partial class WaiveRequirements
{
    private const string Route = "/learners/{id:guid}/waivers";

    /// <summary>For whom.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The waivers, newest first.</summary>
    [Parameter] public IReadOnlyList<Waiver> All { get; set; } = [];

    /// <summary>Names of who asked and decided.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>What people call the requirements.</summary>
    [Parameter, EditorRequired] public RequirementNames Rules { get; set; } = null!;

    /// <summary>The waiver whose form was sent with a fault; null for none, and for a new one.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators, Rights.Certify);
        routes.MapPost(Route, Ask).For(Who.Educators, Rights.Certify);
        routes.MapPost($"{Route}/{{waiver:guid}}", Decide).For(Who.Educators, Rights.Certify);
    }

    private static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/waivers";

    private static RazorComponentResult<WaiveRequirements>? Show(Guid id, Visit visit, Words words, HttpContext http, string? plan = null, string? leaf = null) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, words, http, Typed.Of(words, ("plan", plan), ("leaf", leaf)), null) : null;

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var (plan, leaf, reason) = (typed.Text("plan", 60, isNeeded: true), typed.Text("leaf", 200, isNeeded: true), typed.Text("reason", 2_000, isNeeded: true));
        if (RequirementNames.Of(visit, words, learner.Id).IsWhole(plan, leaf)) typed.Refuse("leaf", words["credit.waiver.notWhole"]);
        if (!typed.IsGood) return Page(learner, visit, words, http, typed, null);
        var done = await visit.Write(turn => WaiverRows.Ask(turn, visit.ScopeOf(turn), new WaiverId(typed.OnceByKey($"waiver {learner.Id.Value:N}", visit.Actor!.Person)), learner.Id, plan, leaf, reason), why: reason, purpose: "waiver");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(PathOf(learner.Id));
        typed.Refuse("leaf", words[done == CreditOutcome.MovedOn ? "credit.waiver.there" : $"credit.not.{done}"]);
        return Page(learner, visit, words, http, typed, null);
    }

    private static async Task<IResult?> Decide(Guid id, Guid waiver, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || WaiverRows.Of(visit.Db, visit.Scope, learner.Id).All(one => one.Id.Value != waiver)) return null;
        var typed = await Typed.Read(http, words);
        if (typed["do"] is not ("approve" or "refuse" or "end")) return null;
        var text = typed.Text("decision", 2_000, isNeeded: typed["do"] == "refuse");
        if (!typed.IsGood) return Page(learner, visit, words, http, typed, waiver);
        bool? isApproved = typed["do"] == "end" ? null : typed["do"] == "approve";
        var done = await visit.Write(turn => WaiverRows.Change(turn, visit.ScopeOf(turn), new WaiverId(waiver), CreditsDoor.Seen(typed), isApproved, text), why: text, purpose: "waiver");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect(PathOf(learner.Id));
        if (done == CreditOutcome.NeedsCertify) await http.RequestServices.GetRequiredService<Refusals>().Note(http, RefusedWhy.AgainstRule);
        if (done == CreditOutcome.MovedOn) typed.IsOvertaken = true;
        else typed.Refuse("decision", words[done == CreditOutcome.NeedsCertify ? "credit.waiver.second" : $"credit.not.{done}"]);
        return Page(learner, visit, words, http, typed, waiver);
    }

    private static RazorComponentResult<WaiveRequirements> Page(Learner learner, Visit visit, Words words, HttpContext http, Typed typed, Guid? sent)
    {
        CreditsDoor.KeepNothing(http);
        var all = WaiverRows.Of(visit.Db, visit.Scope, learner.Id);
        return new(new { Learner = learner, All = all, Rules = RequirementNames.Of(visit, words, learner.Id), Names = CreditsDoor.Names(visit, all.SelectMany(one => (PersonId[])[one.AskedBy, one.DecidedBy ?? default])), Sent = sent, Typed = typed }) { PreventStreamingRendering = true };
    }
}
