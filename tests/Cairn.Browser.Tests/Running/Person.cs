using Microsoft.Playwright;

namespace Cairn.Browser.Tests.Running;

/// <summary>A person at a browser of their own. What the browser complains about is kept, and asked for at the end.</summary>
internal sealed class Person : IAsyncDisposable
{
    private const string HearPolicy = "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))";

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Hear(error);
        page.Console += (_, said) => { if (said.Type is "error" or "warning") Hear(said.Text); };
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and of the content policy, but not that a page was refused or not found.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints.Where(one => !one.Contains("status of 401", StringComparison.Ordinal) && !one.Contains("status of 404", StringComparison.Ordinal))];
        }
    }

    public static async Task<Person> With(IBrowserContext context)
    {
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(HearPolicy);
        return new Person(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Hear(string complaint)
    {
        lock (_complaints) _complaints.Add(complaint);
    }
}
