using Cairn.Storage;
using Cairn.Storage.Accounts;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>What changes with a new token.</summary>
internal sealed record SessionChange
{
    /// <summary>Another hat; null for the same.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Did they just prove who they are?</summary>
    public bool IsProved { get; init; }

    /// <summary>What they proved it by, beside what they signed in by; empty for nothing new.</summary>
    public string Methods { get; init; } = "";

    /// <summary>Does what they signed in by no longer count, because it was taken away?</summary>
    public bool IsWeaker { get; init; }

    /// <summary>The account's security stamp from now on; null for the same.</summary>
    public string? Stamp { get; init; }
}

/// <summary>Writes sessions within a turn. Rows of sessions are no part of the journal: that they begin and end is told in it.</summary>
internal static class SessionWrites
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Puts a row in place of another; false where that one is not there any more.</summary>
    public static bool Rotate(WriteTurn turn, byte[] hash, byte[] next, SessionChange change, DateTime now)
    {
        if (turn.Db.Sessions.FirstOrDefault(one => one.TokenHash == hash && one.EndedAt == null) is not { } old || old.ExpiresAt <= now) return false;
        old.EndedAt = now;
        var actor = change.Actor;
        var until = actor is not null && now + SessionLengths.Whole(actor.Kind) is var whole && whole < old.ExpiresAt ? whole : old.ExpiresAt;
        turn.Db.Add(new SessionRow(next, old.Account, actor?.Kind ?? old.Kind, actor?.Person ?? old.Person, now, until)
        {
            Methods = change.IsWeaker ? SignInMethods.Password : string.Join(' ', $"{old.Methods} {change.Methods}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)),
            Stamp = change.Stamp ?? old.Stamp, Device = old.Device, OpenedDevice = old.OpenedDevice, ProvedAt = change.IsProved ? now : old.ProvedAt,
        });
        if (change is { IsProved: true, Methods.Length: > 0 }) turn.Tell(JournalAct.SignedIn, words: new { by = "proof", method = change.Methods, from = old.Id });
        if (actor is not null) turn.Tell(JournalAct.SignedIn, words: new { by = "hat", from = old.Id });
        turn.Db.SaveChanges();
        return true;
    }

    public static void Touch(WriteTurn turn, byte[] hash, DateTime now)
    {
        if (turn.Db.Sessions.FirstOrDefault(one => one.TokenHash == hash && one.EndedAt == null) is { } row && row.LastSeenAt < now) row.LastSeenAt = now;
        turn.Db.SaveChanges();
    }

    /// <summary>Notes when an account was last signed in to.</summary>
    public static void Note(WriteTurn turn, Guid account, DateTime now)
    {
        if (turn.Db.Accounts.FirstOrDefault(one => one.Id == account) is not { } row) return;
        row.LastSignInAt = now;
        row.Version++;
    }

    /// <summary>Takes away rows of an account that ended a month ago.</summary>
    public static void Clear(WriteTurn turn, Guid account, DateTime now)
    {
        var before = now - Kept;
        turn.Db.Sessions.Where(one => one.Account == account && one.ExpiresAt < before).ExecuteDelete();
    }
}
