using System.Globalization;
using System.Text.Json;
using Cairn.App.Access;
using Cairn.App.Files;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.App.Features.Captures;

/// <summary>How a device sends what waits on it: POST /captures says what comes, PUT brings a file in parts, GET says how far it is.</summary>
internal static class SendCapture
{
    private const string One = "/captures/{capture:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/captures", Begin).For(CapturesDoor.ForWhom);
        routes.MapGet(One, Look).For(CapturesDoor.ForWhom);
        routes.MapPut(One + "/files/{file:int}", Bring).For(CapturesDoor.ForWhom);
        routes.MapPost(One + "/drop", Drop).For(CapturesDoor.ForWhom);
    }

    private static async Task<IResult> Begin(Capturing capturing, HttpContext http)
    {
        CaptureSaid? said = null;
        try
        {
            if (http.Request.HasJsonContentType()) said = await JsonSerializer.DeserializeAsync(http.Request.Body, CaptureJson.Default.CaptureSaid, http.RequestAborted);
        }
        catch (JsonException)
        {
            // Said below: what cannot be read, or says what nobody asked for, is no capture.
        }

        return said is null ? Answer(new Step(StatusCodes.Status400BadRequest, new CaptureState(Guid.Empty, "refused", [], [], "invalid"))) : Answer(await capturing.Begin(said, http.RequestAborted));
    }

    private static async Task<IResult> Bring(Guid capture, int file, Capturing capturing, HttpContext http, string? from = null)
    {
        if (!long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return Answer(new Step(StatusCodes.Status400BadRequest, new CaptureState(capture, "refused", [], [], "invalid")));
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = CaptureLimits.Part;
        return Answer(await capturing.Bring(capture, file, at, http.Request.Body, http.RequestAborted));
    }

    private static IResult? Look(Guid capture, Capturing capturing) => capturing.Look(capture) is { } step ? Answer(step) : null;

    private static async Task<IResult> Drop(Guid capture, Capturing capturing, HttpContext http)
    {
        await capturing.Drop(capture, http.RequestAborted);
        return Results.NoContent();
    }

    private static IResult Answer(Step step) => Results.Json(step.State, CaptureJson.Default.CaptureState, statusCode: step.Status);
}
