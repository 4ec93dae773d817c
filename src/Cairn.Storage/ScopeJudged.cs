using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Whom the actor is with in a part that judges: their own learners, for queues.</summary>
public sealed partial class Scope
{
    /// <summary>The learners whom the actor may judge today; none for who leads or stands in. They are asked for by relation first, so that nobody else is looked up.</summary>
    public IReadOnlyList<Learner> JudgedByActor()
    {
        if (!actor.IsEducator) return [];
        var (educator, day) = (Educator, today);
        var groups = db.Enrollments.AsNoTracking().Where(enrollment => enrollment.From <= day && (enrollment.Until == null || enrollment.Until >= day)
            && db.Teachings.Any(teaching => teaching.Educator == educator && teaching.Group == enrollment.Group && teaching.Role != TeachingRole.Substitute
                && teaching.From <= day && (teaching.Until == null || teaching.Until >= day))).Select(one => one.Learner);
        var caseload = db.Caseloads.AsNoTracking().Where(one => one.Educator == educator && one.Kind == CaseloadKind.Advisor && one.From <= day && (one.Until == null || one.Until >= day)).Select(one => one.Learner);
        // Whoever looks at what another sees judges nothing, and sees the queue all the same.
        var needs = actor.MayWrite ? Rights.Judge : Rights.SeeRecord;
        return [.. groups.ToList().Union(caseload.ToList()).Where(one => May(one, needs)).Select(one => Find(one)!).OrderBy(one => one.FamilyName, StringComparer.Ordinal).ThenBy(one => one.GivenName, StringComparer.Ordinal)];
    }
}
