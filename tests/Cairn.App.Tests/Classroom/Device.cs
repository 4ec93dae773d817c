using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.App.Tests.Web;
using SkiaSharp;

namespace Cairn.App.Tests.Classroom;

/// <summary>A device that captures: it speaks to the site as the page's own modules do.</summary>
internal sealed class Device(Uri site, string cookie, Guid person) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };

    public Device(Visitor visitor, Uri site, Guid person) : this(site, visitor.Cookie, person) { }

    /// <summary>What is said of a capture.</summary>
    public JsonObject Said(Guid key, IEnumerable<Guid> learners, params (string Name, byte[] Bytes)[] files) => new()
    {
        ["id"] = key, ["by"] = person, ["kind"] = "demonstration", ["title"] = "A bridge", ["words"] = "Eleven kilograms.", ["link"] = "", ["at"] = "", ["claims"] = new JsonArray(),
        ["learners"] = new JsonArray([.. learners.Select(one => (JsonNode)one)]),
        ["files"] = new JsonArray([.. files.Select(one => (JsonNode)new JsonObject { ["name"] = one.Name, ["size"] = one.Bytes.Length, ["sha256"] = HashOf(one.Bytes) })]),
    };

    public Task<(HttpStatusCode Status, JsonNode? State)> Begin(JsonObject said) => Send(HttpMethod.Post, "/captures", new StringContent(said.ToJsonString(), Encoding.UTF8, "application/json"));

    public Task<(HttpStatusCode Status, JsonNode? State)> Bring(Guid key, int file, long from, byte[] bytes) => Send(HttpMethod.Put, $"/captures/{key}/files/{file}?from={from}", new ByteArrayContent(bytes));

    public Task<(HttpStatusCode Status, JsonNode? State)> Look(Guid key) => Send(HttpMethod.Get, $"/captures/{key}", null);

    public Task<(HttpStatusCode Status, JsonNode? State)> Drop(Guid key) => Send(HttpMethod.Post, $"/captures/{key}/drop", null);

    /// <summary>Sends a capture to its end, in parts, going on where the site says it is.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? State)> All(JsonObject said, params byte[][] files)
    {
        const int part = 40_000;
        var answer = await Begin(said);
        while (answer.State?["state"]?.GetValue<string>() == "waiting")
        {
            List<long> has = [.. answer.State["files"]!.AsArray().Select(one => one!.GetValue<long>())];
            var next = has.Index().First(one => one.Item < files[one.Index].Length);
            answer = await Bring(said["id"]!.GetValue<Guid>(), next.Index, next.Item, files[next.Index][(int)next.Item..(int)Math.Min(files[next.Index].Length, next.Item + part)]);
        }

        return answer;
    }

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A picture, red on the left and blue on the right, of dots that differ from one to the next.</summary>
    public static byte[] Picture(int width = 400, int height = 200, int seed = 1, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(width, height);
        var random = new Random(seed);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) bitmap.SetPixel(x, y, x < width / 2 ? new SKColor(255, (byte)random.Next(120), 0) : new SKColor(0, (byte)random.Next(120), 255));
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A PDF of a size that says nothing.</summary>
    public static byte[] Paper(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, JsonNode? State)> Send(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin").ShouldBeTrue();
        request.Headers.TryAddWithoutValidation("Cookie", cookie).ShouldBeTrue();
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null);
    }
}
