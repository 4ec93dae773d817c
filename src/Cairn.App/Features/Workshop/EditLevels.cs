using System.Globalization;
using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning.Frameworks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Edits what each level of a competency looks like: its words, its words for families, and anchor work.</summary>
public partial class EditLevels
{
    private const string Route = "/frameworks/{id:guid}/competencies/{competency}/levels";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public Draft Draft { get; set; } = null!;

    /// <summary>The competency.</summary>
    [Parameter, EditorRequired] public Competency Competency { get; set; } = null!;

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static string Key(decimal level) => level.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', '-');

    private static RazorComponentResult<EditLevels> Page(Draft draft, Competency competency, Typed typed) =>
        new(new { Draft = draft, Competency = competency, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<EditLevels>? Show(Guid id, string competency, Visit visit, Words words)
    {
        if (EditCompetency.Find(visit, id, competency) is not (var draft, { } one)) return null;
        return Page(draft, one, Typed.Of(words, [.. draft.Content.Descriptors[one.Id].SelectMany(each => ((string, object?)[])[($"words-{Key(each.Level)}", each.Words), ($"family-{Key(each.Level)}", each.FamilyWords)])]));
    }

    private static async Task<IResult?> Save(Guid id, string competency, Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        if (EditCompetency.Find(visit, id, competency, typed) is not (var draft, { } one)) return ShowTyped.Of(typed);
        var rows = draft.Content.ScaleOf(one).Levels.Select(level => new Descriptor(draft.Version, one.Id, level.Number, typed.Text($"words-{Key(level.Number)}", Draft.LongestText))
        { FamilyWords = typed.Text($"family-{Key(level.Number)}", Draft.LongestText) }).Where(each => each.Words.Length + each.FamilyWords.Length > 0).ToList();
        if (!typed.IsGood || !await draft.Change(visit, typed, turn =>
            {
                turn.Db.Descriptors.Where(each => each.Version == draft.Version && each.Competency == one.Id).ExecuteDelete();
                turn.Db.AddRange(rows);
            })) return Page(Draft.Find(visit, id, typed) ?? draft, one, typed);
        return Results.Redirect($"{draft.Path}?saved#c-{one.Number}");
    }
}
