using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>A learner of a group, and whether they have a badge.</summary>
/// <param name="Learner">The learner.</param>
/// <param name="MadeAt">When their badge was made, UTC; null for none.</param>
/// <param name="HasPictures">Does it have pictures?</param>
public sealed record BadgeHolder(Learner Learner, DateTime? MadeAt, bool HasPictures);

/// <summary>Badges of the youngest, and the devices that are opened for them.</summary>
public static class BadgeRows
{
    /// <summary>The learners who are in a group on a day, by name, with their badges.</summary>
    public static IReadOnlyList<BadgeHolder> Of(Db db, GroupId group, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var learners = db.Learners.AsNoTracking().Where(learner => learner.EndedAt == null && db.Enrollments.Any(one => one.Learner == learner.Id && one.Group == group
            && one.From <= today && (one.Until == null || one.Until >= today))).ToList();
        var ids = learners.Select(one => one.Id).ToList();
        var badges = db.Badges.AsNoTracking().Where(one => one.EndedAt == null && ids.Contains(one.Learner)).ToList().ToLookup(one => one.Learner);
        return [.. learners.OrderBy(one => one.GivenName, StringComparer.Ordinal).ThenBy(one => one.FamilyName, StringComparer.Ordinal)
            .Select(one => new BadgeHolder(one, badges[one.Id].FirstOrDefault()?.CreatedAt, badges[one.Id].Any(each => each.PicturesHash.Length > 0)))];
    }

    /// <summary>The badge that works by a code; null where none does.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="secretHash">SHA-256 of the code.</param>
    public static Badge? Find(Db db, byte[] secretHash)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Badges.AsNoTracking().FirstOrDefault(one => one.SecretHash == secretHash && one.EndedAt == null);
    }

    /// <summary>The badge that a learner has; null for none.</summary>
    public static Badge? Find(Db db, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Badges.AsNoTracking().Where(one => one.Learner == learner && one.EndedAt == null).ToList().MaxBy(one => one.CreatedAt);
    }

    /// <summary>Is a learner in a group on a day, and here?</summary>
    public static bool IsIn(Db db, LearnerId learner, GroupId group, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Learners.Any(one => one.Id == learner && one.EndedAt == null) && db.Enrollments.Any(one => one.Learner == learner && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today));
    }

    /// <summary>The device that holds a token, while it is open and whoever opened it is with the group.</summary>
    public static OpenedDevice? Opened(Db db, byte[] tokenHash, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.OpenedDevices.AsNoTracking().FirstOrDefault(one => one.TokenHash == tokenHash && one.EndedAt == null && one.Until > now) is { } opened && IsAnsweredFor(db, opened, today) ? opened : null;
    }

    /// <summary>Does a session of a device still stand: is the device open, and the learner in its group?</summary>
    public static bool Stands(Db db, Guid device, Guid person, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.OpenedDevices.AsNoTracking().FirstOrDefault(one => one.Id == device && one.EndedAt == null && one.Until > now) is { } opened
            && IsIn(db, new LearnerId(person), opened.Group, today) && IsAnsweredFor(db, opened, today);
    }

    // With whoever opened it goes the device: out of the group, out of the district, or out of their account.
    private static bool IsAnsweredFor(Db db, OpenedDevice opened, DateOnly today)
    {
        var by = opened.By;
        if (PartOf(db, by, opened.Group, today) is null || !db.Educators.Any(one => one.Id == by && one.EndedAt == null)) return false;
        var accounts = db.AccountPeople.AsNoTracking().Where(one => one.Kind == ActorKind.Teacher && one.Person == by.Value).Select(one => one.Account).ToList();
        return accounts.Count == 0 || db.Accounts.Any(one => accounts.Contains(one.Id) && one.EndedAt == null);
    }

    /// <summary>In what part an educator teaches a group on a day; null where they do not.</summary>
    public static TeachingRole? PartOf(Db db, EducatorId educator, GroupId group, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var parts = db.Teachings.AsNoTracking().Where(one => one.Educator == educator && one.Group == group && one.From <= today && (one.Until == null || one.Until >= today)).Select(one => one.Role).ToList();
        return parts.Count == 0 ? null : parts.OrderBy(one => one == TeachingRole.Substitute).First();
    }

    /// <summary>Makes a badge within a turn; the one before it ends, and whatever went on by it.</summary>
    public static void Make(WriteTurn turn, LearnerId learner, byte[] secretHash, string picturesHash)
    {
        ArgumentNullException.ThrowIfNull(turn);
        End(turn, learner, "badge renewed");
        turn.Db.Add(new Badge(Guid.CreateVersion7(), learner, secretHash, turn.Now) { PicturesHash = picturesHash });
    }

    /// <summary>Ends a learner's badge within a turn, and whatever goes on by it. Returns how many ended.</summary>
    public static int End(WriteTurn turn, LearnerId learner, string why = "badge ended")
    {
        ArgumentNullException.ThrowIfNull(turn);
        var badges = turn.Db.Badges.Where(one => one.Learner == learner && one.EndedAt == null).ToList();
        foreach (var one in badges) one.EndedAt = turn.Now;
        EndSessions(turn, [.. turn.Db.Sessions.Where(one => one.Person == learner.Value && one.OpenedDevice != null && one.EndedAt == null)], why);
        return badges.Count;
    }

    /// <summary>Closes a device within a turn, and ends whoever is signed in on it. False where it is closed already, or another group's.</summary>
    public static bool Close(WriteTurn turn, Guid device, GroupId group)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Db.OpenedDevices.FirstOrDefault(one => one.Id == device && one.Group == group && one.EndedAt == null) is not { } opened) return false;
        opened.EndedAt = turn.Now;
        EndSessions(turn, [.. turn.Db.Sessions.Where(one => one.OpenedDevice == device && one.EndedAt == null)], "device closed");
        return true;
    }

    private static void EndSessions(WriteTurn turn, List<SessionRow> sessions, string why)
    {
        foreach (var one in sessions)
        {
            one.EndedAt = turn.Now;
            turn.Tell(JournalAct.SignedOut, words: new { session = one.Id, why });
        }

        turn.Db.SaveChanges();
    }
}
