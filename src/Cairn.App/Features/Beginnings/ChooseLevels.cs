using System.Globalization;
using Cairn.App.Beginning;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Beginnings;

/// <summary>Step two: how levels are named, and which is enough. One of the ready scales, or words of one's own.</summary>
public partial class ChooseLevels
{
    internal const string Path = Beginning.FirstRun.Path + "/levels";
    private const string Own = "own";
    private const int Most = 6;
    private const int Fewest = 2;
    private const int Longest = 60;

    // The ready scales: their words, and the number of the level that is enough.
    private static readonly IReadOnlyList<(string Name, string[] Levels, int Line)> Ready =
    [
        ("four", ["starting", "building", "solid", "extending"], 3),
        ("three", ["starting", "building", "solid"], 3),
        ("five", ["starting", "building", "nearly", "solid", "extending"], 4),
    ];

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    /// <summary>The district's language.</summary>
    [Parameter, EditorRequired] public string Language { get; set; } = "";

    /// <summary>Is something chosen already that would have to be chosen again?</summary>
    [Parameter] public bool BeginsAnew { get; set; }

    internal static void Map(IEndpointRouteBuilder wizard)
    {
        wizard.MapGet("/levels", Show);
        wizard.MapPost("/levels", Save);
    }

    private static RazorComponentResult<ChooseLevels> Page(Beginning.FirstRun run, Typed typed, int status = StatusCodes.Status200OK) =>
        new(new { Typed = typed, Language = run.Making.Answers!.Language, BeginsAnew = run.Making.Answers.Framework is not null }) { StatusCode = status, PreventStreamingRendering = true };

    private static IResult Show(Beginning.FirstRun run, Words words)
    {
        if (FirstRunPages.Early(run, FirstRunStep.Levels) is { } early) return early;
        var answers = run.Making.Answers!;
        var said = Words.For(answers.Language);
        var chosen = answers.Levels.Count == 0 ? "four" : Ready.FirstOrDefault(one => LabelsOf(one.Levels, said).SequenceEqual(answers.Levels) && one.Line == answers.Line).Name ?? Own;
        var shown = chosen == Own ? answers.Levels : LabelsOf(Ready[0].Levels, said);
        return Page(run, Typed.Of(words, [("scale", chosen), ("line", chosen == Own ? answers.Line : Ready[0].Line), .. shown.Select((label, i) => ($"level-{i + 1}", (object?)label))]));
    }

    private static async Task<IResult> Save(Beginning.FirstRun run, Words words, HttpContext http)
    {
        if (FirstRunPages.Early(run, FirstRunStep.Levels) is { } early) return early;
        var typed = await Typed.Read(http, words);
        var (labels, line) = Ready.FirstOrDefault(one => one.Name == typed["scale"]) is { Name: not null } ready
            ? (LabelsOf(ready.Levels, Words.For(run.Making.Answers!.Language)), ready.Line) : OwnOf(typed, words);
        if (typed["scale"] != Own && HasOwn(typed, Words.For(run.Making.Answers!.Language))) typed.Refuse("scale", words["firstRun.levels.unused"]);
        if (!typed.IsGood) return Page(run, typed, StatusCodes.Status400BadRequest);
        // The same again is no change: what was chosen after it stays.
        if (!labels.SequenceEqual(run.Making.Answers!.Levels, StringComparer.Ordinal) || line != run.Making.Answers.Line) await run.Making.Level(labels, line);
        return Results.Redirect(ChooseCompetencies.Path);
    }

    private static List<string> LabelsOf(string[] levels, Words words) => [.. levels.Select(one => words[$"firstRun.level.{one}"])];

    // Were words typed that the choice above would drop? The form begins with those of the first ready scale.
    private static bool HasOwn(Typed typed, Words words)
    {
        var typedWords = Enumerable.Range(1, Most).Select(i => typed[Field(i)].Trim()).Where(one => one.Length > 0).ToList();
        return typedWords.Count > 0 && !Ready.Any(one => LabelsOf(one.Levels, words).SequenceEqual(typedWords, StringComparer.Ordinal));
    }

    private static string Field(int level) => string.Create(CultureInfo.InvariantCulture, $"level-{level}");

    private static (List<string> Labels, int Line) OwnOf(Typed typed, Words words)
    {
        if (typed["scale"] != Own) typed.Refuse("scale", words["form.choose"]);
        var labels = new List<string>();
        var (asked, line) = (typed.Whole("line", 1, Most), 0);
        for (var i = 1; i <= Most; i++)
        {
            var label = typed.Text(Field(i), Longest);
            if (label.Length == 0) continue;
            if (labels.Contains(label, StringComparer.OrdinalIgnoreCase)) typed.Refuse(Field(i), words["firstRun.levels.twice"]);
            labels.Add(label);
            // A level between may be left out: the line is at the words that stand beside its number.
            if (i == asked) line = labels.Count;
        }

        if (labels.Count < Fewest) typed.Refuse("level-1", words["firstRun.levels.few"]);
        if (line == 0) typed.Refuse("line", words["firstRun.levels.line.empty"]);
        return (labels, line);
    }
}
