using Cairn.App.Access;
using Cairn.App.Jobs;
using Cairn.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli;

/// <summary>Serves a data folder until it is told to stop, and says where.</summary>
internal static class Serving
{
    public static async Task<int> Run(DataFolder folder, string? district, string urls, bool wantsJson, Terminal terminal, CancellationToken cancel)
    {
        foreach (var url in urls.Split(';'))
            if (!Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException(Say.Words["cli.serve.badUrl", ("url", url)]);
        if (folder.IsDemo && urls.Split(';').Any(url => !new Uri(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal)).IsLoopback))
            throw new RefusedException(Say.Words["cli.demo.loopback"]);
        await using var open = district is null ? null : District.OpenExisting(folder, district, toWrite: true, TimeProvider.System);
        await using var site = Site.Build(folder, open, urls, TimeProvider.System);
        var links = site.Services.GetRequiredService<DemoLinks>();
        if (open is not null) links.Make(Ways(open));
        await site.StartAsync(cancel);
        Announce(site.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(), links, open is not null, folder, wantsJson, terminal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.Lifetime.ApplicationStopping);
        var due = open is null ? Task.CompletedTask : new RulesDue(open, TimeProvider.System).Run(trouble => terminal.Err.WriteLine(trouble.Message), stop.Token);
        await site.WaitForShutdownAsync(cancel);
        await stop.CancelAsync();
        await due;
        return CommandLine.Done;
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
        foreach (var link in links.All) terminal.Out.WriteLine($"  {link.Role,-8} {$"{link.Actor.Name}, {link.Where}",-34} {url}{link.Path}");
        if (links.All.Count == 0 && hasDistrict) terminal.Out.WriteLine(Say.Words["cli.serve.noAccounts"]);
        terminal.Out.WriteLine(Say.Words["cli.serve.stop"]);
    }

    /// <summary>One way in a role: a teacher of a room of mixed ages, two of its learners, and the leader.</summary>
    private static IEnumerable<(string Role, Actor Actor, string Where)> Ways(District district)
    {
        using var db = district.Open();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var scope = new Scope(db, Actor.Operator, today);
        var ways = new List<(string Role, Actor Actor, string Where)>();
        foreach (var educator in db.Educators.AsNoTracking().OrderBy(one => one.Username).ToList())
        {
            var isLeader = educator.Role == Learning.People.EducatorRole.Leader;
            var actor = new Actor(isLeader ? ActorKind.Leader : ActorKind.Teacher, educator.Id.Value, educator.DisplayName);
            var rooms = isLeader ? [] : new Scope(db, actor, today).Groups();
            if (isLeader || (rooms.Count > 0 && ways.TrueForAll(way => way.Role != "teacher")))
                ways.Add((isLeader ? "leader" : "teacher", actor, isLeader ? "the district" : string.Join(", ", rooms.Select(one => one.Name))));
            if (rooms.Count == 0 || ways.Exists(way => way.Role == "learner")) continue;
            var learners = scope.LearnersOf(rooms[0].Id).ToList().Where(one => one.BirthDate is not null).OrderBy(one => one.BirthDate).ToList();
            if (learners.Count == 0) continue;
            foreach (var learner in (Learning.People.Learner[])[learners[learners.Count / 2], learners[0]])
                if (ways.TrueForAll(way => way.Actor.Person != learner.Id.Value))
                    ways.Add(("learner", new Actor(ActorKind.Learner, learner.Id.Value, learner.FullName), $"{learner.AgeOn(today)}, {rooms[0].Name}"));
        }

        return ways.OrderBy(way => way.Role switch { "teacher" => 0, "learner" => 1, _ => 2 });
    }
}
