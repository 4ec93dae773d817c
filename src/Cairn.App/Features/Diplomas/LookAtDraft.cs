using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Reasons;
using Cairn.App.Ui.Words;
using Cairn.Interop.Policies;
using Cairn.Learning;
using Cairn.Learning.Diplomas;
using Cairn.Learning.Policies;
using Cairn.Storage.Diplomas;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Diplomas;

/// <summary>A draft of rules before it is adopted: what is odd, what is otherwise than before, what it would do to learners; and adopting it, by a second person.</summary>
public partial class LookAtDraft
{
    private const string Route = "/diplomas/plans/drafts/{draft:guid}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public DiplomaDraft Draft { get; set; } = null!;

    /// <summary>Its policy.</summary>
    [Parameter, EditorRequired] public Policy Policy { get; set; } = null!;

    /// <summary>The version that it comes after; null for a new plan.</summary>
    [Parameter] public DiplomaPlan? Before { get; set; }

    /// <summary>What is otherwise.</summary>
    [Parameter] public IReadOnlyList<PolicyChange> Changes { get; set; } = [];

    /// <summary>What is odd.</summary>
    [Parameter] public IReadOnlyList<PolicyIssue> Issues { get; set; } = [];

    /// <summary>What it would do.</summary>
    [Parameter, EditorRequired] public DraftEffect Effect { get; set; } = null!;

    /// <summary>Who wrote it.</summary>
    [Parameter] public string Author { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Registrars);
        routes.MapPost($"{Route}/adopt", Adopt).For(Who.Registrars);
        routes.MapPost($"{Route}/drop", Drop).For(Who.Registrars);
    }

    private static RazorComponentResult<LookAtDraft>? Show(Guid draft, Visit visit, Words words, HttpContext http) => Page(new DiplomaPlanId(draft), visit, http, Typed.Of(words));

    private static async Task<IResult?> Adopt(Guid draft, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new DiplomaPlanId(draft), await Typed.Read(http, words));
        if (DiplomaPlanRows.Draft(visit.Db, visit.Actor!, id) is null) return null;
        var fault = await visit.Write(turn => DiplomaPlanRows.Adopt(turn, visit.Actor!, id, Seen(typed), visit.Today), purpose: "diploma");
        if (fault == AdoptFault.None) return Results.Redirect(ReadPlan.PathOf(id));
        if (fault == AdoptFault.NotFound) return null;
        if (fault == AdoptFault.MovedOn) typed.IsOvertaken = true;
        else typed.Refuse("adopt", words[$"diploma.adopt.{fault}"]);
        return Page(id, visit, http, typed);
    }

    private static async Task<IResult?> Drop(Guid draft, Visit visit, Words words, HttpContext http)
    {
        var (id, typed) = (new DiplomaPlanId(draft), await Typed.Read(http, words));
        var done = await visit.Write(turn => DiplomaPlanRows.Drop(turn, visit.Actor!, id, Seen(typed)), purpose: "diploma");
        if (done == RowChange.Done) return Results.Redirect(ListPlans.Route);
        typed.IsOvertaken = true;
        return done == RowChange.NotFound ? null : Page(id, visit, http, typed);
    }

    private static int Seen(Typed typed) => int.TryParse(typed.Seen, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static RazorComponentResult<LookAtDraft>? Page(DiplomaPlanId id, Visit visit, HttpContext http, Typed typed)
    {
        if (DiplomaPlanRows.Draft(visit.Db, visit.Actor!, id) is not { } draft || PolicyText.Read(draft.Rules).Policy is not { } policy) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        var before = DiplomaPlanRows.All(visit.Db).Where(one => one.Code == draft.Code).MaxBy(one => one.Number);
        return new(new
        {
            Draft = draft, Policy = policy, Before = before, Changes = before is null ? [] : PolicyDiff.Between(ReadPolicies.Of(before), policy), Issues = PolicyCheck.Of(policy),
            Effect = DraftEffect.Of(visit, draft.AsPlan((before?.Number ?? 0) + 1, draft.By, draft.CreatedAt), policy), Author = DiplomaRows.NamesOf(visit.Db, [draft.By]).GetValueOrDefault(draft.By.Value, ""), Typed = typed,
        }) { PreventStreamingRendering = true };
    }

    internal static string PathOf(DiplomaPlanId draft) => $"{ListPlans.Route}/drafts/{draft.Value:N}";
}
