using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>For whom, and where, the actor may plan groups.</summary>
public sealed partial class Scope
{
    /// <summary>Those of some learners for whom the actor may plan: their own groups' and caseload's, and all of a school that they lead.</summary>
    /// <param name="learners">Of whom; narrowed to whom the actor may see.</param>
    public IReadOnlyList<Learner> PlannedBy(IQueryable<Learner> learners)
    {
        if (!actor.IsEducator) return [];
        var (educator, day) = (Educator, today);
        var found = (from learner in learners
                     where learner.EndedAt == null && Learners.Any(one => one.Id == learner.Id)
                     select new
                     {
                         learner,
                         IsOwn = db.Caseloads.Any(one => one.Educator == educator && one.Learner == learner.Id && one.From <= day && (one.Until == null || one.Until >= day))
                             || db.Enrollments.Any(one => one.Learner == learner.Id && one.From <= day && (one.Until == null || one.Until >= day) && db.Teachings.Any(teaching => teaching.Educator == educator
                                 && teaching.Group == one.Group && teaching.Role != TeachingRole.Substitute && teaching.From <= day && (teaching.Until == null || teaching.Until >= day))),
                     }).ToList();
        List<Learner> planned = [.. found.Where(one => one.IsOwn || Manages(one.learner)).Select(one => one.learner)];
        Listed(planned.Select(one => one.Id));
        return planned;
    }

    /// <summary>The same, of learners by their ids.</summary>
    public IReadOnlyList<Learner> PlannedBy(IReadOnlyCollection<LearnerId> learners)
    {
        ArgumentNullException.ThrowIfNull(learners);
        return [.. learners.Distinct().Chunk(500).SelectMany(some => PlannedBy(Learners.Where(one => some.Contains(one.Id))))];
    }

    /// <summary>Schools whose flex time the actor plans: where they teach or advise a group, and those they lead.</summary>
    public IReadOnlyList<Organization> SchoolsPlanned()
    {
        if (!actor.IsEducator) return [];
        var (educator, day) = (Educator, today);
        var taught = db.Organizations.AsNoTracking().Where(school => db.Groups.Any(group => group.Organization == school.Id && db.Teachings.Any(teaching => teaching.Educator == educator
            && teaching.Group == group.Id && teaching.Role != TeachingRole.Substitute && teaching.From <= day && (teaching.Until == null || teaching.Until >= day)))).ToList();
        return [.. SchoolsLed().Concat(taught).DistinctBy(one => one.Id).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }
}
