using Cairn.App.Access;
using Cairn.App.Cli.Demo;
using Cairn.App.Signing;
using Cairn.Storage;
using Cairn.Storage.Backups;
using Cairn.Storage.Journal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cairn.App.Beginning;

/// <summary>What else an empty folder may begin with: a district from a backup, or the demonstration.</summary>
internal sealed class OtherBeginnings(FirstRun run, DataFolder folder, DemoLinks links, TimeProvider clock, IServer server)
{
    /// <summary>So many learners are enough to look around among, and are made in seconds.</summary>
    public const int Learners = 240;

    /// <summary>Does the site listen on this machine only? A demonstration is served nowhere else.</summary>
    public bool MayDemonstrate => server.Features.Get<IServerAddressesFeature>()?.Addresses.All(one => Uri.TryCreate(one, UriKind.Absolute, out var url) && url.IsLoopback) == true;

    /// <summary>Restores a backup, and serves it. Its people sign in as they did.</summary>
    /// <exception cref="RefusedException">It cannot be restored: nothing of it is here.</exception>
    /// <returns>What came back.</returns>
    public async Task<BackupManifest> Restore(string archive, string passphrase)
    {
        var restored = await Task.Run(() => Restoring.Into(folder, archive, passphrase.Length == 0 ? null : new Passphrase(passphrase)));
        var begun = District.OpenExisting(folder, restored.Manifest.District.Name, toWrite: true, clock);
        await run.Making.Leave();
        run.Open(begun);
        await begun.Writer.Tell(turn => turn.Tell(JournalAct.Told, words: new { restored = restored.Manifest.StateHash, madeAt = restored.Manifest.MadeAt }), FirstRun.Acts);
        await new Checkpoints(folder, begun).Make();
        return restored.Manifest;
    }

    /// <summary>Makes the demonstration, and its ways in.</summary>
    public async Task<IReadOnlyList<DemoLink>> Demonstrate()
    {
        await run.Making.Leave();
        await MakeDemo.Ensure(folder, Learners, clock, _ => { });
        var begun = District.OpenExisting(folder, MakeDemo.District, toWrite: true, clock);
        run.Open(begun);
        links.Make(DemoWays.Of(begun));
        return links.All;
    }
}
