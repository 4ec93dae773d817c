using System.Text.Json;
using System.Text.Unicode;
using Cairn.App.Access;

namespace Cairn.App.Api.Cairn;

/// <summary>The JSON that was sent: one object, UTF-8, at most 64 deep, no name twice.</summary>
/// <param name="Bytes">As it came.</param>
/// <param name="Root">Its fields; null where it is refused.</param>
/// <param name="Refusal">Why it is.</param>
internal sealed record SentBody(byte[] Bytes, SentPart? Root, ApiAnswer? Refusal)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = RequestLimits.JsonDepth, AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    public static async Task<SentBody> Read(HttpContext http)
    {
        var request = http.Request;
        if (!IsJson(request)) return Refused(Problems.Find("media-type", "Content-Type is application/json, without Content-Encoding."));
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, http.RequestAborted);
        var bytes = body.ToArray();
        if (!Utf8.IsValid(bytes)) return Refused(Problems.Unreadable("The body is not UTF-8."));
        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? new SentBody(bytes, new SentPart(json.RootElement.Clone()), null) : Refused(Problems.Unreadable("The body is one JSON object."));
        }
        catch (InvalidOperationException)
        {
            return Refused(Problems.Unreadable("A name in the body holds half a character."));
        }
        catch (JsonException wrong)
        {
            return Refused(Problems.Unreadable($"The body is not the JSON that is asked for, at line {wrong.LineNumber + 1}: one object, at most 64 deep, no name twice."));
        }
    }

    private static SentBody Refused(Problem why) => new([], null, ApiAnswer.Of(why));

    private static bool IsJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 || !Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return false;
        return type.MediaType.Value is { } name && (name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || (name.Equals("application/merge-patch+json", StringComparison.OrdinalIgnoreCase) && HttpMethods.IsPatch(request.Method)))
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
