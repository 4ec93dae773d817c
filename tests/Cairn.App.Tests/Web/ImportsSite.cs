using System.Net;
using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;

namespace Cairn.App.Tests.Web;

/// <summary>A district of a test's own, served, with a leader who is signed in. Only a demonstration has sign-in links, so it is marked as one.</summary>
internal sealed class ImportsSite : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private ImportsSite()
    {
    }

    public District District { get; private set; } = null!;

    public RunningSite Site { get; private set; } = null!;

    public Visitor Leader { get; private set; } = null!;

    public Actor Who { get; } = new(ActorKind.Leader, Guid.CreateVersion7(), "Dr. Lead");

    public static async Task<ImportsSite> Start()
    {
        var made = new ImportsSite();
        District.Create(made._folder.Data, "test", "Test", "UTC");
        made._folder.Data.SetMark("{}");
        made.District = District.OpenExisting(made._folder.Data, "test", toWrite: true, TimeProvider.System);
        await made.District.Writer.Alone(turn => turn.Db.Add(new Educator(new EducatorId(made.Who.Person), "lead", made.Who.Name, EducatorRole.Leader)).Entity.Id);
        await made.Serve();
        return made;
    }

    /// <summary>Stops the site and starts another over the same district, as a machine does.</summary>
    public async Task Restart()
    {
        Leader.Dispose();
        await Site.DisposeAsync();
        await Serve();
    }

    /// <summary>Brings files in by the form, and waits at the page until they are looked at.</summary>
    public async Task<(string Path, Answer Page)> Look(string kind, params (string Name, byte[] Bytes)[] files)
    {
        var sent = await Leader.Bring("/imports/files", [("kind", kind), ("source", "")], files);
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.Body);
        return (sent.Header("Location"), await Settled(sent.Header("Location")));
    }

    /// <summary>Presses a button of a run's page, and waits until its work is done.</summary>
    public async Task<Answer> Press(string run, string deed, string form = "")
    {
        var sent = await Leader.Send($"{run}/{deed}", form, "application/x-www-form-urlencoded");
        return sent.Status == HttpStatusCode.Found ? await Settled(sent.Header("Location")) : sent;
    }

    /// <summary>The page once nothing is under way: it is asked for again, as it asks to be.</summary>
    public async Task<Answer> Settled(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (; ; await Task.Yield())
        {
            var page = await Leader.Get(path);
            page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
            if (!page.Body.Contains("data-progress", StringComparison.Ordinal)) return page;
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Leader.Dispose();
        await Site.DisposeAsync();
        await District.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Serve()
    {
        Site = await RunningSite.Start(_folder.Data, District, [Who]);
        Leader = await Site.As(Who);
    }
}
