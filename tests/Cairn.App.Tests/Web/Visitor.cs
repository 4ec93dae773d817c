using System.Net;

namespace Cairn.App.Tests.Web;

/// <summary>Somebody at a browser of their own: keeps cookies, follows no redirect by itself.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Visitor(Uri site, params (string Name, string Value)[] always)
    {
        // Certificates of tests are signed by nobody.
        var trusting = new System.Net.Security.SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null };
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies, SslOptions = trusting }) { BaseAddress = site };
        foreach (var (name, value) in always) _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value).ShouldBeTrue();
    }

    /// <summary>The session's cookie as it would be sent; empty for none.</summary>
    public string Cookie => _cookies.GetCookieHeader(_http.BaseAddress!);

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>Posts a form as the site's own page does.</summary>
    public Task<Answer> Post(string path) => Send(HttpMethod.Post, path, ("Sec-Fetch-Site", "same-origin"));

    public async Task<Answer> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await _http.SendAsync(request);
        return await Answer.From(response);
    }

    /// <summary>Posts what a form of the site's own page holds.</summary>
    public async Task<Answer> Send(string path, string body, string type)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin").ShouldBeTrue();
        using var response = await _http.SendAsync(request);
        return await Answer.From(response);
    }

    /// <summary>Posts a form with files, as a browser does without scripts.</summary>
    public async Task<Answer> Bring(string path, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin").ShouldBeTrue();
        using var response = await _http.SendAsync(request);
        return await Answer.From(response);
    }

    public void Dispose() => _http.Dispose();
}
