using System.Net;
using Cairn.App.Access;
using Cairn.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.App.Tests.Web;

/// <summary>The real site on a free port of this machine.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private RunningSite(WebApplication site) => _site = site;

    public Uri Url => new(_site.Urls.First());

    public DemoLinks Links => _site.Services.GetRequiredService<DemoLinks>();

    /// <summary>The work that goes on in the site.</summary>
    public Cairn.App.Jobs.LongWork Work => _site.Services.GetRequiredService<Cairn.App.Jobs.LongWork>();

    /// <summary>Something that the site is made of.</summary>
    public T Part<T>()
        where T : notnull => _site.Services.GetRequiredService<T>();

    public IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> Routes =>
        ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_site).DataSources.SelectMany(one => one.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>();

    /// <param name="folder">The data folder.</param>
    /// <param name="district">What is served.</param>
    /// <param name="actors">Who gets a sign-in link, where there are any.</param>
    /// <param name="clock">The site's clock.</param>
    /// <param name="also">Routes of the test's own.</param>
    /// <param name="options">How the site is run, where it is not as usual.</param>
    /// <param name="urls">Where it listens.</param>
    public static async Task<RunningSite> Start(
        DataFolder folder, District? district = null, IEnumerable<Actor>? actors = null, TimeProvider? clock = null, Action<WebApplication>? also = null, SiteOptions? options = null, string urls = "http://127.0.0.1:0")
    {
        if (district is not null) await Grants.Ensure(district, actors ?? []);
        var site = Site.Build(folder, district, urls, clock ?? TimeProvider.System, options: options);
        also?.Invoke(site);
        await site.StartAsync();
        var running = new RunningSite(site);
        running.Links.Make((actors ?? []).Select(one => (one.Kind.ToString(), one, "")));
        return running;
    }

    public Visitor Visitor() => new(Url);

    /// <summary>Somebody who came in by their link.</summary>
    public async Task<Visitor> As(Actor actor)
    {
        var visitor = Visitor();
        (await visitor.Get(Links.All.First(one => one.Actor == actor).Path)).Status.ShouldBe(HttpStatusCode.Found);
        return visitor;
    }

    // As the program ends: who is answered is answered, and only then is what answers them taken away.
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _site.StopAsync(limit.Token);
        await _site.DisposeAsync();
    }
}
