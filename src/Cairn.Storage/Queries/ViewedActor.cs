using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>Somebody as whom a leader looks at the record, to help or to check: downward only, of their own learners only, and to read only.
/// It is asked anew at each request: whose role ended looks at nothing any more.</summary>
public static class ViewedActor
{
    /// <summary>The actor that a leader looks as; null where they may not, or there is nobody.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="viewer">Who looks, as they are known.</param>
    /// <param name="kind">Of what kind the other is: learner, guardian, sponsor, or an educator as teacher.</param>
    /// <param name="person">The other.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="now">The moment, UTC.</param>
    public static Actor? Find(Db db, Actor viewer, ActorKind kind, Guid person, DateOnly today, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Viewer is not null || !viewer.IsEducator || !MayView.Leads(viewer.Grants) || viewer.Person == person) return null;
        var scope = new Scope(db, viewer, today, now);
        var name = kind switch
        {
            ActorKind.Learner => scope.May(new LearnerId(person), Rights.Manage) ? scope.Find(new LearnerId(person))!.FullName : null,
            ActorKind.Guardian => OfGuardian(db, scope, new GuardianId(person), today),
            ActorKind.Sponsor => OfSponsor(db, scope, new SponsorId(person), today),
            ActorKind.Teacher => db.Educators.AsNoTracking().Where(one => one.Id == new EducatorId(person)).Select(one => one.DisplayName).FirstOrDefault(),
            _ => null,
        };
        if (name is null || KnownActor.Of(db, new Actor(kind, person, name), today) is not { } known) return null;
        if (known.IsEducator && !(MayView.As([.. viewer.Grants], [.. known.Grants]) && scope.IsOfOwnSchool(new EducatorId(person), known.Grants))) return null;
        return known with { Viewer = viewer, MayWrite = false };
    }

    private static string? OfGuardian(Db db, Scope scope, GuardianId guardian, DateOnly today) =>
        db.Guardianships.AsNoTracking().Where(one => one.Guardian == guardian && one.From <= today && (one.Until == null || one.Until >= today)).Select(one => one.Learner).ToList().Exists(one => scope.May(one, Rights.Manage))
            ? db.Guardians.AsNoTracking().Where(one => one.Id == guardian && one.EndedAt == null).Select(one => one.DisplayName).FirstOrDefault() : null;

    private static string? OfSponsor(Db db, Scope scope, SponsorId sponsor, DateOnly today) =>
        db.Placements.AsNoTracking().Where(one => one.Sponsor == sponsor && one.From <= today && (one.Until == null || one.Until >= today)).Select(one => one.Learner).ToList().Exists(one => scope.May(one, Rights.Manage))
            ? db.Sponsors.AsNoTracking().Where(one => one.Id == sponsor).Select(one => one.DisplayName).FirstOrDefault() : null;
}
