using Microsoft.Net.Http.Headers;

namespace Cairn.App.Ui.Words;

/// <summary>The language of a reader who has not chosen one: the first in the browser's list that Cairn speaks.</summary>
internal static class ReaderLanguage
{
    public static string Of(HttpRequest request)
    {
        foreach (var wish in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
            if (wish.Value.HasValue && Shelf.Find(wish.Value.Value) is var words && Speaks(words, wish))
                return words.Language;
        return "en";
    }

    private static bool Speaks(Words words, StringWithQualityHeaderValue wish) =>
        wish.Value.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase);
}
