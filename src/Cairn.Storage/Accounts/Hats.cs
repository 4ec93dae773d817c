using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>
/// As whom an account may act. Whether somebody teaches or leads, and whether they are still here, is read from the people each time:
/// an account never grants anything by itself.
/// </summary>
public static class Hats
{
    /// <summary>The actors of an account now, those with the least to see first; none where none of its people is here.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="account">The account.</param>
    /// <param name="today">The district's day: roles begin and end by it.</param>
    public static IReadOnlyList<Actor> Of(Db db, Guid account, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.AccountPeople.AsNoTracking().Where(one => one.Account == account).ToList()
            .Select(one => Of(db, one.Kind, one.Person, today)).OfType<Actor>().OrderByDescending(one => one.Kind).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>A person as the actor they are now; null where they are not here any more. A learner who left still sees themselves.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="kind">In what relation; of educators any.</param>
    /// <param name="person">The person.</param>
    /// <param name="today">The district's day.</param>
    public static Actor? Of(Db db, ActorKind kind, Guid person, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return kind switch
        {
            ActorKind.Teacher or ActorKind.Leader or ActorKind.Auditor => OfEducator(db, new EducatorId(person), today),
            ActorKind.Learner => OfLearner(db, new LearnerId(person)),
            ActorKind.Guardian => OfGuardian(db, new GuardianId(person)),
            ActorKind.Sponsor => OfSponsor(db, new SponsorId(person)),
            _ => null,
        };
    }

    /// <summary>Do people of this relation work for the district? They prove by two factors who they are.</summary>
    public static bool IsStaff(ActorKind kind) => kind is ActorKind.Leader or ActorKind.Teacher or ActorKind.Auditor;

    private static Actor? OfEducator(Db db, EducatorId id, DateOnly today) =>
        db.Educators.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is { } educator ? KnownActor.Of(db, new Actor(ActorKind.Teacher, id.Value, educator.DisplayName), today) : null;

    private static Actor? OfLearner(Db db, LearnerId id) =>
        db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } learner ? new Actor(ActorKind.Learner, id.Value, learner.FullName) : null;

    private static Actor? OfGuardian(Db db, GuardianId id) =>
        db.Guardians.AsNoTracking().FirstOrDefault(one => one.Id == id && one.EndedAt == null) is { } guardian ? new Actor(ActorKind.Guardian, id.Value, guardian.DisplayName) : null;

    private static Actor? OfSponsor(Db db, SponsorId id) =>
        db.Sponsors.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } sponsor ? new Actor(ActorKind.Sponsor, id.Value, sponsor.DisplayName) : null;
}
