using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Educators, as those who lead see them: all for the district, and for a school those who work there.</summary>
public sealed partial class Scope
{
    /// <summary>The educators who are here and whom the actor may grant something; none for those who do not lead.</summary>
    public IQueryable<Educator> Educators
    {
        get
        {
            var here = db.Educators.AsNoTracking().Where(one => one.EndedAt == null);
            if (!actor.IsEducator || !MayView.Leads(actor.Grants)) return here.Where(_ => false);
            if (actor.LeadsDistrict) return here;
            var (schools, day) = (LedSchools.ToList(), today);
            return here.Where(one => db.Teachings.Any(teaching => teaching.Educator == one.Id && teaching.From <= day && (teaching.Until == null || teaching.Until >= day)
                    && db.Groups.Any(group => group.Id == teaching.Group && schools.Contains(group.Organization)))
                || db.RoleGrants.Any(grant => grant.Educator == one.Id && grant.School != null && schools.Contains(grant.School.Value) && (grant.Until == null || grant.Until >= day)));
        }
    }

    /// <summary>The schools whose roles the actor may grant: all for who leads the district, else those they lead.</summary>
    public IReadOnlyList<Organization> SchoolsLed() =>
        actor.LeadsDistrict ? Schools() : [.. Schools().Where(one => LedSchools.Contains(one.Id))];

    /// <summary>The groups of those schools: what is decided about a group is decided there, and not where one only sees it.</summary>
    public IReadOnlyList<LearningGroup> GroupsLed()
    {
        var schools = SchoolsLed().Select(one => one.Id).ToHashSet();
        return [.. Groups().Where(one => actor.LeadsDistrict || schools.Contains(one.Organization))];
    }

    private IEnumerable<OrganizationId> LedSchools => actor.Grants.Where(one => one.Role == GrantedRole.SchoolLeader && one.School is not null).Select(one => one.School!.Value);

    /// <summary>Does an educator work at a school that the actor leads, or does the actor lead the district?</summary>
    internal bool IsOfOwnSchool(EducatorId educator, IEnumerable<RoleGrant> grants) => actor.LeadsDistrict || Educators.Any(one => one.Id == educator) || grants.Any(one => one.School is { } school && LedSchools.Contains(school));
}
