using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Credits;

/// <summary>Writes what is agreed about credit, or changes it: then all sign anew.</summary>
public partial class WriteAgreement
{
    private const string Route = "/learners/{id:guid}/agreements";
    private const int Rows = 8;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public Learner Learner { get; set; } = null!;

    /// <summary>The agreement; null for a new one.</summary>
    [Parameter] public CreditAgreement? Agreement { get; set; }

    /// <summary>Policies whose credit it can be.</summary>
    [Parameter] public IReadOnlyList<CreditPolicy> Policies { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Route}/new", New).For(Who.Educators, Rights.AwardCredit);
        routes.MapGet($"{Route}/{{agreement:guid}}", Edit).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost(Route, Add).For(Who.Educators, Rights.AwardCredit);
        routes.MapPost($"{Route}/{{agreement:guid}}", Change).For(Who.Educators, Rights.AwardCredit);
    }

    private static RazorComponentResult<WriteAgreement>? New(Guid id, Visit visit, Words words, HttpContext http) =>
        visit.Scope.Find(new LearnerId(id)) is { } learner ? Page(visit, learner, null, Typed.Of(words, ("amount", "0.5")), http) : null;

    private static RazorComponentResult<WriteAgreement>? Edit(Guid id, Guid agreement, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner || Find(visit, learner, agreement) is not { Agreement: { IsOpen: true } one } read) return null;
        List<(string, object?)> values =
        [
            ("title", one.Title), ("content", one.Content), ("evidence", one.Evidence), ("threshold", one.Threshold), ("subject", one.Subject), ("amount", (one.Hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture)),
            ("ungraded", one.Grading == GradingOption.NoGrade), ("due", one.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        foreach (var (at, part) in read.Parts.Index()) values.AddRange([($"part-{at + 1}", part.Competency.Value.ToString("N")), ($"stage-{at + 1}", part.Stage)]);
        return Page(visit, learner, one, Typed.Of(words, [.. values]), http);
    }

    private static Task<IResult?> Add(Guid id, Visit visit, Words words, HttpContext http) => Save(id, null, visit, words, http);

    private static Task<IResult?> Change(Guid id, Guid agreement, Visit visit, Words words, HttpContext http) => Save(id, agreement, visit, words, http);

    private static async Task<IResult?> Save(Guid id, Guid? agreement, Visit visit, Words words, HttpContext http)
    {
        if (visit.Scope.Find(new LearnerId(id)) is not { } learner) return null;
        var before = agreement is { } named ? Find(visit, learner, named)?.Agreement : null;
        if (agreement is not null && before is null) return null;
        var typed = await Typed.Read(http, words);
        var (amount, due) = (typed.NumberOrNone("amount", 0.01m, CreditAgreement.MostHundredths / 100m), typed.Day("due"));
        if (amount is null) typed.Refuse("amount", words["form.needed"]);
        if (due < visit.Today) typed.Refuse("due", words["credit.day.future"]);
        var terms = new AgreementTerms(typed.Text("title", 200, isNeeded: true), typed.Text("content", 4_000, isNeeded: true), typed.Text("evidence", 4_000, isNeeded: true), typed.Text("threshold", 2_000, isNeeded: true),
            typed.Text("subject", 60), (int)((amount ?? 0) * 100), typed.IsOn("ungraded") ? GradingOption.NoGrade : GradingOption.Graded, due ?? default);
        var parts = PartsOf(visit, typed, words);
        var policy = before is null && typed["policy"].Length > 0 ? new CreditPolicyId(typed.Id("policy")) : (CreditPolicyId?)null;
        if ((before is null ? policy : before.Policy) is null && AgreementRows.CourseOf(visit.Db, learner, terms.Title, parts, visit.Today) is { } course) typed.Refuse(before is null ? "policy" : "title", words["credit.agreement.course", ("title", course.Title)]);
        if (!typed.IsGood) return Page(visit, learner, before, typed, http);
        var key = before?.Id ?? new CreditAgreementId(typed.OnceByKey($"agreement {learner.Id.Value:N}", visit.Actor!.Person));
        var done = await visit.Write(turn => AgreementRows.Say(turn, visit.ScopeOf(turn), learner.Id, key, before is null ? null : CreditsDoor.Seen(typed), policy, terms, parts, visit.Today), purpose: "credit");
        if (done == CreditOutcome.NotFound) return null;
        if (done == CreditOutcome.Done) return Results.Redirect($"{ListAgreements.PathOf(learner.Id)}#of-{key.Value:N}");
        if (done == CreditOutcome.MovedOn) typed.IsOvertaken = true;
        else typed.Refuse("amount", words["credit.agreement.tooMuch"]);
        return Page(visit, learner, before is null ? null : Find(visit, learner, before.Id.Value)?.Agreement, typed, http);
    }

    private static List<(CompetencyId Competency, int? Stage)> PartsOf(Visit visit, Typed typed, Words words)
    {
        List<(CompetencyId Competency, int? Stage)> parts = [];
        for (var i = 1; i <= Rows; i++)
        {
            if (typed[$"part-{i}"].Length == 0) continue;
            var id = new CompetencyId(typed.Id($"part-{i}"));
            if (!visit.Frameworks.Any(one => one.Content.Find(id) is not null) || parts.Exists(one => one.Competency == id)) typed.Refuse($"part-{i}", words["form.choose"]);
            parts.Add((id, typed.WholeOrNone($"stage-{i}", 1, 255)));
        }

        // They are looked at together, when it is done: so they are of one framework.
        if (parts.Count > 0 && !visit.Frameworks.Any(one => parts.TrueForAll(part => one.Content.Find(part.Competency) is not null))) typed.Refuse("part-1", words["credit.flaw.Unknown"]);
        return parts;
    }

    private static AgreementRead? Find(Visit visit, Learner learner, Guid agreement) => AgreementRows.Of(visit.Db, visit.Scope, learner.Id, visit.Today).FirstOrDefault(one => one.Agreement.Id.Value == agreement);

    private static RazorComponentResult<WriteAgreement> Page(Visit visit, Learner learner, CreditAgreement? agreement, Typed typed, HttpContext http)
    {
        CreditsDoor.KeepNothing(http);
        return new(new { Learner = learner, Agreement = agreement, Policies = PolicyInForce.Of(CreditRows.Policies(visit.Db), learner.Place, visit.Today), Typed = typed }) { PreventStreamingRendering = true };
    }

    private List<FieldOption> Competencies => [new FieldOption("", Words["credit.part.choose"]), .. Visit.Frameworks.SelectMany(one => one.Content.Competencies.Where(each => one.Content.Counts(each.Id))).Select(one => new FieldOption(one.Id.Value.ToString("N"), $"{one.Code} {one.Title}"))];
}
