using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Storage;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.PlanTemplates;

/// <summary>One template: its goals and steps, and copying it into the plans of a group.</summary>
public partial class EditTemplate
{
    private const string One = KeepTemplates.Route + "/{template:guid}";
    private const int NewRows = 3;

    /// <summary>The template.</summary>
    [Parameter, EditorRequired] public TemplateRead Read { get; set; } = null!;

    /// <summary>What a step can be.</summary>
    [Parameter] public IReadOnlyList<FieldOption> Choices { get; set; } = [];

    /// <summary>Groups that it can be copied to.</summary>
    [Parameter] public IReadOnlyList<LearningGroup> Groups { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Into how many plans it was just copied; null where it was not.</summary>
    [Parameter] public int? Copied { get; set; }

    /// <summary>How many steps were left out then, for they are shown already.</summary>
    [Parameter] public int LeftOut { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(One, Show).For(Who.Educators);
        routes.MapPost(One, Save).For(Who.Educators);
        routes.MapPost(One + "/use", Use).For(Who.Educators);
        routes.MapPost(One + "/copy", Copy).For(Who.Educators);
    }

    private static RazorComponentResult<EditTemplate>? Show(Guid template, Visit visit, Words words, string? copied = null, string? shown = null) =>
        Find(visit, template) is { } read ? Page(visit, words, read, AsIs(read, words), CountOf(copied), leftOut: CountOf(shown) ?? 0) : null;

    private static int? CountOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static async Task<IResult?> Save(Guid template, Visit visit, Words words, HttpContext http)
    {
        if (Find(visit, template) is not { MayChange: true } read) return null;
        var typed = await Typed.Read(http, words);
        var (title, cohort, goals) = KeepTemplates.Said(typed);
        var steps = StepsOf(typed, read.Template.Id, visit, words);
        if (!typed.IsGood) return Page(visit, words, read, typed);
        return await Done(visit, words, read, typed, steps, one => one.Write(title, cohort, goals));
    }

    private static async Task<IResult?> Use(Guid template, Visit visit, Words words, HttpContext http)
    {
        if (Find(visit, template) is not { MayChange: true } read) return null;
        var typed = await Typed.Read(http, words);
        return await Done(visit, words, read, typed, null, one => one.Use(typed["do"] == "use", visit.Now));
    }

    private static async Task<IResult?> Copy(Guid template, Visit visit, Words words, HttpContext http)
    {
        if (Find(visit, template) is not { } read) return null;
        var typed = await Typed.Read(http, words);
        if (visit.Scope.Groups().FirstOrDefault(one => one.Id.Value == typed.Id("group")) is not { } group) typed.Refuse("group", words["form.choose"]);
        else
        {
            var first = new DateOnly(visit.Today.Month >= 7 ? visit.Today.Year : visit.Today.Year - 1, 7, 1);
            var (frameworks, on) = (visit.Frameworks, visit.DistrictDay);
            var copied = await visit.Write(turn =>
            {
                var scope = new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now);
                var learners = scope.LearnersOf(group.Id).ToList();
                return PlanTemplateRows.Apply(turn, scope, read.Template.Id, learners, frameworks, on, string.Create(CultureInfo.InvariantCulture, $"{first.Year}-{(first.Year + 1) % 100:00}"), first, first.AddYears(1).AddDays(-1));
            }, purpose: "plan");
            return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{KeepTemplates.PathOf(read.Template.Id)}?copied={copied.Plans}&shown={copied.Shown}"));
        }

        return Page(visit, words, read, Typed.Of(words, [.. Kept(read), ("group", "")]), fault: typed.Fault("group"));
    }

    private static async Task<IResult?> Done(Visit visit, Words words, TemplateRead read, Typed typed, IReadOnlyList<PlanTemplateStep>? steps, Action<PlanTemplate> change)
    {
        var seen = int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => PlanTemplateRows.Change(turn, new Scope(turn.Db, visit.Actor!, visit.Today, visit.Now), read.Template.Id, seen, steps, change));
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect(KeepTemplates.PathOf(read.Template.Id));
        typed.IsOvertaken = true;
        return Page(visit, words, Find(visit, read.Template.Id.Value) ?? read, typed);
    }

    private static List<PlanTemplateStep> StepsOf(Typed typed, PlanTemplateId id, Visit visit, Words words)
    {
        var steps = new List<PlanTemplateStep>();
        for (var i = 0; i < PlanRows.Most + NewRows; i++)
        {
            if (typed.Id($"step-{i}") is var picked && picked == Guid.Empty) continue;
            var (competency, weeks) = (new CompetencyId(picked), typed.WholeOrNone($"weeks-{i}", 0, PlanTemplateStep.MostWeeks));
            if (!visit.Frameworks.Any(one => one.Content.Counts(competency)) || steps.Exists(one => one.Competency == competency)) typed.Refuse($"step-{i}", words["template.step.twice"]);
            else if (steps.Count == PlanRows.Most) typed.Refuse($"step-{i}", words["plan.steps.most", ("most", PlanRows.Most)]);
            else steps.Add(new PlanTemplateStep(id, competency, steps.Count + 1, weeks));
        }

        return steps;
    }

    private static (string, object?)[] Kept(TemplateRead read) => [("title", read.Template.Title), ("cohort", read.Template.Cohort), ("goals", read.Template.Goals),
        .. read.Steps.Index().SelectMany(one => ((string, object?)[])[($"step-{one.Index}", $"{one.Item.Competency.Value:N}"), ($"weeks-{one.Index}", one.Item.Weeks)])];

    private static Typed AsIs(TemplateRead read, Words words) => Typed.Of(words, Kept(read));

    private static TemplateRead? Find(Visit visit, Guid id) => PlanTemplateRows.All(visit.Db, visit.Scope).FirstOrDefault(one => one.Template.Id.Value == id);

    private static RazorComponentResult<EditTemplate> Page(Visit visit, Words words, TemplateRead read, Typed typed, int? copied = null, string? fault = null, int leftOut = 0)
    {
        if (fault is not null) typed.Refuse("group", fault);
        return new(new
        {
            Read = read, Typed = typed, Copied = copied, LeftOut = leftOut, Groups = visit.Scope.Groups(),
            Choices = (IReadOnlyList<FieldOption>)[new FieldOption("", words["template.step.none"]), .. visit.Frameworks.SelectMany(one => one.Content.Competencies.Where(each => one.Content.Counts(each.Id))
                .Select(each => new FieldOption($"{each.Id.Value:N}", $"{one.Content.AreaOf(each).Title}: {each.Title}")))],
        }) { PreventStreamingRendering = true };
    }
}
