using System.Net;
using System.Net.Sockets;
using Cairn.App.Outbound;
using Microsoft.AspNetCore.Http;

namespace Cairn.App.Tests.Outbound;

/// <summary>Whatever address somebody gives, Cairn fetches from the open internet only.</summary>
[Trait("Abuse", "K5")]
public sealed class OutboundTests : IAsyncLifetime
{
    private readonly Dictionary<string, Queue<IPAddress[]>> _names = new(StringComparer.Ordinal);
    private RequestDelegate _answer = http => Text(http, "good");
    private FarSide _far = null!;
    private OutboundRules _rules = null!;

    public async ValueTask InitializeAsync()
    {
        _far = await FarSide.Start(http => _answer(http));
        Name("good.example", [FarSide.Open]);
        _rules = new OutboundRules { IsPlainAllowed = true, Inside = [IPNetwork.Parse("127.0.0.2/32")], Resolve = Resolve, Longest = TimeSpan.FromSeconds(10) };
    }

    public ValueTask DisposeAsync() => _far.DisposeAsync();

    [Fact]
    public async Task What_is_open_is_fetched()
    {
        var fetched = await Fetch("http://good.example:{port}/badge.json");
        fetched.Fault.ShouldBe(OutboundFault.None);
        fetched.Type.ShouldBe("text/plain");
        fetched.Bytes.ShouldBe("good"u8.ToArray());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://127.1:{port}/")]
    [InlineData("http://127.0.1:{port}/")]
    [InlineData("http://0x7f.1:{port}/")]
    [InlineData("http://0x7f000001:{port}/")]
    [InlineData("http://0177.0.0.1:{port}/")]
    [InlineData("http://0177.0.0.01:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://017700000001:{port}/")]
    [InlineData("http://127.0.0.1.:{port}/")]
    [InlineData("http://0.0.0.0:{port}/")]
    [InlineData("http://0:{port}/")]
    [InlineData("http://localhost:{port}/")]
    [InlineData("http://LOCALHOST.:{port}/")]
    [InlineData("http://[::1]:{port}/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]:{port}/")]
    [InlineData("http://[::]:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("http://[::ffff:7f00:1]:{port}/")]
    [InlineData("http://[::127.0.0.1]:{port}/")]
    [InlineData("http://[64:ff9b::127.0.0.1]:{port}/")]
    [InlineData("http://[64:ff9b:1::7f00:1]:{port}/")]
    [InlineData("http://[2002:7f00:1::]:{port}/")]
    [InlineData("http://[2001:0:7f00:1::]:{port}/")]
    [InlineData("http://[fe80::1]:{port}/")]
    [InlineData("http://[fe80::1%25lo]:{port}/")]
    [InlineData("http://[fd00::1]:{port}/")]
    [InlineData("http://[ff02::1]:{port}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    [InlineData("http://0xa9fea9fe/latest/meta-data/")]
    [InlineData("http://2852039166/latest/meta-data/")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://192.0.0.192/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://①②⑦.⓪.⓪.①:{port}/")]
    [InlineData("http://127。0。0。1:{port}/")]
    [InlineData("http://127%2e0%2e0%2e1:{port}/")]
    [InlineData("http://good.example@127.0.0.1:{port}/")]
    [InlineData("http://good.example:80@127.0.0.1:{port}/")]
    [InlineData("http://127.0.0.1:{port}#@good.example/")]
    [InlineData("http://127.0.0.1:{port}\\@good.example/")]
    [InlineData("http://user:secret@good.example:{port}/")]
    [InlineData("http://good.example%00.127.0.0.1:{port}/")]
    [InlineData("http:/\\127.0.0.1:{port}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://127.0.0.1/etc/passwd")]
    [InlineData("gopher://127.0.0.1:{port}/_GET%20/")]
    [InlineData("ftp://127.0.0.1:{port}/")]
    [InlineData("dict://127.0.0.1:{port}/")]
    [InlineData("ldap://127.0.0.1:{port}/")]
    [InlineData("data:text/plain,good")]
    [InlineData("jar:http://127.0.0.1:{port}/!/")]
    [InlineData("//127.0.0.1:{port}/")]
    [InlineData("")]
    [InlineData("not an address")]
    public async Task No_spelling_of_an_address_inside_is_fetched(string address)
    {
        Name("metadata.google.internal", [IPAddress.Parse("169.254.169.254")]);
        var fetched = await Fetch(address);
        fetched.Fault.ShouldBeOneOf(OutboundFault.Inside, OutboundFault.Address, OutboundFault.Unreachable);
        fetched.Bytes.ShouldBeEmpty();
        _far.Came.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_leads_inside_or_there_too_is_not_fetched()
    {
        Name("inside.example", [FarSide.Inside]);
        Name("both.example", [FarSide.Open, FarSide.Inside]);
        Name("mapped.example", [IPAddress.Parse("::ffff:127.0.0.1")]);
        foreach (var host in (string[])["inside.example", "both.example", "mapped.example"]) (await Fetch($"http://{host}:{{port}}/")).Fault.ShouldBe(OutboundFault.Inside, host);
        (await Fetch("http://unknown.example:{port}/")).Fault.ShouldBe(OutboundFault.Unreachable);
        _far.Came.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_after_it_was_looked_at_gains_nothing()
    {
        Name("rebinding.example", [FarSide.Open], [FarSide.Inside]);
        (await Fetch("http://rebinding.example:{port}/")).Fault.ShouldBe(OutboundFault.None);
        _far.Came.ShouldHaveSingleItem().To.ShouldBe(FarSide.Open);
        // The next one is looked at anew, and refused.
        (await Fetch("http://rebinding.example:{port}/")).Fault.ShouldBe(OutboundFault.Inside);
        _far.Came.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/", OutboundFault.Inside)]
    [InlineData("http://inside.example:{port}/", OutboundFault.Inside)]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/", OutboundFault.Inside)]
    [InlineData("//169.254.169.254/latest/", OutboundFault.Inside)]
    [InlineData("file:///etc/passwd", OutboundFault.Address)]
    [InlineData("gopher://127.0.0.1/", OutboundFault.Address)]
    [InlineData("http://user:secret@good.example:{port}/", OutboundFault.Address)]
    public async Task Nobody_is_sent_inside_by_a_redirect(string to, object fault)
    {
        Name("inside.example", [FarSide.Inside]);
        _answer = http => SendTo(http, to);
        (await Fetch("http://good.example:{port}/")).Fault.ShouldBe((OutboundFault)fault);
        _far.Came.ShouldAllBe(one => one.To.Equals(FarSide.Open));
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_a_fourth_is_not()
    {
        _answer = http => http.Request.Path == "/0" ? Text(http, "good") : SendTo(http, $"/{int.Parse(http.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture) - 1}");
        (await Fetch("http://good.example:{port}/3")).Fault.ShouldBe(OutboundFault.None);
        (await Fetch("http://good.example:{port}/4")).Fault.ShouldBe(OutboundFault.Redirect);
    }

    [Fact]
    public async Task What_proves_who_asks_is_not_passed_on_to_another_host_and_no_cookie_is_kept()
    {
        Name("other.example", [FarSide.Open]);
        _answer = http =>
        {
            http.Response.Headers.SetCookie = "tracking=1";
            return http.Request.Path == "/here" ? Text(http, "good") : SendTo(http, http.Request.Path == "/same" ? "/here" : "http://other.example:{port}/here");
        };
        using var client = new OutboundClient(_rules);
        foreach (var path in (string[])["/same", "/other"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://good.example:{_far.Port}{path}") { Headers = { Authorization = new("Bearer", "secret") } };
            (await client.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var came = _far.Came.ToList();
        came[1].Headers.ShouldContain("secret");
        came[3].Path.ShouldBe("/here");
        came[3].Headers.ShouldNotContain("secret");
        came.ShouldAllBe(one => !one.Headers.Contains("Cookie", StringComparison.Ordinal) && !one.Headers.Contains("traceparent", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_posted_is_never_sent_on()
    {
        _answer = http => SendTo(http, "/here");
        using var client = new OutboundClient(_rules);
        var refused = await Should.ThrowAsync<OutboundRefusedException>(() => client.Client.PostAsync($"http://good.example:{_far.Port}/", new StringContent("secret"), TestContext.Current.CancellationToken));
        refused.Fault.ShouldBe(OutboundFault.Redirect);
    }

    [Fact]
    public async Task Without_an_operators_word_it_is_https_only_and_with_a_certificate_of_its_own()
    {
        _rules = _rules with { IsPlainAllowed = false };
        (await Fetch("http://good.example:{port}/")).Fault.ShouldBe(OutboundFault.Address);
        (await Fetch("https://good.example:{port}/")).Fault.ShouldBe(OutboundFault.Unreachable);
        _far.Came.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_huge_or_endless_body_is_cut_off()
    {
        _rules = _rules with { Most = 100_000 };
        _answer = async http =>
        {
            if (http.Request.Path == "/huge") http.Response.ContentLength = 10L << 30;
            http.Response.ContentType = "text/plain";
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(new byte[10_000], http.RequestAborted);
        };
        foreach (var path in (string[])["huge", "endless"]) (await Fetch($"http://good.example:{{port}}/{path}")).Fault.ShouldBe(OutboundFault.TooLarge, path);
    }

    [Theory]
    [InlineData("/silent")]
    [InlineData("/drops")]
    public async Task A_slow_answer_is_cut_off(string path)
    {
        _rules = _rules with { Longest = TimeSpan.FromMilliseconds(300) };
        _answer = async http =>
        {
            http.Response.ContentType = "text/plain";
            if (path == "/drops") await http.Response.Body.WriteAsync("a"u8.ToArray(), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        (await Fetch($"http://good.example:{{port}}{path}")).Fault.ShouldBe(OutboundFault.TooSlow);
    }

    [Fact]
    public async Task Somebody_who_goes_away_is_not_told_that_it_was_slow()
    {
        _answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var client = new OutboundClient(_rules);
        using var gone = new CancellationTokenSource();
        var fetching = client.Fetch($"http://good.example:{_far.Port}/", ["text/plain"], gone.Token);
        while (_far.Came.IsEmpty) await Task.Yield();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => fetching);
    }

    [Theory]
    [InlineData("text/html", "", 200, OutboundFault.Type)]
    [InlineData("", "", 200, OutboundFault.Type)]
    [InlineData("text/plain", "gzip", 200, OutboundFault.Type)]
    [InlineData("text/plain", "", 404, OutboundFault.Status)]
    [InlineData("text/plain", "", 204, OutboundFault.Status)]
    [InlineData("TEXT/PLAIN; charset=utf-8", "", 200, OutboundFault.None)]
    [InlineData("image/png", "", 200, OutboundFault.None)]
    public async Task What_is_taken_is_of_a_type_that_was_asked_for(string type, string encoding, int status, object fault)
    {
        _answer = async http =>
        {
            http.Response.StatusCode = status;
            if (type.Length > 0) http.Response.ContentType = type;
            if (encoding.Length > 0) http.Response.Headers.ContentEncoding = encoding;
            if (status != 204) await http.Response.Body.WriteAsync("good"u8.ToArray());
        };
        (await Fetch("http://good.example:{port}/")).Fault.ShouldBe((OutboundFault)fault);
    }

    private static Task Text(HttpContext http, string text)
    {
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(text);
    }

    private Task SendTo(HttpContext http, string to)
    {
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = to.Replace("{port}", $"{_far.Port}", StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    private async Task<Fetched> Fetch(string address)
    {
        using var client = new OutboundClient(_rules);
        return await client.Fetch(address.Replace("{port}", $"{_far.Port}", StringComparison.Ordinal), ["text/plain", "image/*"], TestContext.Current.CancellationToken);
    }

    // Each answer once; the last one stays.
    private void Name(string host, params IPAddress[][] answers) => _names[host] = new Queue<IPAddress[]>(answers);

    private Task<IPAddress[]> Resolve(string host, CancellationToken cancel)
    {
        if (host.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase)) return Task.FromResult<IPAddress[]>([FarSide.Inside]);
        if (!_names.TryGetValue(host, out var answers)) throw new SocketException((int)SocketError.HostNotFound);
        return Task.FromResult(answers.Count > 1 ? answers.Dequeue() : answers.Peek());
    }
}
