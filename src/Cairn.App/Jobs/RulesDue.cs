using Cairn.Storage;

namespace Cairn.App.Jobs;

/// <summary>When the day of a rule or a scale comes, everybody it holds for is concluded anew: looked for at start, and every minute.</summary>
internal sealed class RulesDue(District district, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Before the first look everything counts as due: the day may have come while nothing ran.
    private DateTime _looked = DateTime.MinValue;

    /// <summary>Looks once; true where something had come into force since the last look.</summary>
    public async Task<bool> Look(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isDue = _looked == DateTime.MinValue || district.Frameworks.Any(one => one.Assignments.Select(rule => rule.EffectiveFrom).Concat(one.Scales.Select(scale => scale.Assignment.EffectiveFrom)).Any(from => from > _looked && from <= now));
        if (isDue)
            await district.Writer.Alone(turn =>
            {
                turn.ConcludeDue();
                return true;
            }, cancel);
        // Only what was looked at is done: after a failure the next look tries again.
        _looked = now;
        return isDue;
    }

    /// <summary>Looks at every district that is open until it is told to stop. What goes wrong is said, and the next minute tries again.</summary>
    public static async Task Run(Func<IReadOnlyList<District>> open, TimeProvider clock, Action<Exception> wrong, CancellationToken cancel)
    {
        var looks = new Dictionary<District, RulesDue>();
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var districts = open();
                foreach (var gone in looks.Keys.Except(districts).ToList()) looks.Remove(gone);
                foreach (var district in districts)
                {
                    if (!looks.TryGetValue(district, out var look)) looks[district] = look = new RulesDue(district, clock);
                    await look.Look(cancel);
                }

                await Task.Delay(Every, clock, cancel);
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
                await Task.Delay(Every, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
