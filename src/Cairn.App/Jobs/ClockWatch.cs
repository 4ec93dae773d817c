using Cairn.Storage;

namespace Cairn.App.Jobs;

/// <summary>Watches the clock by the machine's own count of time: a clock that jumps stamps facts with moments that were not, and is told.</summary>
internal sealed class ClockWatch(DataFolder folder, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private (DateTimeOffset Clock, long Count) _last = (clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>Looks once; the jump since the last look, or null.</summary>
    public ClockJump? Look()
    {
        var (now, count) = (clock.GetUtcNow(), clock.GetTimestamp());
        var jump = now - _last.Clock - clock.GetElapsedTime(_last.Count, count);
        _last = (now, count);
        return jump.Duration() <= Most ? null : new ClockJump(now.UtcDateTime, jump.TotalSeconds);
    }

    /// <summary>Looks until it is told to stop.</summary>
    public async Task Run(Action<string, Exception?> tell, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancel.IsCancellationRequested || Look() is not { } jump) continue;
            tell("the clock jumped, or the machine slept: cairn doctor says by how much", null);
            try
            {
                if (Directory.Exists(folder.Path)) jump.Write(folder);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                tell("that the clock jumped could not be kept", wrong);
            }
        }
    }
}
