using Microsoft.Net.Http.Headers;

namespace Cairn.App.Ui.Words;

/// <summary>The language of a reader: what they chose, else the first in the browser's list that Cairn speaks, else the district's.</summary>
internal static class ReaderLanguage
{
    private const string Cookie = "cairn-language";

    /// <summary>The cookie's name: where the site is reached by TLS alone, no other host and no plain address can set it.</summary>
    public static string CookieIn(HttpRequest request) => request.IsHttps ? "__Host-" + Cookie : Cookie;

    /// <param name="request">The request.</param>
    /// <param name="usual">The district's language, where neither says one.</param>
    public static string Of(HttpRequest request, string usual = "en")
    {
        if (request.Cookies[CookieIn(request)] is { } chosen && IsSpoken(chosen)) return chosen;
        foreach (var wish in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
            // A language that says the pages of families only is given there unasked, and elsewhere to who chose it.
            if (wish.Value.HasValue && Shelf.Find(wish.Value.Value) is var words && IsSpoken(words.Language) && Speaks(words, wish) && (!Shelf.IsForFamiliesOnly(words.Language) || request.HttpContext.IsForFamilies()))
                return words.Language;
        return usual;
    }

    /// <summary>May a reader have this language? The invented ones are for tests.</summary>
    public static bool IsSpoken(string language) => Shelf.Languages.Contains(language) || (Pseudo.AreSpoken && (language is Pseudo.Long or Pseudo.Turned));

    private static bool Speaks(Words words, StringWithQualityHeaderValue wish) =>
        wish.Value.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase);
}
