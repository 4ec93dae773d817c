using Cairn.Learning.People;

namespace Cairn.Storage;

/// <summary>Whose official record the actor keeps: cohorts are made of them.</summary>
public sealed partial class Scope
{
    private static readonly GrantedRole[] KeepingRecords = [GrantedRole.Registrar, GrantedRole.SchoolLeader, GrantedRole.DistrictLeader];

    /// <summary>The learners whose official record the actor keeps: of whoever keeps or leads a school or the district, theirs; of a counselor, their caseload; of everybody else none. An auditor examines all whom they see.</summary>
    public IQueryable<Learner> RecordsKept
    {
        get
        {
            if (!actor.IsEducator) return Learners.Where(_ => false);
            var (educator, day) = (Educator, today);
            List<RoleGrant> keeping = [.. actor.Grants.Where(one => KeepingRecords.Contains(one.Role) || one.Role == GrantedRole.Auditor)];
            if (keeping.Exists(one => one.ReachesEverybody)) return Learners;
            var grants = keeping.ConvertAll(one => one.Id);
            return Learners.Where(learner =>
                db.RoleGrants.Any(grant => grants.Contains(grant.Id) && (grant.School == null || grant.School == learner.School) && (grant.Program == null || grant.Program == learner.Program))
                || db.Caseloads.Any(one => one.Educator == educator && one.Learner == learner.Id && one.Kind == CaseloadKind.Counselor && one.From <= day && (one.Until == null || one.Until >= day)));
        }
    }
}
