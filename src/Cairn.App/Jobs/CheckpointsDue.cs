using Cairn.App.Signing;
using Cairn.Storage;

namespace Cairn.App.Jobs;

/// <summary>Signs each open district's journal within the hour after a write: looked for every minute.</summary>
/// <param name="folder">The data folder, with the keys.</param>
/// <param name="districts">The districts that are open now.</param>
/// <param name="clock">The clock.</param>
internal sealed class CheckpointsDue(DataFolder folder, Func<IReadOnlyList<District>> districts, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(58);

    /// <summary>Makes those that are due; how many.</summary>
    public async Task<int> MakeDue(TimeSpan every)
    {
        var made = 0;
        foreach (var one in districts().Select(district => new Checkpoints(folder, district)))
        {
            if (!one.IsDue(clock.GetUtcNow().UtcDateTime, every)) continue;
            await one.Make();
            made++;
        }

        return made;
    }

    /// <summary>Looks until it is told to stop, and then makes the last ones. What goes wrong is said, and the next minute tries again.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await Try(Every, wrong);
            await Task.Delay(Look, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Try(TimeSpan.Zero, wrong);
    }

    private async Task Try(TimeSpan every, Action<Exception> wrong)
    {
        try
        {
            await MakeDue(every);
        }
#pragma warning disable CA1031 // A job that ends at the first trouble would leave what is written unsigned until the next start.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            wrong(trouble);
        }
    }
}
