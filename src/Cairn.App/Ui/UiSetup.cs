using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.App.Ui.Layout;

namespace Cairn.App.Ui;

/// <summary>The look of Cairn: components, words and assets.</summary>
internal static class UiSetup
{
    /// <param name="services">The application's.</param>
    /// <param name="language">A request's language: <see cref="Words.ReaderLanguage.Of"/>.</param>
    /// <param name="terms">The terms of the district that a request is about: the same object for as long as its version stands.</param>
    /// <param name="isFamily">Is the reader a guardian? They read levels in words alone.</param>
    public static IServiceCollection AddUi(this IServiceCollection services, Func<HttpContext, string> language, Func<HttpContext, Words.DistrictTerms> terms, Func<HttpContext, bool> isFamily)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<Assets>().AddScoped<Forms.FaultyFields>();
        services.AddScoped(provider =>
        {
            var http = provider.GetRequiredService<IHttpContextAccessor>().HttpContext!;
            return terms(http).In(language(http), isFamily(http));
        });
        // The default encoder writes F&#xE1;tima: Arabic would grow three and a half times.
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static void MapUi(this IEndpointRouteBuilder routes) => routes.MapAssets();
}
