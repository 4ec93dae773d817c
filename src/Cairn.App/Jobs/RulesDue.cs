using Cairn.Storage;
using Cairn.Storage.Journal;

namespace Cairn.App.Jobs;

/// <summary>
/// When the day of a rule or a scale comes, everybody it holds for is concluded anew: looked for every minute in each district that
/// is open, and when one is first met, for the day may have come while nothing ran.
/// </summary>
/// <param name="districts">The districts that are open now.</param>
/// <param name="clock">The clock that days come by.</param>
internal sealed class RulesDue(Func<IReadOnlyList<District>> districts, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private Dictionary<District, DateTime> _looked = [];

    /// <summary>Looks once; true where something had come into force since the last look.</summary>
    public async Task<bool> Look(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var looked = new Dictionary<District, DateTime>();
        var wasDue = false;
        foreach (var district in districts())
        {
            if (IsDue(district, now))
            {
                wasDue = true;
                await district.Writer.Alone(turn =>
                {
                    turn.ConcludeDue();
                    return true;
                }, Acting.System with { Where = "rules due" }, cancel);
            }

            // Only what was looked at is done: after a failure the next look tries again.
            _looked[district] = looked[district] = now;
        }

        // One that was closed is looked at anew when it is opened again.
        _looked = looked;
        return wasDue;
    }

    /// <summary>Looks until it is told to stop. What goes wrong is said, and the next minute tries again.</summary>
    public async Task Run(Action<Exception> wrong, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await Look(cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A job that ends at the first trouble would leave rules without effect until the next start.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                wrong(trouble);
            }

            await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool IsDue(District district, DateTime now) => !_looked.TryGetValue(district, out var before)
        || district.Frameworks.Any(one => one.Assignments.Select(rule => rule.EffectiveFrom).Concat(one.Scales.Select(scale => scale.Assignment.EffectiveFrom)).Any(from => from > before && from <= now));
}
