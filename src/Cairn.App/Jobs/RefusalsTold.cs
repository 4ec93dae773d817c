using Cairn.App.Access;
using Cairn.Storage;

namespace Cairn.App.Jobs;

/// <summary>Tells the journal once a minute how many strangers were refused: one entry a district, however many knocked.</summary>
internal sealed class RefusalsTold(Refusals refusals, Func<IReadOnlyList<District>> districts, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Tells until it is told to stop, and then the rest.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await refusals.TellStrangers(districts());
            }
#pragma warning disable CA1031 // A job that ends at the first trouble would leave refusals untold until the next start.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                wrong(trouble);
            }
        }
    }
}
