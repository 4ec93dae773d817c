using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Kit;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Mastery;
using Cairn.Learning.Scales;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Puts a scale in place of a framework's own, from a day on: the same levels, with other words, other beginnings or another line.</summary>
public partial class AssignScale
{
    private const string Route = "/frameworks/{id:guid}/scales";

    /// <summary>The framework and its scales.</summary>
    [Parameter, EditorRequired] public Governed Governed { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>Every scale there is.</summary>
    [Parameter] public IReadOnlyList<ProficiencyScale> All { get; set; } = [];

    private List<FieldOption> Subjects =>
    [
        .. Governed.Content.Competencies.GroupBy(one => one.Scale).Select(one => new FieldOption($"s-{one.Key.Value:N}", Words["workshop.scale.allOn", ("name", Governed.Content.Scales[one.Key].Name), ("count", one.Count())])),
        .. Governed.Content.Competencies.Select(one => new FieldOption($"c-{one.Number}", $"{one.Code} {one.Title}")),
    ];

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<AssignScale> Page(Visit visit, Governed governed, Typed typed) =>
        new(new { Governed = governed, Typed = typed, All = (IReadOnlyList<ProficiencyScale>)visit.Db.Scales.AsNoTracking().OrderBy(one => one.Name).ToList() }) { PreventStreamingRendering = true };

    private static RazorComponentResult<AssignScale>? Show(Guid id, Visit visit, Words words) =>
        Governed.Find(visit, id) is { } governed ? Page(visit, governed, Typed.Of(words, ("from", $"{visit.Today:yyyy-MM-dd}"), ("place", Governed.District))) : null;

    private static async Task<IResult?> Save(Guid id, Visit visit, Words words, HttpContext http)
    {
        if (Governed.Find(visit, id) is not { } governed) return null;
        var typed = await Typed.Read(http, words);
        if (governed.PlaceOf(typed["place"]) is not { } place) return null;
        var scale = visit.Db.Scales.AsNoTracking().FirstOrDefault(one => one.Id == new ScaleId(typed.Id("scale")));
        var covered = governed.Content.Competencies.Where(one => $"s-{one.Scale.Value:N}" == typed["for"] || $"c-{one.Number}" == typed["for"]).ToList();
        if (scale is null) typed.Refuse("scale", words["form.choose"]);
        if (covered.Count == 0) typed.Refuse("for", words["form.choose"]);
        var begins = typed.Day("from") is { } day ? Governed.Begins(visit, day) : null;
        if (typed.IsGood && begins is null) typed.Refuse("from", words["workshop.rule.past"]);
        if (scale is not null && covered.Exists(one => !governed.Content.ScaleOf(one).Levels.Select(level => level.Number).SequenceEqual(scale.Levels.Select(level => level.Number))))
            typed.Refuse("scale", words["workshop.scale.otherNumbers", ("name", scale.Name)]);
        if (!typed.IsGood) return Page(visit, governed, typed);
        var wanted = covered.ConvertAll(one => new ScaleAssignment(new RuleId(Guid.CreateVersion7()), governed.Content.Framework.Id, one.Id,
            1 + governed.Scales.Where(each => each.Assignment.Competency == one.Id && each.Assignment.Place == place).Select(each => each.Assignment.Number).DefaultIfEmpty(0).Max(), begins!.Value, scale!.Id)
        { School = place.School, Program = place.Program, IsLocked = typed.IsOn("locked") });
        if (wanted.Select(one => PolicyLocks.Over(governed.Scales.Select(each => each.Assignment), one)).FirstOrDefault(one => one is not null) is { } locked)
        {
            typed.Refuse("place", words["workshop.rule.lockedAbove", ("place", governed.NameOf(locked.Place, words)), ("since", words.Date(visit.Day(locked.EffectiveFrom)))]);
            return Page(visit, governed, typed);
        }

        await visit.Write(turn =>
        {
            turn.Db.AddRange(wanted);
            turn.ChangeFramework();
            return true;
        });
        return Results.Redirect($"{governed.Path}/scales");
    }

    /// <summary>Assignments that were made together are told together.</summary>
    private IEnumerable<(string Subject, ProficiencyScale Scale, ScaleAssignment One)> Told =>
        from one in Governed.Scales
        group one by (one.Assignment.Scale, one.Assignment.EffectiveFrom, one.Assignment.Place, one.Assignment.IsLocked) into together
        orderby together.Key.EffectiveFrom descending
        let first = together.First()
        select (together.Count() == 1 && first.Assignment.Competency is { } only ? Governed.Content.Find(only)?.Title ?? "" : Words["workshop.scale.several", ("count", together.Count())], first.Scale, first.Assignment);
}
