using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>What was agreed about credit: read and signed by learner, family and the educator of record, who says when it is done.</summary>
public partial class ListAgreements
{
    private const string Route = "/learners/{id:guid}/agreements";

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The agreements, newest first, each with whether it can be credited now.</summary>
    [Parameter] public IReadOnlyList<(AgreementRead Read, AgreementReady Ready)> All { get; set; } = [];

    /// <summary>Names of educators.</summary>
    [Parameter] public IReadOnlyDictionary<PersonId, string> Names { get; set; } = new Dictionary<PersonId, string>();

    /// <summary>The agreement whose form was sent with a fault; null for none.</summary>
    [Parameter] public Guid? Sent { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost($"{Route}/{{agreement:guid}}/sign", Sign).For(Who.Family | Who.Educators, Rights.SeeRecord).InFamilyLanguages();
        routes.MapPost($"{Route}/{{agreement:guid}}/close", Close).For(Who.Educators, Rights.AwardCredit);
    }

    internal static string PathOf(LearnerId learner) => $"{Visit.PathOf(learner)}/agreements";

    /// <summary>The framework that the competencies of an agreement are of; where it names none that of its policy, and else the district's first, on whose scale a level is said.</summary>
    internal static FrameworkInForce? FrameworkOf(Visit visit, AgreementRead read)
    {
        if (read.Parts.Count > 0) return visit.Frameworks.FirstOrDefault(one => read.Parts.All(part => one.Content.Find(part.Competency) is not null));
        var of = CreditRows.Policies(visit.Db).FirstOrDefault(one => one.Id == read.Agreement.Policy)?.Framework;
        return visit.Frameworks.FirstOrDefault(one => of is null || one.Content.Framework.Id == of);
    }

    private static RazorComponentResult<ListAgreements>? Show(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(learner, visit, http, Typed.Of(words)) : null;

    private static async Task<IResult?> Sign(Guid id, Guid agreement, Visit visit, Words words, HttpContext http)
    {
        if (Found(id, agreement, visit) is not var (learner, found)) return null;
        var typed = await Typed.Read(http, words);
        if (AgreementRows.SignsAs(visit.Scope, found.Agreement) is null) return null;
        if (!typed.IsOn("read")) typed.Refuse("read", words["credit.agreement.read.needed"]);
        if (!typed.IsGood) return Page(learner, visit, http, typed, agreement);
        var done = await visit.Write(turn => AgreementRows.Sign(turn, visit.ScopeOf(turn), found.Agreement.Id, CreditsDoor.Seen(typed), visit.Today), purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect($"{PathOf(learner.Id)}#of-{agreement:N}");
        typed.Refuse("read", words["credit.agreement.changed"]);
        return Page(learner, visit, http, typed, agreement);
    }

    private static async Task<IResult?> Close(Guid id, Guid agreement, Visit visit, Words words, HttpContext http)
    {
        if (Found(id, agreement, visit) is not var (learner, found)) return null;
        var typed = await Typed.Read(http, words);
        var (text, seen) = (typed.Text("closing", 2_000, isNeeded: true), CreditsDoor.Seen(typed));
        if (typed["do"] is not ("complete" or "end")) return null;
        var level = typed.NumberOrNone("level", 0, 255);
        if (!typed.IsGood) return Page(learner, visit, http, typed, agreement);
        var award = new CreditAwardId(typed.OnceByKey($"agreement {agreement:N}", visit.Actor!.Person));
        var answer = await visit.Write(turn => typed["do"] == "end" ? new CreditAnswer(AgreementRows.End(turn, visit.ScopeOf(turn), found.Agreement.Id, seen, text))
            : AgreementRows.Complete(turn, visit.ScopeOf(turn), found.Agreement.Id, seen, award, text, level, FrameworkOf(visit, found), visit.DistrictDay), why: text, purpose: "credit");
        if (answer.Outcome == CreditOutcome.NotFound) return null;
        if (answer.Outcome == CreditOutcome.Done) return Results.Redirect($"{PathOf(learner.Id)}#of-{agreement:N}");
        typed.Refuse(answer.Outcome == CreditOutcome.NeedsLevel ? "level" : "closing", CreditsDoor.Why(answer, words));
        return Page(learner, visit, http, typed, agreement);
    }

    private static (Learner Learner, AgreementRead Read)? Found(Guid id, Guid agreement, Visit visit) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner && AgreementRows.Of(visit.Db, visit.Scope, learner.Id, visit.Today).FirstOrDefault(one => one.Agreement.Id.Value == agreement) is { } found ? (learner, found) : null;

    private static RazorComponentResult<ListAgreements> Page(Learner learner, Visit visit, HttpContext http, Typed typed, Guid? sent = null)
    {
        CreditsDoor.KeepNothing(http);
        var all = AgreementRows.Of(visit.Db, visit.Scope, learner.Id, visit.Today);
        return new(new
        {
            Learner = learner, Sent = sent, Typed = typed,
            All = (IReadOnlyList<(AgreementRead, AgreementReady)>)[.. all.Select(one => (one, AgreementRows.Ready(visit.Db, visit.Scope, learner, one.Agreement, FrameworkOf(visit, one), visit.DistrictDay)))],
            Names = CreditsDoor.Names(visit, all.SelectMany(one => one.Signed.All.Select(each => each.By).Append(one.Agreement.Educator))),
        }) { PreventStreamingRendering = true };
    }

    // What is done is at the line or above.
    private IReadOnlyList<FieldOption> LevelsOf(AgreementRead read) => [new FieldOption("", Words["form.choose"]), .. FrameworkOf(Visit, read) is { } framework && PanelRows.ScaleOf(framework, Learner) is var scale
        ? scale.Levels.Where(scale.IsProficient).Select(one => new FieldOption(one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), LevelLook.Text(one, Words))) : []];
}
