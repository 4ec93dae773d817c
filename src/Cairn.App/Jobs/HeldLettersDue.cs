using Cairn.App.Access;
using Cairn.App.Notices;

namespace Cairn.App.Jobs;

/// <summary>Sends what waited for the quiet hours to end: looked for every five minutes in each district that is open.</summary>
/// <param name="served">The districts that are open now.</param>
/// <param name="held">What waits.</param>
/// <param name="mailer">Sends it.</param>
/// <param name="site">The address that letters lead to.</param>
/// <param name="clock">The clock.</param>
internal sealed class HeldLettersDue(Func<IReadOnlyList<Served>> served, HeldLetters held, Mailer mailer, Func<Served, string> site, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Writes the letters that are due in one district; how many. Where quiet hours were made longer meanwhile, they wait on.</summary>
    public static int Write(Served served, HeldLetters held, DateTime now, string site, Func<Letter, bool> send)
    {
        if (served.District is not { } district || held.Take(district.Name, now) is not { Count: > 0 } due) return 0;
        using var db = district.Open();
        var written = 0;
        foreach (var one in due)
            if (Letters.DueAt(db, served, one, now) is var later && later > now) held.Hold(district.Name, one, later);
            else written += Letters.Of(db, served, site, one, now).Count(send);
        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var one in mailer.IsSetUp ? served() : [])
                try
                {
                    Write(one, held, clock.GetUtcNow().UtcDateTime, site(one), mailer.Send);
                }
#pragma warning disable CA1031 // One district's trouble holds up no other, and the next look tries again.
                catch (Exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    continue;
                }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
