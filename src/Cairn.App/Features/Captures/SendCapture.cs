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
        routes.MapPost("/captures", Begin).For(CapturesDoor.ForWhom).OpenToBadges();
        routes.MapGet(One, Look).For(CapturesDoor.ForWhom).OpenToBadges();
        routes.MapPut(One + "/files/{file:int}", Bring).For(CapturesDoor.ForWhom).OpenToBadges();
        routes.MapPost(One + "/drop", Drop).For(CapturesDoor.ForWhom).OpenToBadges();
    }

    private static async Task<IResult> Begin(Capturing capturing, Refusals refusals, HttpContext http)
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

        return said is null ? Answer(new Step(StatusCodes.Status400BadRequest, new CaptureState(Guid.Empty, "refused", [], [], "invalid"))) : await Told(await capturing.Begin(said, http.RequestAborted), refusals, http);
    }

    private static async Task<IResult> Bring(Guid capture, int file, Capturing capturing, Refusals refusals, HttpContext http, string? from = null)
    {
        if (!long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return Answer(new Step(StatusCodes.Status400BadRequest, new CaptureState(capture, "refused", [], [], "invalid")));
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = CaptureLimits.Part;
        return await Told(await capturing.Bring(capture, file, at, http.Request.Body, http.RequestAborted), refusals, http);
    }

    private static IResult? Look(Guid capture, Capturing capturing) => capturing.Look(capture) is { } step ? Answer(step) : null;

    private static async Task<IResult> Drop(Guid capture, Capturing capturing, HttpContext http)
    {
        await capturing.Drop(capture, http.RequestAborted);
        return Results.NoContent();
    }

    // Whoever sends what is not theirs to send is written down, as at every other door.
    private static async Task<IResult> Told(Step step, Refusals refusals, HttpContext http)
    {
        if (step.State.Error is "owner" or "learner" or "allowed" or "missing") await refusals.Note(http, RefusedWhy.NotTheirs);
        return Answer(step);
    }

    private static IResult Answer(Step step) => Results.Json(step.State, CaptureJson.Default.CaptureState, statusCode: step.Status);
}
