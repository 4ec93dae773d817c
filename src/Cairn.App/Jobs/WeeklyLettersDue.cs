using Cairn.App.Access;
using Cairn.App.Notices;
using Cairn.Storage;
using Cairn.Storage.Families;
using Cairn.Storage.Journal;

namespace Cairn.App.Jobs;

/// <summary>Each week a letter to every guardian who wants one: written district by district, a few at a time, so that a mailbox never holds up a school.</summary>
/// <param name="served">The districts that are open now.</param>
/// <param name="mailer">Sends them.</param>
/// <param name="site">The address that they lead to.</param>
/// <param name="clock">The clock.</param>
internal sealed class WeeklyLettersDue(Func<IReadOnlyList<Served>> served, Mailer mailer, Func<Served, string> site, TimeProvider clock) : BackgroundService
{
    private const int AtOnce = 200;
    private const int FirstHour = 8;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Writes the letters that are due in one district, and notes that they were written; how many.</summary>
    public static async Task<int> Write(Served served, DateTime now, string site, Func<Letter, bool> send)
    {
        if (served.District is not { } district) return 0;
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, served.Zone);
        var written = new List<Reached>();
        using (var db = district.Open())
            foreach (var to in NoticeRows.WeeklyDue(db, now, served.Terms.Usual).Take(AtOnce))
            {
                if (WeeklyLetter.Of(db, served, to, DateOnly.FromDateTime(local), now, site) is { } letter && !send(letter)) break;
                written.Add(to);
            }

        if (written.Count > 0) await district.Writer.Alone(turn => NoticeRows.Wrote(turn, written), Acting.System with { Where = "weekly letters" });
        return written.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            foreach (var one in mailer.IsSetUp ? served() : [])
                try
                {
                    if (TimeZoneInfo.ConvertTimeFromUtc(now, one.Zone).Hour >= FirstHour) await Write(one, now, site(one), mailer.Send);
                }
#pragma warning disable CA1031 // One district's trouble holds up no other, and the next hour tries again.
                catch (Exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    continue;
                }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
