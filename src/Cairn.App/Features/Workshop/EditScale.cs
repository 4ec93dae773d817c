using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Scales;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>Makes a scale, or edits one that nothing in force uses yet. A used one is copied instead.</summary>
public partial class EditScale
{
    private const string Route = "/scales/{scale}";
    private const int FewestRows = 5;
    private const int MostRows = 40;

    /// <summary>The scale that is edited; null for a new one.</summary>
    [Parameter] public ProficiencyScale? Scale { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    private int Rows => Math.Clamp(Enumerable.Range(1, MostRows).LastOrDefault(i => Typed[$"number-{i}"].Length + Typed[$"label-{i}"].Length > 0) + 2, FewestRows, MostRows);

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<EditScale> Page(ProficiencyScale? scale, Typed typed) => new(new { Scale = scale, Typed = typed }) { PreventStreamingRendering = true };

    private static (bool IsThere, ProficiencyScale? Scale) Find(Visit visit, string scale)
    {
        if (scale == "new") return (true, null);
        if (!Guid.TryParse(scale, out var wanted)) return (false, null);
        var id = new ScaleId(wanted);
        var found = visit.Db.Scales.AsNoTracking().FirstOrDefault(one => one.Id == id);
        // What is in force is never changed under those who were judged on it.
        return (found is not null && !ShowScales.Used(visit.Db).Contains(id), found);
    }

    private static RazorComponentResult<EditScale>? Show(string scale, Visit visit, Words words, AskedId from = default)
    {
        if (Find(visit, scale) is not (true, var one)) return null;
        var copied = from.Value is { } other ? visit.Db.Scales.AsNoTracking().FirstOrDefault(each => each.Id == new ScaleId(other)) : null;
        var now = one ?? copied;
        return Page(one, Typed.Of(words,
            [("name", now?.Name), ("line", now?.Line),
            .. (now?.Levels ?? []).SelectMany((level, i) => ((string, object?)[])[($"number-{i + 1}", level.Number), ($"label-{i + 1}", level.Label), ($"from-{i + 1}", level.From == level.Number ? null : level.From)]),
            .. (now?.NonScores ?? NonScoreLabel.Usual).SelectMany(each => ((string, object?)[])[($"word-{each.Code}", each.Label), ($"offered-{each.Code}", each.IsOffered)])]));
    }

    private static async Task<IResult?> Save(string scale, Visit visit, Words words, HttpContext http)
    {
        if (Find(visit, scale) is not (true, var was)) return null;
        var typed = await Typed.Read(http, words);
        var name = typed.Text("name", Draft.LongestTitle, isNeeded: true);
        var levels = Levels(typed, words);
        var line = typed.NumberOrNone("line", 0, 1_000_000);
        if (levels.Count == 0) typed.Refuse("number-1", words["workshop.scale.noLevel"]);
        if (line is null || levels.TrueForAll(one => one.Number != line)) typed.Refuse("line", words["workshop.scale.badLine"]);
        if (!typed.IsGood) return Page(was, typed);
        var row = new ProficiencyScale(was?.Id ?? new ScaleId(Guid.CreateVersion7()), name, line!.Value, levels)
        { NonScores = [.. Enum.GetValues<NonScore>().Select(code => new NonScoreLabel(code, typed.Text($"word-{code}", Draft.LongestCode), typed.IsOn($"offered-{code}")))] };
        await visit.Write(turn =>
        {
            Draft.Put(turn, row, was is null);
            turn.ChangeFramework();
            return true;
        });
        return Results.Redirect($"{Door.Path}/scales#scale-{row.Id.Value:N}");
    }

    private static List<ProficiencyLevel> Levels(Typed typed, Words words)
    {
        var levels = new List<ProficiencyLevel>();
        for (var i = 1; i <= MostRows; i++)
        {
            if (typed[$"number-{i}"].Length + typed[$"label-{i}"].Length == 0) continue;
            if (typed.NumberOrNone($"number-{i}", 0, 1_000_000) is not { } number)
            {
                typed.Refuse($"number-{i}", words["form.needed"]);
                continue;
            }

            var from = typed.NumberOrNone($"from-{i}", -1_000_000, 1_000_000) ?? number;
            if (levels.Count > 0 && (number <= levels[^1].Number || from <= levels[^1].From)) typed.Refuse($"number-{i}", words["workshop.scale.notRising"]);
            levels.Add(new ProficiencyLevel(number, from, typed.Text($"label-{i}", 60)));
        }

        return levels;
    }
}
