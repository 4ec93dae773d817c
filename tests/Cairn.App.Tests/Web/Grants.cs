using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Web;

/// <summary>Roles that a test's people hold.</summary>
internal static class Grants
{
    public static RoleGrant Of(EducatorId educator, GrantedRole role, OrganizationId? school = null, ProgramId? program = null, DateOnly? from = null, DateOnly? until = null) =>
        new(new RoleGrantId(Guid.CreateVersion7()), educator, role, school, program, from ?? new DateOnly(2020, 1, 1), until, default);

    /// <summary>An actor who leads the district, as they are known.</summary>
    public static Actor LeaderOf(Guid person, string name = "Dr. Lee") =>
        new(ActorKind.Leader, person, name) { Grants = [Of(new EducatorId(person), GrantedRole.DistrictLeader)] };

    /// <summary>Whom a test calls a leader leads the district: where the district does not know them, it comes to.</summary>
    public static async Task Ensure(District district, IEnumerable<Actor> actors)
    {
        List<(Actor Who, bool IsKnown)> missing;
        using (var db = district.Open())
        {
            var known = db.Educators.AsNoTracking().Select(one => one.Id.Value).ToHashSet();
            var held = db.RoleGrants.AsNoTracking().Select(one => one.Educator.Value).ToHashSet();
            missing = [.. actors.Where(one => (one.Kind == ActorKind.Leader && !held.Contains(one.Person)) || (one.Kind == ActorKind.Teacher && !known.Contains(one.Person))).Select(one => (one, known.Contains(one.Person)))];
        }

        if (missing.Count == 0) return;
        await district.Writer.Alone(turn =>
        {
            turn.Db.AddRange(missing.Where(one => !one.IsKnown).Select(one => new Educator(new EducatorId(one.Who.Person), $"e{one.Who.Person:N}", one.Who.Name, EducatorRole.Teacher)));
            turn.Db.SaveChanges();
            turn.Db.AddRange(missing.Where(one => one.Who.Kind == ActorKind.Leader).Select(one => Of(new EducatorId(one.Who.Person), GrantedRole.DistrictLeader)));
            return true;
        });
    }
}
