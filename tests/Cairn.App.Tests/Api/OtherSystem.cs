using System.Net;
using System.Text;
using System.Text.Json;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Api;

/// <summary>Another system that asks: no cookies, no browser's headers, a token.</summary>
internal sealed class OtherSystem(Uri site, string? token) : IDisposable
{
    private const int Large = 1 << 18;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };

    /// <summary>A person's session, where a person asks: sent as the site's own page does.</summary>
    public string? Cookie { get; init; }

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>Posts JSON with a key of its own, where none is given.</summary>
    public Task<Answer> Post(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, Json(body), WithKey(headers));

    public async Task<Answer> Send(HttpMethod method, string path, byte[]? body, (string Name, string Value)[] headers, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(path.StartsWith('/') ? path : $"/api/v1/{path}", UriKind.Relative));
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}").ShouldBeTrue();
        if (Cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookie).ShouldBeTrue();
            if (!Array.Exists(headers, one => one.Name is "Sec-Fetch-Site" or "Origin")) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin").ShouldBeTrue();
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
            // Who is told no while it still sends may read of a broken connection and never of the answer: it asks first.
            request.Headers.ExpectContinue = body.Length > Large;
        }

        foreach (var (name, value) in headers)
            (request.Headers.TryAddWithoutValidation(name, value) || request.Content!.Headers.TryAddWithoutValidation(name, value)).ShouldBeTrue();
        using var response = await _http.SendAsync(request);
        return await Answer.From(response);
    }

    public void Dispose() => _http.Dispose();

    public static byte[] Json(object body) => body as byte[] ?? (body is string text ? Encoding.UTF8.GetBytes(text) : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Camel));

    internal static (string, string)[] WithKey((string Name, string Value)[] headers) =>
        Array.Exists(headers, one => one.Name == "Idempotency-Key") ? headers : [.. headers, ("Idempotency-Key", $"\"{Guid.NewGuid()}\"")];

    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}

/// <summary>What is asked of an answer of the API.</summary>
internal static class ApiAnswers
{
    extension(Answer answer)
    {
        public JsonElement Json => JsonDocument.Parse(answer.Body).RootElement.Clone();

        /// <summary>The last part of a problem's type.</summary>
        public string Kind => answer.Json.GetProperty("type").GetString()!.Split(':')[^1];

        /// <summary>Where a problem says that something is wrong.</summary>
        public string[] Places => answer.Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(one => one.GetProperty("at").GetString()!)] : [];

        /// <summary>It is refused as that kind of problem, in the words of RFC 9457.</summary>
        public Answer ShouldBeProblem(HttpStatusCode status, string kind)
        {
            answer.Status.ShouldBe(status, answer.Body);
            answer.Header("Content-Type").ShouldBe("application/problem+json; charset=utf-8");
            answer.Kind.ShouldBe(kind, answer.Body);
            answer.Json.GetProperty("status").GetInt32().ShouldBe((int)status);
            answer.Json.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
            return answer;
        }

        public Guid Id(string name = "id") => answer.Json.GetProperty(name).GetGuid();
    }
}
