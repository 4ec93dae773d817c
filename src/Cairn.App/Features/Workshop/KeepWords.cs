using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;
using Cairn.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Features.Workshop;

/// <summary>The district's own words for Cairn's terms, in each language.</summary>
public partial class KeepWords
{
    private const string Route = "/words";
    private const int Longest = 60;

    /// <summary>The language that is edited.</summary>
    [Parameter] public string Language { get; set; } = "en";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<KeepWords> Page(string language, Typed typed) => new(new { Language = language, Typed = typed }) { PreventStreamingRendering = true };

    private static RazorComponentResult<KeepWords>? Show(Visit visit, Words words, string? language = null)
    {
        var of = language ?? Own(words);
        if (!Shelf.Languages.Contains(of, StringComparer.Ordinal)) return null;
        return Page(of, Typed.Of(words, [.. visit.Db.Terms.AsNoTracking().Where(one => one.Language == of).ToList().SelectMany(one => ((string, object?)[])[($"one-{one.Key}", one.One), ($"many-{one.Key}", one.Many)])]));
    }

    private static async Task<IResult?> Save(Visit visit, Words words, HttpContext http)
    {
        var typed = await Typed.Read(http, words);
        var language = typed["language"];
        if (!Shelf.Languages.Contains(language, StringComparer.Ordinal)) return null;
        var own = new List<Term>();
        foreach (var term in DistrictTerms.Names)
        {
            var (one, many) = (typed.Text($"one-{term}", Longest), typed.Text($"many-{term}", Longest));
            if (one.Length == 0 && many.Length > 0) typed.Refuse($"one-{term}", words["workshop.words.both"]);
            if (many.Length == 0 && one.Length > 0) typed.Refuse($"many-{term}", words["workshop.words.both"]);
            if (one.Length > 0) own.Add(new Term(language, term, one, many));
        }

        if (!typed.IsGood) return Page(language, typed);
        await visit.Served.District!.Writer.Alone(turn =>
        {
            turn.Db.Terms.Where(one => one.Language == language).ExecuteDelete();
            turn.Db.AddRange(own);
            turn.ChangeFramework();
            return true;
        });
        return Results.Redirect($"{Door.Path}{Route}?language={language}&saved");
    }

    /// <summary>The language that a reader's own is written in.</summary>
    private static string Own(Words words) => Shelf.Languages.Contains(words.Language, StringComparer.Ordinal) ? words.Language : Shelf.Languages[0];
}
