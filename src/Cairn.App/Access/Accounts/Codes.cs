using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access.Accounts;

/// <summary>Codes that work once: in a link, on paper, or both. Only their hashes are kept. Looking at one changes nothing; using it up is
/// part of the turn that does what it is for.</summary>
internal static class Codes
{
    public const string Invite = "invite";
    public const string Reset = "reset";
    public const string Confirm = "confirm";
    public const string Claim = "claim";

    /// <summary>A claim that waits for the school's word.</summary>
    public const string Waiting = "claim waiting";
    public const string Mentor = "mentor";

    /// <summary>So many wrong tries end a code.</summary>
    public const int MostAttempts = 5;

    /// <summary>How long a code works.</summary>
    public static TimeSpan Length(string purpose) => purpose switch
    {
        Reset => TimeSpan.FromMinutes(30),
        Confirm => TimeSpan.FromDays(2),
        Invite or Mentor => TimeSpan.FromDays(14),
        _ => TimeSpan.FromDays(60),
    };

    /// <summary>A new code for a link, and its row; the caller says what it is for and stores it.</summary>
    public static (string Token, OneTimeCode Row) ForLink(string purpose, DateTime now)
    {
        var token = Sessions.NewToken();
        return (token, new OneTimeCode(Guid.CreateVersion7(), purpose, Sessions.HashBytes(token), now, now + Length(purpose)));
    }

    /// <summary>The row of a code to print, by its slow hash (<see cref="Proofs.PaperCodes"/>), which is made before the turn.</summary>
    public static OneTimeCode ForPaper(string purpose, byte[] hash, DateTime now) => new(Guid.CreateVersion7(), purpose, hash, now, now + Length(purpose));

    /// <summary>The code of a link, while it works.</summary>
    public static OneTimeCode? FindLink(Db db, string purpose, string? token, DateTime now) => token is { Length: > 20 and < 100 } ? Find(db, purpose, Sessions.HashBytes(token), now) : null;

    /// <summary>The code that was typed from paper, while it works.</summary>
    public static OneTimeCode? FindPaper(Db db, string purpose, byte[] hash, DateTime now) => Find(db, purpose, hash, now);

    /// <summary>The code that a link or paper once was, whether or not it works; null for none.</summary>
    public static OneTimeCode? Known(Db db, string purpose, string? secret)
    {
        if (secret is not { Length: > 0 and < 200 }) return null;
        if (purpose == Mentor) return MentorLinks.IdOf(secret) is { } id ? db.OneTimeCodes.AsNoTracking().FirstOrDefault(one => one.Id == id && one.Purpose == Mentor) : null;
        return Known(db, purpose, Sessions.HashBytes(secret));
    }

    /// <summary>The same by the hash that is kept.</summary>
    public static OneTimeCode? Known(Db db, string purpose, byte[] hash) =>
        db.OneTimeCodes.AsNoTracking().FirstOrDefault(one => one.CodeHash == hash && one.Purpose == purpose);

    /// <summary>Uses a code up within a turn; false where it was used meanwhile.</summary>
    public static bool Use(WriteTurn turn, Guid code, DateTime now)
    {
        if (turn.Db.OneTimeCodes.FirstOrDefault(one => one.Id == code && one.UsedAt == null) is not { } row || row.ExpiresAt <= now || row.Attempts >= MostAttempts) return false;
        row.UsedAt = now;
        row.Version++;
        return true;
    }

    /// <summary>Counts a wrong try.</summary>
    public static void Miss(WriteTurn turn, Guid code)
    {
        if (turn.Db.OneTimeCodes.FirstOrDefault(one => one.Id == code && one.UsedAt == null) is not { } row) return;
        row.Attempts++;
        row.Version++;
        turn.Db.SaveChanges();
    }

    /// <summary>Takes back what was made before for the same: only the newest letter works.</summary>
    public static void TakeBack(WriteTurn turn, string purpose, Guid account)
    {
        foreach (var row in turn.Db.OneTimeCodes.Where(one => one.Purpose == purpose && one.Account == account && one.UsedAt == null).ToList())
        {
            row.UsedAt = turn.Now;
            row.Version++;
        }
    }

    private static OneTimeCode? Find(Db db, string purpose, byte[] hash, DateTime now) =>
        db.OneTimeCodes.AsNoTracking().FirstOrDefault(one => one.CodeHash == hash && one.Purpose == purpose && one.UsedAt == null && one.ExpiresAt > now && one.Attempts < MostAttempts);
}
