using Cairn.App.Files;
using Cairn.Storage;
using Cairn.Storage.Files;

namespace Cairn.App.Jobs;

/// <summary>Takes away uploads that nobody went on with for two weeks: the device that sent them has them still, or was lost.</summary>
/// <param name="folder">Where the districts are.</param>
/// <param name="districts">Those that are open.</param>
/// <param name="clock">The clock.</param>
internal sealed class UploadsSwept(DataFolder folder, Func<IEnumerable<District>> districts, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>Looks once; how many went.</summary>
    public int Look() => districts().Sum(one => new Uploads(folder.FolderOf(one.Name)).Sweep(clock.GetUtcNow().UtcDateTime - CaptureLimits.Kept));

    /// <summary>Looks until it is told to stop.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                Look();
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                wrong(trouble);
            }

            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
