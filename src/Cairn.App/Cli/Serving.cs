using System.Net.Sockets;
using Cairn.App.Access;
using Cairn.App.Beginning;
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
        var addresses = site.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var first = site.Services.GetRequiredService<FirstRun>().MakeLink();
        Announce(addresses.First(), links, open is not null || isMany, (first, LocalOf(addresses)), folder, wantsJson, terminal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.Lifetime.ApplicationStopping);
        var due = new RulesDue(site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "a rule did not take force on its day") { Faults = LogFault.Of(trouble) }), stop.Token);
        var nightly = NightlyBackups.RunAll(folder, site.Services, stop.Token);
        var erasures = site.Services.GetRequiredService<ErasuresDue>().Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "what an erasure left was not cleaned up") { Faults = LogFault.Of(trouble) }), stop.Token);
        var checkpoints = new CheckpointsDue(folder, site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "the journal could not be signed") { Faults = LogFault.Of(trouble) }), stop.Token);
        var strangers = new RefusalsTold(site.Services.GetRequiredService<Refusals>(), site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "refusals could not be told") { Faults = LogFault.Of(trouble) }), stop.Token);
        var uploads = new UploadsSwept(folder, site.Services.GetRequiredService<OpenDistricts>().Now, TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "unfinished uploads were not taken away") { Faults = LogFault.Of(trouble) }), stop.Token);
        var tasks = new TasksDue(folder, site.Services.GetRequiredService<OpenDistricts>(), TimeProvider.System).Run(trouble => site.Services.GetRequiredService<Log>().Write(new LogLine(DateTimeOffset.UtcNow, LogLevel.Error, "Cairn.Jobs", "who joined a group did not get its tasks") { Faults = LogFault.Of(trouble) }), stop.Token);
        await Stopping.Stop(site, options.Stay, cancel);
        await stop.CancelAsync();
        await Task.WhenAll(due, nightly, erasures, checkpoints, strangers, uploads, tasks);
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

    // Where a browser of this machine finds the site; localhost, because passkeys are for names and not for numbers.
    private static string? LocalOf(IEnumerable<string> addresses) => addresses.Select(one => new Uri(one.Replace("//*", "//[::]", StringComparison.Ordinal).Replace("//+", "//[::]", StringComparison.Ordinal)))
        .FirstOrDefault(one => one.IsLoopback || one.Host is "0.0.0.0" or "[::]") is { } local ? $"{local.Scheme}://localhost:{local.Port}" : null;

    private static void Announce(string url, DemoLinks links, bool hasDistrict, (string? Path, string? Local) first, DataFolder folder, bool wantsJson, Terminal terminal)
    {
        if (wantsJson)
        {
            terminal.AnswerJson(new { url, folder = folder.Path, firstRun = first is ({ } begin, { } here) ? here + begin : null, links = links.All.Select(link => new { role = link.Role, name = link.Actor.Name, where = link.Where, url = url + link.Path }) });
            return;
        }

        terminal.Out.WriteLine(Say.Words["cli.serve.ready", ("url", url)]);
        if (links.All.Count > 0) terminal.Out.WriteLine(Say.Words["cli.serve.links"]);
        foreach (var link in links.All) terminal.Out.WriteLine($"  {link.Role,-9} {$"{link.Actor.Name}, {link.Where}",-34} {url}{link.Path}");
        if (first.Path is { } path) terminal.Out.WriteLine(first.Local is { } local ? Say.Words["cli.serve.firstRun", ("url", local + path)] : Say.Words["cli.serve.firstRunAway"]);
        if (links.All.Count == 0 && hasDistrict) terminal.Out.WriteLine(Say.Words["cli.serve.noAccounts"]);
        terminal.Out.WriteLine(Say.Words["cli.serve.stop"]);
    }
}
