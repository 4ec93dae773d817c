using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Erasures;

/// <summary>What would go of a learner and what stays, and why; and the wish that it goes, or the hold that keeps it.</summary>
public partial class AskErasure
{
    private const string Route = $"{ShowErasures.Path}/learners/{{id:guid}}";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>What would go, part by part.</summary>
    [Parameter] public IReadOnlyList<ErasurePreview> Preview { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.DistrictLeaders | Who.PrivacyOfficers);
        routes.MapPost(Route, Ask).For(Who.DistrictLeaders | Who.PrivacyOfficers).AddEndpointFilter(StepUp.Within(ShowErasures.ProofMinutes, StepUp.SamePage));
        routes.MapPost($"{Route}/hold", Hold).For(Who.DistrictLeaders | Who.PrivacyOfficers).AddEndpointFilter(StepUp.Within(ShowErasures.ProofMinutes));
    }

    private static RazorComponentResult<AskErasure>? Show(Guid id, Visit visit, Words words, HttpContext http) => Page(id, visit, http, Typed.Of(words));

    private static async Task<IResult?> Ask(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        List<RetainedPart> parts = [.. Enum.GetValues<RetainedPart>().Where(part => typed.IsOn(part.ToString()))];
        var reason = typed.Text("reason", 400, isNeeded: true);
        if (parts.Count == 0) typed.Refuse(nameof(RetainedPart.Work), words["form.choose"]);
        if (ErasureCheck.Names(learner, reason)) typed.Refuse("reason", words["erasures.reason.named"]);
        if (!typed.IsGood) return Page(id, visit, http, typed);
        await visit.Write(turn => ErasureRows.Ask(turn, visit.Actor!, learner.Id, parts, reason), purpose: "erasure");
        return Results.Redirect(ShowErasures.Path);
    }

    private static async Task<IResult?> Hold(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var typed = await Typed.Read(http, words);
        var lifts = typed.IsOn("lift");
        var reason = typed.Text("hold", 400, isNeeded: !lifts);
        if (!typed.IsGood) return Page(id, visit, http, typed);
        await visit.Write(turn => ErasureRows.Hold(turn, visit.Actor!, learner.Id, lifts ? null : reason), purpose: "legal hold");
        return Results.Redirect($"{ShowErasures.Path}/learners/{id:N}");
    }

    private static RazorComponentResult<AskErasure>? Page(Guid id, Visit visit, HttpContext http, Typed typed)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || ErasureRows.Preview(visit.Db, visit.Scope, learner.Id, visit.Day, visit.Today) is not { } preview) return null;
        http.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<AskErasure>(new { Learner = learner, Preview = preview, Typed = typed }) { PreventStreamingRendering = true };
    }
}
