using System.Net;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Classroom;

/// <summary>A line to a live board, read as a browser reads it.</summary>
internal sealed class LiveLine : IDisposable
{
    public static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader? _lines;

    private LiveLine(HttpClient http, HttpResponseMessage answer, StreamReader? lines) => (_http, _answer, _lines) = (http, answer, lines);

    public HttpStatusCode Status => _answer.StatusCode;

    public string? Type => _answer.Content.Headers.ContentType?.MediaType;

    /// <summary>Opens it with the cookie of somebody.</summary>
    public static async Task<LiveLine> Open(Uri site, string cookie, string? path = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site };
        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(path ?? $"{BoardSite.Path}/live", UriKind.Relative));
        ask.Headers.TryAddWithoutValidation("Cookie", cookie).ShouldBeTrue();
        var answer = await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        return new LiveLine(http, answer, answer.StatusCode == HttpStatusCode.OK ? new StreamReader(await answer.Content.ReadAsStreamAsync()) : null);
    }

    /// <summary>The number of the next message; null where the line ends. Signs of life are passed over.</summary>
    public async Task<long?> Next(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        while (await _lines!.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return long.Parse(line[6..], System.Globalization.CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>Does the line end, well or torn?</summary>
    public async Task<bool> End(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            while (await _lines!.ReadLineAsync(limit.Token) is not null) { }
        }
        catch (Exception torn) when (torn is IOException or HttpRequestException)
        {
            return true;
        }

        return true;
    }

    /// <summary>Waits for a sign of life.</summary>
    public async Task Beat(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        while (await _lines!.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith(':')) return;
        throw new EndOfStreamException("The line ended.");
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _answer.Dispose();
        _http.Dispose();
    }
}
