using System.Net.Sockets;
using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.App.Jobs;
using Cairn.App.Running;
using Cairn.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cairn.App.Cli;

/// <summary>Serves a data folder until it is told to stop, and says where.</summary>
internal static class Serving
{
    public static async Task<int> Run(DataFolder folder, string? district, bool isMany, string urls, ServeOptions options, bool wantsJson, Terminal terminal, CancellationToken cancel)
    {
        foreach (var url in urls.Split(';'))
            if (!Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException(Say.Words["cli.serve.badUrl", ("url", url)]);
        if (options.Site.Certificate is null && urls.Split(';').Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) throw new UsageException(Say.Words["cli.serve.noCertificate"]);
        if (folder.IsDemo && urls.Split(';').Any(url => !new Uri(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal)).IsLoopback))
            throw new RefusedException(Say.Words["cli.demo.loopback"]);
        await using var open = district is null ? null : District.OpenExisting(folder, district, toWrite: true, TimeProvider.System);
        await using var site = Site.Build(folder, open, urls, TimeProvider.System, isMany, options.Site);
        var links = site.Services.GetRequiredService<DemoLinks>();
        if (open is not null) links.Make(DemoWays.Of(open));
        await Listen(site, urls, cancel);
        Announce(site.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(), links, open is not null || isMany, folder, wantsJson, terminal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.Lifetime.ApplicationStopping);
        var due = new RulesDue(site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "a rule did not take force on its day") { Faults = LogFault.Of(trouble) }), stop.Token);
        var nightly = NightlyBackups.RunAll(folder, site.Services, stop.Token);
        var erasures = site.Services.GetRequiredService<ErasuresDue>().Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "what an erasure left was not cleaned up") { Faults = LogFault.Of(trouble) }), stop.Token);
        var checkpoints = new CheckpointsDue(folder, site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "the journal could not be signed") { Faults = LogFault.Of(trouble) }), stop.Token);
        var strangers = new RefusalsTold(site.Services.GetRequiredService<Refusals>(), site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "refusals could not be told") { Faults = LogFault.Of(trouble) }), stop.Token);
        await Stopping.Stop(site, options.Stay, cancel);
        await stop.CancelAsync();
        await Task.WhenAll(due, nightly, erasures, checkpoints, strangers);
        return CommandLine.Done;
    }

    private static async Task Listen(WebApplication site, string urls, CancellationToken cancel)
    {
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RefusedException(Say.Words["cli.serve.inUse", ("urls", urls)], taken);
        }
        catch (Exception wrong) when ((wrong as SocketException ?? wrong.InnerException as SocketException) is { } refused)
        {
            throw new RefusedException(Say.Words[refused.SocketErrorCode == SocketError.AccessDenied ? "cli.serve.notAllowed" : "cli.serve.notHere", ("urls", urls)], wrong);
        }
    }

    private static void Announce(string url, DemoLinks links, bool hasDistrict, DataFolder folder, bool wantsJson, Terminal terminal)
    {
        if (wantsJson)
        {
            terminal.AnswerJson(new { url, folder = folder.Path, links = links.All.Select(link => new { role = link.Role, name = link.Actor.Name, where = link.Where, url = url + link.Path }) });
            return;
        }

        terminal.Out.WriteLine(Say.Words["cli.serve.ready", ("url", url)]);
        if (links.All.Count > 0) terminal.Out.WriteLine(Say.Words["cli.serve.links"]);
        foreach (var link in links.All) terminal.Out.WriteLine($"  {link.Role,-9} {$"{link.Actor.Name}, {link.Where}",-34} {url}{link.Path}");
        if (links.All.Count == 0 && hasDistrict) terminal.Out.WriteLine(Say.Words["cli.serve.noAccounts"]);
        terminal.Out.WriteLine(Say.Words["cli.serve.stop"]);
    }
}
