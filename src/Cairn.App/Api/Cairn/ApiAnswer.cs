using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cairn.Storage.Accounts;

namespace Cairn.App.Api.Cairn;

/// <summary>An answer to another system: its bytes are made before it is sent, so that they can be kept and tagged.</summary>
internal sealed class ApiAnswer(int status, byte[] bytes, string contentType) : IResult
{
    public const string Json = "application/json; charset=utf-8";
    public const string ProblemJson = "application/problem+json; charset=utf-8";

    public int Status => status;

    public byte[] Bytes => bytes;

    public string ContentType => contentType;

    /// <summary>Why it was not done; null where it was, or where an answer of before is said again.</summary>
    public Problem? Problem { get; private init; }

    /// <summary>The tag of the row itself, where the answer is one; otherwise the tag is made of the bytes.</summary>
    public string? Tag { get; init; }

    /// <summary>After how long to ask again; null where that is not said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ApiAnswer Of<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, type), Json);

    public static ApiAnswer Of(Problem problem, TimeSpan? retryAfter = null) =>
        new(problem.Status, JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Default.Problem), ProblemJson) { Problem = problem, RetryAfter = retryAfter };

    public static ApiAnswer Again(KeptAnswer kept) => new(kept.Status, kept.Answer, kept.ContentType);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Authorization, Cookie";
        if (RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status200OK && HttpMethods.IsGet(httpContext.Request.Method))
        {
            var tag = Tag ?? $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes), 0, 12)}\"";
            response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.ToString() == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes);
    }
}
