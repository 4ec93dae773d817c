using Cairn.Learning;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>Who stands in what relation to a learner. Of other people there is the name that is shown, and nothing else.</summary>
internal static class HeldRelations
{
    public static IEnumerable<HeldRelation> Of(Db db, LearnerId learner)
    {
        var enrollments = db.Enrollments.AsNoTracking().Where(one => one.Learner == learner).ToList();
        var ids = enrollments.Select(one => one.Group).Distinct().ToList();
        var groups = db.Groups.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionary(one => one.Id);
        var educators = db.Educators.AsNoTracking().Select(one => new { one.Id, one.DisplayName }).ToDictionary(one => one.Id, one => one.DisplayName);
        return ((IEnumerable<HeldRelation>)[
            .. enrollments.Select(one => new HeldRelation("group", groups[one.Group].Name, groups[one.Group].Kind.ToString(), one.From, one.Until)),
            // Whoever taught a group while the learner was in it.
            .. from one in db.Teachings.AsNoTracking().Where(one => ids.Contains(one.Group)).ToList()
               where enrollments.Exists(each => each.Group == one.Group && (one.Until is null || each.From <= one.Until) && (each.Until is null || one.From <= each.Until))
               select new HeldRelation("educator", educators[one.Educator], $"{one.Role}: {groups[one.Group].Name}", one.From, one.Until),
            .. from one in db.Guardianships.AsNoTracking().Where(one => one.Learner == learner)
               join guardian in db.Guardians.AsNoTracking() on one.Guardian equals guardian.Id
               select new HeldRelation("guardian", guardian.DisplayName, "", one.From, one.Until),
            .. db.Caseloads.AsNoTracking().Where(one => one.Learner == learner).ToList().Select(one => new HeldRelation("caseload", educators[one.Educator], one.Kind.ToString(), one.From, one.Until)),
            .. from one in db.Placements.AsNoTracking().Where(one => one.Learner == learner)
               join sponsor in db.Sponsors.AsNoTracking() on one.Sponsor equals sponsor.Id
               select new HeldRelation("placement", sponsor.DisplayName, one.Title, one.From, one.Until),
            // That there is one, and its basis: whom it keeps away is that person's own.
            .. db.GuardianBlocks.AsNoTracking().Where(one => one.Learner == learner).ToList()
               .Select(one => new HeldRelation("block", "", one.Basis, DateOnly.FromDateTime(one.From), one.LiftedAt is { } lifted ? DateOnly.FromDateTime(lifted) : null)),
            .. db.EmergencyAccesses.AsNoTracking().Where(one => one.Learner == learner).ToList()
               .Select(one => new HeldRelation("emergency", educators[one.Educator], one.Reason, DateOnly.FromDateTime(one.From), DateOnly.FromDateTime(one.Until))),
        ]).OrderBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.From).ThenBy(one => one.Name, StringComparer.Ordinal);
    }
}

/// <summary>How a person signs in: that there is a password or a key, and never its secret.</summary>
internal static class HeldAccesses
{
    public static HeldAccess Of(Db db, Guid person)
    {
        var accounts = db.AccountPeople.AsNoTracking().Where(one => one.Person == person).Select(one => one.Account).ToList();
        var learner = new LearnerId(person);
        return new HeldAccess(
            [.. db.Accounts.AsNoTracking().Where(one => accounts.Contains(one.Id)).ToList()
                .Select(one => new HeldAccount(one.Login, one.Email, one.PasswordHash.Length > 0, one.HasSecondFactor, one.CreatedAt, one.EndedAt, one.LastSignInAt))],
            [
                .. db.Passkeys.AsNoTracking().Where(one => accounts.Contains(one.Account)).ToList().Select(one => new HeldKey("passkey", one.Name, one.CreatedAt, null)),
                .. from one in db.ExternalLogins.AsNoTracking().Where(one => accounts.Contains(one.Account))
                   join provider in db.SignInProviders.AsNoTracking() on one.Provider equals provider.Id
                   select new HeldKey("provider", provider.Name, one.At, null),
                .. db.Badges.AsNoTracking().Where(one => one.Learner == learner).ToList().Select(one => new HeldKey("badge", "", one.CreatedAt, one.EndedAt)),
            ],
            [.. db.Sessions.AsNoTracking().Where(one => one.Person == person).ToList().OrderBy(one => one.BeganAt).Select(one => new HeldSession(one.Device, one.BeganAt, one.EndedAt))]);
    }
}
