using Cairn.App.Access;
using Cairn.App.Ui.Forms;
using Cairn.App.Ui.Layout;
using Cairn.App.Ui.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cairn.App.Features.Captures;

/// <summary>What a device keeps so that work can be captured without a line: the page without anybody's name, the worker that keeps it, and
/// how it is installed.</summary>
public partial class CaptureShell
{
    private const string Manifest = "/manifest.webmanifest";

    internal static readonly string[] Modules = ["js/capture.js", "js/capture-queue.js", "js/voice.js"];

    /// <summary>What was typed: nothing yet.</summary>
    [Parameter, EditorRequired] public Typed Typed { get; set; } = null!;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/capture/offline", Show).For(Who.Anyone);
        routes.MapGet("/sw.js", Worker).For(Who.Anyone);
        routes.MapGet(Manifest, Install).For(Who.Anyone).OpenToBadges();
    }

    /// <summary>On these pages the worker may be started, and what was just taken is seen before it is sent.</summary>
    internal static void Allow(HttpContext http) => http.Response.Headers.ContentSecurityPolicy = Doors.PolicyOfCapture;

    private static RazorComponentResult<CaptureShell> Show(Words words, HttpContext http)
    {
        Allow(http);
        http.Response.Headers.CacheControl = "no-cache";
        return new(new { Typed = Typed.Of(words) }) { PreventStreamingRendering = true };
    }

    // At the root, so that the page and its parts are within its reach.
    private static IResult Worker(Assets assets, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(assets.Find("js/sw.js")!.Bytes, "text/javascript; charset=utf-8");
    }

    private static IResult Install(Assets assets, Words words, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(System.Text.Json.JsonSerializer.Serialize(new InstalledApp("Cairn", words["capture.app"], "/capture", "/capture", "/", "standalone", "#FFFFFF", "#FFFFFF",
        [
            new(assets["icons/cairn.svg"], "any", "image/svg+xml"), new(assets["icons/cairn-192.png"], "192x192", "image/png"), new(assets["icons/cairn-512.png"], "512x512", "image/png"),
        ]), InstalledJson.Default.InstalledApp), "application/manifest+json");
    }
}

/// <summary>The manifest of the web app, with the names that the standard gives its members.</summary>
internal sealed record InstalledApp(string ShortName, string Name, string Id, string StartUrl, string Scope, string Display, string BackgroundColor, string ThemeColor, IReadOnlyList<InstalledIcon> Icons);

/// <summary>An icon of it.</summary>
internal sealed record InstalledIcon(string Src, string Sizes, string Type);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower)]
[System.Text.Json.Serialization.JsonSerializable(typeof(InstalledApp))]
internal sealed partial class InstalledJson : System.Text.Json.Serialization.JsonSerializerContext;
