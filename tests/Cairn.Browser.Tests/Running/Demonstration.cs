using Cairn.Browser.Tests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Demonstration))]

namespace Cairn.Browser.Tests.Running;

/// <summary>One demonstration and one browser for the whole run; nothing of either where there is no Chromium.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    private const int Learners = 60;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private CairnProcess? _cairn;

    internal Uri Url => Cairn.Url;

    internal IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
            return _browser!;
        }
    }

    internal IPlaywright Playwright => _playwright!;

    private CairnProcess Cairn => _cairn ?? throw new InvalidOperationException("The demonstration is not running.");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        _playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Options());
        _cairn = await CairnProcess.Demo(Learners, invented: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_cairn is null) return;
        try
        {
            var (code, after) = await _cairn.Stop();
            (code, after, _cairn.Complaints.Contains("fail:", StringComparison.Ordinal)).ShouldBe((0, "", false), _cairn.Complaints);
        }
        finally
        {
            await _cairn.DisposeAsync();
        }
    }

    internal static BrowserTypeLaunchOptions Options() => new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-background-networking"] };

    /// <summary>A way in of a role: the first learner is of the middle age of the room, the second the oldest.</summary>
    internal WayIn Way(string role, int which = 0) => Cairn.Ways.Where(one => one.Role == role).ElementAt(which);

    /// <summary>A person who has just opened a browser, and signed in where a role is said.</summary>
    internal async Task<Person> Somebody(string? role = null, int which = 0, BrowserNewContextOptions? how = null)
    {
        var browser = Browser;
        how ??= new BrowserNewContextOptions();
        how.BaseURL = Url.ToString();
        how.ViewportSize ??= new ViewportSize { Width = 1280, Height = 800 };
        var person = await Person.With(await browser.NewContextAsync(how));
        if (role is not null) await person.Page.GotoAsync(Way(role, which).Url);
        return person;
    }
}
