using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Before there were grants, a leader led the whole district. Whoever was one goes on, by a grant: otherwise nobody could get in to
/// grant anything.</summary>
internal static class LeadersOfBefore
{
    /// <summary>Gives each leader who is here the grant that says what they were; nothing where there is a journal already, for then there were grants.</summary>
    public static void Keep(District district)
    {
        using var db = district.Open();
        if (db.Head.AsNoTracking().Single().Tree.Length > 0 || db.RoleGrants.Any()) return;
        var leaders = db.Educators.AsNoTracking().Where(one => one.Role == EducatorRole.Leader && one.EndedAt == null).Select(one => one.Id).ToList();
        db.RoleGrants.AddRange(leaders.Select(one => new RoleGrant(
            new RoleGrantId(NamedId.Of("leader of before", one.Value.ToString("N"))), one, GrantedRole.DistrictLeader, null, null, DateOnly.FromDateTime(DateTime.UnixEpoch), null, default)));
        db.SaveChanges();
    }
}
