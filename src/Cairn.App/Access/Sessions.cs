using System.Security.Cryptography;
using System.Text;
using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;

namespace Cairn.App.Access;

/// <summary>
/// Who is signed in. A token of 256 bits is in the browser, its hash in the district's database, so that every node knows the session
/// and every node knows that it ended: this one at once, another after ten seconds.
/// </summary>
internal sealed class Sessions(TimeProvider clock)
{
    public const string Cookie = "cairn";
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SeenInClass = TimeSpan.FromMinutes(1);

    private readonly DemoSessions _demo = new(clock);
    private readonly KnownSessions _known = new(clock);

    /// <summary>A token nobody can guess: 256 bits.</summary>
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexString(HashBytes(token));

    public static byte[] HashBytes(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Begins a session of the demonstration; it holds in the one district only.</summary>
    public string Begin(Actor actor, string district)
    {
        var token = NewToken();
        _demo.Add(Hash(token), actor, district);
        return token;
    }

    /// <summary>Begins a session, and says so in the journal. Who was in the same browser before is ended by <see cref="End"/>.</summary>
    public async Task<string> Begin(District district, SessionStart start, Acting acting)
    {
        var (token, now) = (NewToken(), clock.GetUtcNow().UtcDateTime);
        var whole = now + (start.IsShared ? SessionLengths.Shared : SessionLengths.Whole(start.Actor.Kind));
        var until = start.Until is { } earlier && earlier < whole ? earlier : whole;
        await district.Writer.Tell(turn =>
        {
            SessionWrites.Clear(turn, start.Account, now);
            SessionWrites.Note(turn, start.Account, now);
            turn.Db.Add(new SessionRow(HashBytes(token), start.Account, start.Actor.Kind, start.Actor.Person, now, until)
            {
                Methods = start.Methods, Stamp = start.Stamp, Device = start.Device, OpenedDevice = start.OpenedDevice, ProvedAt = start.IsProved ? now : null,
            });
            turn.Tell(JournalAct.SignedIn, words: new { by = start.Methods, device = start.Device });
            turn.Db.SaveChanges();
        }, acting);
        return token;
    }

    /// <summary>The session of a token; null where there is none, it ended, its account was closed or signs in otherwise now, or the
    /// person is not here any more or stands in another relation.</summary>
    /// <param name="token">The token.</param>
    /// <param name="district">The district.</param>
    /// <param name="today">The district's day: roles hold by it.</param>
    public Session? Find(string? token, District? district, DateOnly today)
    {
        if (token is not { Length: > 0 and < 100 } || district is null) return null;
        var hash = HashBytes(token);
        var hex = Convert.ToHexString(hash);
        if (_demo.Find(hex, district.Name) is { } demo) return demo;
        var key = $"{district.Name} {hex}";
        if (_known.Find(key) is { } known) return known;
        var now = clock.GetUtcNow().UtcDateTime;
        if (SessionReads.Find(district, hash, now, today) is not var (session, seenAt)) return null;
        _known.Add(key, session);
        if (now - seenAt > (session.OpenedDevice is null ? Seen : SeenInClass)) _ = Touch(district, hash, now);
        return session;
    }

    /// <summary>The session of a token as the district has it this moment. That it is looked at is no sign of anybody: it grows idle as before.</summary>
    /// <param name="token">The token.</param>
    /// <param name="district">The district.</param>
    /// <param name="today">The district's day.</param>
    public Session? Look(string? token, District district, DateOnly today)
    {
        if (token is not { Length: > 0 and < 100 }) return null;
        var hash = HashBytes(token);
        return _demo.Find(Convert.ToHexString(hash), district.Name) ?? SessionReads.Find(district, hash, clock.GetUtcNow().UtcDateTime, today)?.Session;
    }

    /// <summary>Ends the session of a token: its owner signs out, or signs in anew.</summary>
    public async Task End(string? token, District? district, Acting acting)
    {
        if (token is not { Length: > 0 and < 100 }) return;
        _demo.End(Hash(token));
        if (district is null || !SessionReads.IsOpen(district, HashBytes(token))) return;
        await district.Writer.Tell(turn => SessionEnds.OfToken(turn, HashBytes(token), "signed out"), acting);
        _known.Forget($"{district.Name} {Hash(token)}");
    }

    /// <summary>Puts a new token, and what changed with it, in place of an old one: at every rise of privilege and change of hat. How long
    /// it may last at most stays. Returns the token; null where the old one ended meanwhile.</summary>
    public async Task<string?> Rotate(District district, string token, SessionChange change, Acting acting)
    {
        var next = NewToken();
        var isDone = false;
        await district.Writer.Tell(turn => isDone = SessionWrites.Rotate(turn, HashBytes(token), HashBytes(next), change, clock.GetUtcNow().UtcDateTime), acting);
        _known.Forget($"{district.Name} {Hash(token)}");
        return isDone ? next : null;
    }

    /// <summary>Ends the sessions of an account, but for one.</summary>
    public async Task EndForAccount(District district, Guid account, string why, Acting acting, Guid? but = null)
    {
        await district.Writer.Tell(turn => SessionEnds.OfAccount(turn, account, why, but), acting);
        Forget(session => session.Account == account && session.Id != but);
    }

    /// <summary>Ends the sessions in which somebody acts as a person.</summary>
    public async Task EndFor(District district, ActorKind kind, Guid person, string why, Acting acting)
    {
        await district.Writer.Tell(turn => SessionEnds.OfPerson(turn, kind, person, why), acting);
        _demo.EndFor(person, district.Name);
        Forget(session => session.Actor.Person == person);
    }

    /// <summary>Ends the sessions of one of the staff whose rights changed: they sign in anew, everywhere.</summary>
    public async Task EndForStaff(District district, Guid person, Acting acting)
    {
        foreach (var kind in (ActorKind[])[ActorKind.Teacher, ActorKind.Leader, ActorKind.Auditor]) await EndFor(district, kind, person, "role changed", acting);
    }

    /// <summary>After something in a turn of its own ended sessions or changed what they stand on: they are read again at once.</summary>
    public void Forget(Func<Session, bool> which) => _known.Forget(which);

    // Nobody waits for it. What it could not note it notes at the next look.
    private static async Task Touch(District district, byte[] hash, DateTime now)
    {
        try
        {
            await district.Writer.Tell(turn => SessionWrites.Touch(turn, hash, now), Acting.System);
        }
        catch (Exception wrong) when (wrong is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException or System.Threading.Channels.ChannelClosedException)
        {
        }
    }
}
