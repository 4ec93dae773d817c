using System.Security.Cryptography;
using System.Text;
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

    /// <summary>What the words of this language were when the page was made.</summary>
    [Parameter, EditorRequired] public string Seen { get; set; } = "";

    /// <summary>What was typed.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder workshop)
    {
        workshop.MapGet(Route, Show);
        workshop.MapPost(Route, Save);
    }

    private static RazorComponentResult<KeepWords> Page(Visit visit, string language, Typed typed) =>
        new(new { Language = language, Seen = MarkOf(Stored(visit.Db, language)), Typed = typed }) { PreventStreamingRendering = true };

    private static List<Term> Stored(Db db, string language) => db.Terms.AsNoTracking().Where(one => one.Language == language && one.Key != DistrictTerms.LanguageKey).ToList();

    /// <summary>One mark for all words of a language: another one as soon as any of them is another.</summary>
    private static string MarkOf(IEnumerable<Term> terms) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Language}\t{one.Key}\t{one.One}\t{one.Many}")))));

    private static RazorComponentResult<KeepWords>? Show(Visit visit, Words words, string? language = null)
    {
        var of = language ?? Own(words);
        if (!Shelf.Languages.Contains(of, StringComparer.Ordinal)) return null;
        return Page(visit, of, Typed.Of(words, [.. Stored(visit.Db, of).SelectMany(one => ((string, object?)[])[($"one-{one.Key}", one.One), ($"many-{one.Key}", one.Many)])]));
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

        if (!typed.IsGood) return Page(visit, language, typed);
        var isTaken = await visit.Write(turn =>
        {
            var stored = Stored(turn.Db, language);
            // Who sends twice, or the same as somebody else, finds what they wanted.
            if (MarkOf(stored) == MarkOf(own)) return true;
            if (MarkOf(stored) != typed.Seen) return false;
            turn.Db.RemoveRange(stored.Where(one => own.TrueForAll(other => other.Key != one.Key)));
            turn.Db.UpdateRange(own.Where(one => stored.Exists(other => other.Key == one.Key && other != one)));
            turn.Db.AddRange(own.Where(one => stored.TrueForAll(other => other.Key != one.Key)));
            turn.ChangeFramework();
            return true;
        });
        typed.IsOvertaken = !isTaken;
        if (!isTaken) return Page(visit, language, typed);
        return Results.Redirect($"{Door.Path}{Route}?language={language}&saved");
    }

    /// <summary>The language that a reader's own is written in.</summary>
    private static string Own(Words words) => Shelf.Languages.Contains(words.Language, StringComparer.Ordinal) ? words.Language : Shelf.Languages[0];
}
