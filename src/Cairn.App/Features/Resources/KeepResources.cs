using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Plans;
using Cairn.Storage.Plans;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Resources;

/// <summary>What learners learn from: each thing belongs to a competency or a target, and opens always, by a level, or while there is more to do.</summary>
public partial class KeepResources
{
    private const string Route = "/resources";
    private const int LongestTitle = 160;
    private const int LongestWords = 2000;

    /// <summary>What there is.</summary>
    [Parameter] public IReadOnlyList<Resource> All { get; set; } = [];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The one whose form this is; null for a new one.</summary>
    [Parameter] public Resource? Editing { get; set; }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Show).For(Who.Educators);
        routes.MapPost(Route, Make).For(Who.Educators);
        routes.MapGet(Route + "/{resource:guid}", Edit).For(Who.Educators);
        routes.MapPost(Route + "/{resource:guid}", Change).For(Who.Educators);
    }

    private static RazorComponentResult<KeepResources> Show(Visit visit, Words words) => Page(visit, Typed.Of(words, ("release", Release.Always)));

    private static RazorComponentResult<KeepResources>? Edit(Guid resource, Visit visit, Words words) => Find(visit, resource) is not { } one ? null
        : Page(visit, Typed.Of(words, ("for", one.Target is { } target ? $"{target.Value:N}" : $"{one.Competency.Value:N}"), ("title", one.Title), ("address", one.Address), ("words", one.Words), ("release", one.Release), ("level", one.Level)), one);

    private static async Task<IResult> Make(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var write = Said(typed, words);
        if (For(visit, typed.Id("for")) is not var (competency, target))
        {
            typed.Refuse("for", words["form.choose"]);
            return Page(visit, typed);
        }

        if (!typed.IsGood) return Page(visit, typed);
        await visit.Write(turn => ResourceRows.Make(turn, visit.Actor!, competency, target, write, new ResourceId(typed.Once("resource", visit.Actor!.Person))));
        return Results.Redirect(Route);
    }

    private static async Task<IResult?> Change(Guid resource, Visit visit, Words words, HttpContext http)
    {
        if (Find(visit, resource) is not { } one) return null;
        var typed = await Typed.Read(http, words);
        Action<Resource> change = typed["do"] is "end" or "use" ? each => each.Use(typed["do"] == "use", visit.Now) : Said(typed, words);
        if (!typed.IsGood && typed["do"] is not ("end" or "use")) return Page(visit, typed, one);
        var seen = int.TryParse(typed.Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await visit.Write(turn => ResourceRows.Change(turn, visit.Actor!, one.Id, seen, change));
        if (done == PlanChange.NotFound) return null;
        if (done == PlanChange.Done) return Results.Redirect(Route);
        typed.IsOvertaken = true;
        return Page(visit, typed, Find(visit, resource));
    }

    private static Action<Resource> Said(Typed typed, Words words)
    {
        var (title, address, text, release) = (typed.Text("title", LongestTitle, isNeeded: true), typed.Address("address"), typed.Text("words", LongestWords), typed.Choice<Release>("release"));
        var level = release == Release.FromLevel ? typed.NumberOrNone("level", 0, 255) : null;
        if (release == Release.FromLevel && level is null) typed.Refuse("level", words["resource.level.needed"]);
        return one => one.Write(title, address, text, release, level);
    }

    private static Resource? Find(Visit visit, Guid id) => ResourceRows.All(visit.Db).FirstOrDefault(one => one.Id.Value == id && ResourceRows.MayChange(visit.Actor!, one));

    /// <summary>The competency, or the target under one, with an id; null where none is in use.</summary>
    private static (CompetencyId Competency, TargetId? Target)? For(Visit visit, Guid id)
    {
        foreach (var content in visit.Frameworks.Select(one => one.Content))
        {
            if (content.Counts(new CompetencyId(id))) return (new CompetencyId(id), null);
            if (content.Targets.FirstOrDefault(one => one.Id.Value == id && one.IsActive && content.Counts(one.Competency)) is { } target) return (target.Competency, target.Id);
        }

        return null;
    }

    private IReadOnlyList<FieldOption> Choices => [new FieldOption("", Words["resource.for.none"]), .. Visit.Frameworks.SelectMany(one => one.Content.Competencies.Where(each => one.Content.Counts(each.Id))
        .SelectMany(each => (FieldOption[])[new($"{each.Id.Value:N}", $"{one.Content.AreaOf(each).Title}: {each.Title}"), .. one.Content.TargetsOf(each.Id).Where(target => target.IsActive).Select(target => new FieldOption($"{target.Id.Value:N}", $"{each.Title} › {Name(target)}"))]))];

    private static string Name(LearningTarget target) => target.Title.Length > 0 ? target.Title : target.Code;

    private string About(Resource one) => Choices.FirstOrDefault(each => each.Value == $"{one.Target?.Value ?? one.Competency.Value:N}")?.Text ?? Words["plan.step.gone"];

    private static RazorComponentResult<KeepResources> Page(Visit visit, Typed typed, Resource? editing = null) =>
        new(new { All = ResourceRows.All(visit.Db), Typed = typed, Editing = editing }) { PreventStreamingRendering = true };
}
