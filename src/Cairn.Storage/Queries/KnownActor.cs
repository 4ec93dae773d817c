using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>An actor as the district knows them now: an educator's roles are read at each request, so that what was granted or ended is so
/// from the next one on.</summary>
public static class KnownActor
{
    private static readonly EachEngine<Func<Db, EducatorId, DateOnly, IEnumerable<Held>>> Roles =
        new(() => EF.CompileQuery((Db db, EducatorId educator, DateOnly today) =>
            from one in db.Educators.AsNoTracking()
            where one.Id == educator && one.EndedAt == null
            join grant in db.RoleGrants.AsNoTracking().Where(grant => grant.From <= today && (grant.Until == null || grant.Until >= today)) on one.Id equals grant.Educator into grants
            from grant in grants.DefaultIfEmpty()
            select new Held(one.Id, grant)));

    /// <summary>The actor with the roles that are in force; null for an educator who is not here any more. In which relation an educator acts
    /// is what their roles say, never what a session says.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="said">As whom somebody is signed in.</param>
    /// <param name="today">The district's day.</param>
    public static Actor? Of(Db db, Actor said, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (!said.IsEducator) return said;
        List<Held> held = [.. Roles.On(db)(db, new EducatorId(said.Person), today)];
        if (held.Count == 0) return null;
        List<RoleGrant> grants = [.. held.Select(one => one.Grant).OfType<RoleGrant>()];
        return said with { Grants = grants, Kind = KindOf(grants) };
    }

    private static ActorKind KindOf(List<RoleGrant> grants) =>
        grants.Exists(one => one.Role is GrantedRole.DistrictLeader or GrantedRole.SchoolLeader or GrantedRole.ProgramLeader) ? ActorKind.Leader
        : grants.Exists(one => one.Role == GrantedRole.Auditor) ? ActorKind.Auditor : ActorKind.Teacher;

    private sealed record Held(EducatorId Educator, RoleGrant? Grant);
}
