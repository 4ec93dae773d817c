using System.Runtime.InteropServices;
using Cairn.App.Running;

namespace Cairn.App.Cli;

/// <summary>From the wish to stop to the end: not ready any more, for a while still open, then what is begun is ended, within a limit.</summary>
internal static class Stopping
{
    /// <summary>What is not done by then is cut off.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    /// <param name="site">The site that runs.</param>
    /// <param name="stay">For so long it stays open after it says that it is not ready. A second wish ends that.</param>
    /// <param name="cancel">The wish to stop.</param>
    public static async Task Stop(WebApplication site, TimeSpan stay, CancellationToken cancel)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.Lifetime.ApplicationStopping);
        await Until(asked.Token);
        site.Services.GetRequiredService<Draining>().Begin();
        if (stay > TimeSpan.Zero)
        {
            using var again = new CancellationTokenSource();
            using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => again.Cancel());
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => again.Cancel());
            again.CancelAfter(stay);
            await Until(again.Token);
        }

        using var limit = new CancellationTokenSource(Limit);
        await site.StopAsync(limit.Token);
    }

    private static async Task Until(CancellationToken token)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = token.Register(() => done.TrySetResult());
        await done.Task;
    }
}
