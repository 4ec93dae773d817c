using System.Diagnostics;
using System.Net;
using Cairn.App.Tests.Providers;

[assembly: AssemblyFixture(typeof(IssuerProcess))]

namespace Cairn.App.Tests.Providers;

/// <summary>A real provider of OpenID Connect (OpenIddict) beside one that forges, as a process of its own, begun when a test first needs it. It
/// ends with its standard input.</summary>
public sealed class IssuerProcess : IAsyncDisposable
{
    private static readonly Lazy<Task<(Process Process, Uri Url)>> Begun = new(Begin);

    /// <summary>The real issuer.</summary>
    internal static async Task<string> Real() => (await Begun.Value).Url.GetLeftPart(UriPartial.Authority);

    /// <summary>One that lies in a way of its own.</summary>
    internal static async Task<string> Forger(string kind = "plain") => $"{await Real()}/forge/{kind}";

    /// <summary>A browser at the issuer, which follows nothing by itself.</summary>
    internal static HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask DisposeAsync()
    {
        if (!Begun.IsValueCreated) return;
        var (process, _) = await Begun.Value;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<(Process, Uri)> Begin()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Cairn.TestIssuer.exe" : "Cairn.TestIssuer"))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        var trouble = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync() is { } line ? (process, new Uri(line)) : throw new InvalidOperationException(await trouble);
    }
}
