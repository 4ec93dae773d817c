using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Workshop;

/// <summary>Adds or edits anchor work for one level of a competency.</summary>
public partial class EditExemplar
{
    private const string Route = "/frameworks/{id:guid}/exemplars/{exemplar}";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The competency it is for.</summary>
    [Parameter, EditorRequired] public Competency Competency { get; set; } = null!;

    /// <summary>The exemplar; null for a new one.</summary>
    [Parameter] public Exemplar? Exemplar { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditExemplar> Page(Draft draft, Competency competency, Exemplar? exemplar, Typed typed) =>
        new(new { Draft = draft, Competency = competency, Exemplar = exemplar, Typed = typed }) { PreventStreamingRendering = true };

    private static (Draft Draft, Competency Competency, Exemplar? Exemplar)? Find(Visit visit, Guid id, string exemplar, Guid competency, Typed? typed = null)
    {
        if (Draft.Find(visit, id, typed) is not { } draft) return null;
        var found = Guid.TryParse(exemplar, out var wanted) ? draft.Content.Exemplars.SelectMany(one => one).FirstOrDefault(one => one.Id.Value == wanted) : null;
        if (found is null && exemplar != "new") return null;
        return draft.Content.Find(found?.Competency ?? new CompetencyId(competency)) is { } one ? (draft, one, found) : null;
    }

    private static RazorComponentResult<EditExemplar>? Show(Guid id, string exemplar, Visit visit, Words words, AskedId competency = default, string? level = null)
    {
        if (Find(visit, id, exemplar, competency.Value ?? Guid.Empty) is not var (draft, one, was)) return null;
        return Page(draft, one, was, was is null ? Typed.Of(words, ("level", level), ("competency", one.Id.Value))
            : Typed.Of(words, ("competency", one.Id.Value), ("level", was.Level), ("title", was.Title), ("address", was.Address), ("about", was.Note)));
    }

    private static async Task<IResult?> Save(Guid id, string exemplar, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (Find(visit, id, exemplar, typed.Id("competency"), typed) is not var (draft, one, was)) return ShowTyped.Of(typed);
        var level = decimal.TryParse(typed["level"], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? draft.Content.ScaleOf(one).WithNumber(number) : null;
        if (level is null) typed.Refuse("level", words["form.choose"]);
        var row = new Exemplar(draft.Version, was?.Id ?? new ExemplarId(Guid.CreateVersion7()), one.Id, level?.Number ?? 0, typed.Text("title", Draft.LongestTitle, isNeeded: true),
            typed.Address("address"), typed.Text("about", Draft.LongestText), was?.Position ?? 1 + draft.Content.Exemplars[one.Id].Count(each => each.Level == level?.Number));
        if (!typed.IsGood || !await draft.Change(visit, typed, turn => Draft.Put(turn, row, was is null))) return Page(Draft.Find(visit, id, typed) ?? draft, one, was, typed);
        return Results.Redirect($"{draft.Path}/competencies/{one.Id.Value:N}/levels");
    }
}
