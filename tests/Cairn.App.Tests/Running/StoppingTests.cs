using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Cairn.App.Cli;
using Cairn.App.Tests.Cli;
using Cairn.App.Tests.Web;

namespace Cairn.App.Tests.Running;

/// <summary>A real process is told to stop: it is not ready any more, ends what was begun, and goes with exit code 0.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class StoppingTests
{
    private const string Form = "language=es&back=%2F";

    [Fact]
    public async Task What_was_begun_is_answered_before_it_goes()
    {
        using var installation = new Installation();
        installation.Run("demo", "--no-serve", "--learners", "3").Exit.ShouldBe(CommandLine.Done);
        using var cairn = Serve(installation, "--drain", "60");
        var url = await UrlOf(cairn);
        using var watcher = new Visitor(url);
        (await watcher.Get("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);
        await using var begun = await Wire.To(url);
        await begun.Send($"POST /language HTTP/1.1\r\nHost: {url.Authority}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Form.Length}\r\nConnection: close\r\n\r\n{Form[..5]}");

        await Tell(cairn, "TERM");
        // Ready no more, and still open for whoever comes before the balancer noticed.
        while ((await watcher.Get("/health/ready")).Status == HttpStatusCode.OK) await Task.Yield();
        (await watcher.Get("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await watcher.Get("/")).Status.ShouldBe(HttpStatusCode.OK);

        // A second wish ends the staying, and still not what was begun.
        await Tell(cairn, "TERM");
        while (await IsOpen(url)) await Task.Yield();
        cairn.HasExited.ShouldBeFalse();
        await begun.Send(Form[5..]);
        (await begun.ToEnd()).ShouldStartWith("HTTP/1.1 302 ");

        await cairn.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        cairn.ExitCode.ShouldBe(CommandLine.Done);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task With_nothing_begun_it_goes_at_once_and_its_lock_is_free(string signal)
    {
        using var installation = new Installation();
        installation.Run("demo", "--no-serve", "--learners", "3").Exit.ShouldBe(CommandLine.Done);
        using var cairn = Serve(installation);
        await UrlOf(cairn);

        await Tell(cairn, signal);
        await cairn.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        cairn.ExitCode.ShouldBe(CommandLine.Done);
        await using var again = installation.OpenToWrite(Cairn.App.Cli.Demo.MakeDemo.District);
        (await again.Writer.Alone(_ => 1)).ShouldBe(1);
    }

    [Fact]
    public async Task What_it_logs_while_nobody_watches_is_json()
    {
        using var installation = new Installation();
        installation.Run("demo", "--no-serve", "--learners", "3").Exit.ShouldBe(CommandLine.Done);
        using var cairn = Serve(installation);
        var url = await UrlOf(cairn);
        using (var visitor = new Visitor(url)) await visitor.Get("/health/live");
        await Tell(cairn, "TERM");
        var log = await cairn.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        var line = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(one => JsonDocument.Parse(one).RootElement).Single();
        line.GetProperty("route").GetString().ShouldBe("/health/live");
    }

    [Theory]
    [InlineData("--proxy", "0.0.0.0/0")]
    [InlineData("--proxy", "proxy.example")]
    [InlineData("--log", "xml")]
    [InlineData("--drain", "-1")]
    [InlineData("--drain", "301")]
    [InlineData("--key", "site.key")]
    [InlineData("--urls", "https://127.0.0.1:0")]
    public void What_cannot_be_meant_is_said_before_anything_is_served(string option, string value)
    {
        using var installation = new Installation();
        var ran = installation.Run("serve", option, value);
        ran.Exit.ShouldBe(CommandLine.WrongUsage);
        ran.Err.Trim().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_certificate_that_is_none_is_refused()
    {
        using var installation = new Installation();
        File.WriteAllText(installation.Of("site.pem"), "no certificate");
        installation.Run("serve", "--urls", "https://127.0.0.1:0", "--certificate", installation.Of("site.pem")).ShouldBeRefused("certificate");
        installation.Run("serve", "--urls", "https://127.0.0.1:0", "--certificate", installation.Of("missing.pem")).Exit.ShouldBe(CommandLine.Refused);
    }

    private static Process Serve(Installation installation, params string[] more)
    {
        // A shell that runs something beside itself lets it ignore Ctrl+C, and so would everything that is started from there.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "cairn")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var arg in (string[])["serve", "--json", "--urls", "http://127.0.0.1:0", "--data", installation.Data, .. more]) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static async Task<Uri> UrlOf(Process cairn) =>
        new(JsonDocument.Parse((await cairn.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).RootElement.GetProperty("url").GetString()!);

    private static async Task Tell(Process cairn, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{cairn.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<bool> IsOpen(Uri url)
    {
        try
        {
            await using var wire = await Wire.To(url);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
