using Cairn.App.Access;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Cairn.Storage.Projects;

namespace Cairn.App.Jobs;

/// <summary>Whoever joins a group gets the tasks that the group has: looked for every minute in each district that is open.</summary>
internal sealed class TasksDue(DataFolder folder, OpenDistricts districts, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Looks once; how many learners got something.</summary>
    public async Task<int> Look(CancellationToken cancel = default)
    {
        var got = 0;
        foreach (var district in districts.Now())
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, Served.Of(folder, district).Zone));
            bool isDue;
            using (var db = district.Open()) isDue = TaskGiving.IsDue(db, today);
            if (isDue) got += await district.Writer.Alone(turn => new TaskGiving(district.Frameworks).Give(turn, today), Acting.System with { Where = "tasks due" }, cancel);
        }

        return got;
    }

    /// <summary>Looks until it is told to stop. What goes wrong is said, and the next minute tries again.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                try
                {
                    await Look(cancel);
                }
#pragma warning disable CA1031 // A job that ends at the first trouble would leave late joiners without their tasks until the next start.
                catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
                {
                    wrong(trouble);
                }
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
