using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Words;

namespace Cairn.App.Features.Languages;

/// <summary>POST /language: whoever reads chooses a language, signed in or not, and is back where they were.</summary>
internal static class ChooseLanguage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/language", Choose).For(Who.Anyone).OpenToBadges();

    private static async Task Choose(HttpContext http)
    {
        var form = await SentForm.Of(http.Request);
        var language = form["language"].ToString();
        // Anybody may ask for the words; only a language that Cairn speaks is kept.
        if (ReaderLanguage.IsSpoken(language))
        {
            http.Response.Cookies.Append(ReaderLanguage.CookieIn(http.Request), language, new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", MaxAge = Kept, IsEssential = true,
            });
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(Local(form["back"].ToString()) ?? "/");
    }

    // "//host" and "/\host" lead to another site, and so may what is hidden behind a tab or a line's end.
    private static string? Local(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && path.All(one => one is > ' ' and < '\u007f') ? path : null;
}
