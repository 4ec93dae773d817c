using Cairn.Storage;
using Cairn.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Access;

/// <summary>Reads a session, and all that it stands on.</summary>
internal static class SessionReads
{
    public static (Session Session, DateTime SeenAt)? Find(District district, byte[] hash, DateTime now, DateOnly today)
    {
        using var db = district.Open();
        db.Database.OpenConnection();
        var row = db.Sessions.AsNoTracking().FirstOrDefault(one => one.TokenHash == hash && one.EndedAt == null);
        if (row is null || row.ExpiresAt <= now || row.LastSeenAt + (row.OpenedDevice is null ? SessionLengths.Idle(row.Kind) : SessionLengths.IdleInClass) <= now) return null;
        var account = row.Account == Guid.Empty ? null : db.Accounts.AsNoTracking().FirstOrDefault(one => one.Id == row.Account);
        if (row.Account != Guid.Empty && (account is not { EndedAt: null } || account.SecurityStamp != row.Stamp || !IsTheirs(db, row))) return null;
        if (row.OpenedDevice is { } device && !BadgeRows.Stands(db, device, row.Person, today, now)) return null;
        // Another relation than it began in, such as a role that was taken away: whoever it is signs in anew.
        if (Hats.Of(db, row.Kind, row.Person, today) is not { } actor || actor.Kind != row.Kind) return null;
        return (new Session(actor, row.Account, row.Id)
        {
            ExpiresAt = row.ExpiresAt, ProvedAt = row.ProvedAt, Methods = row.Methods, OpenedDevice = row.OpenedDevice, IsShared = IsShared(row),
            IsUnfinished = account is not null && SignInMethods.IsTooLittle(actor.Kind, row.Methods),
        }, row.LastSeenAt);
    }

    /// <summary>Is there something to end?</summary>
    public static bool IsOpen(District district, byte[] hash)
    {
        using var db = district.Open();
        return db.Sessions.AsNoTracking().Any(one => one.TokenHash == hash && one.EndedAt == null);
    }

    // Whoever said that others use the device got a session so short, and only they did; a token that is put in place of another late in
    // the day is as short, and is taken for one: its pages are loaded once more.
    private static bool IsShared(SessionRow row) => row.OpenedDevice is not null || row.ExpiresAt - row.BeganAt <= SessionLengths.Shared;

    private static bool IsTheirs(Db db, SessionRow row) =>
        db.AccountPeople.AsNoTracking().Where(one => one.Account == row.Account && one.Person == row.Person).ToList().Exists(one => one.Kind == row.Kind || (Hats.IsStaff(one.Kind) && Hats.IsStaff(row.Kind)));
}
