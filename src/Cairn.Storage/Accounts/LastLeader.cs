using Cairn.Learning;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Accounts;

/// <summary>A district is never left without somebody who may let others in.</summary>
public static class LastLeader
{
    /// <summary>Is this the only open account of somebody who leads the district? Asked in the very turn that closes it, or takes the
    /// role away.</summary>
    public static bool Is(Db db, Guid account, DateOnly today) => Leading(db, today) is [var only] && only == account;

    /// <summary>How many others lead the district today, with no end in sight, and can come in to do so. Where nobody who leads has an
    /// account, everybody comes by the command line, and those who have none count.</summary>
    public static int Others(Db db, EducatorId but, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var others = db.RoleGrants.AsNoTracking().Where(one => one.Role == GrantedRole.DistrictLeader && one.School == null && one.Program == null && one.Educator != but && one.From <= today && one.Until == null
            && db.Educators.Any(educator => educator.Id == one.Educator && educator.EndedAt == null)).Select(one => one.Educator).Distinct().ToList().Select(one => one.Value).ToHashSet();
        var leading = Leading(db, today);
        return leading.Count == 0 ? others.Count : db.AccountPeople.AsNoTracking().Where(one => one.Kind == ActorKind.Teacher && leading.Contains(one.Account)).ToList().Count(one => others.Contains(one.Person));
    }

    /// <summary>The open accounts of those who lead the district today.</summary>
    public static IReadOnlyList<Guid> Leading(Db db, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        var leading = db.RoleGrants.AsNoTracking().Where(one => one.Role == GrantedRole.DistrictLeader).ToList().Where(one => one.HoldsOn(today)).Select(one => one.Educator).ToHashSet();
        var here = db.Educators.AsNoTracking().Where(one => one.EndedAt == null).Select(one => one.Id).ToList().Where(leading.Contains).Select(one => one.Value).ToHashSet();
        var open = db.Accounts.AsNoTracking().Where(one => one.EndedAt == null).Select(one => one.Id).ToHashSet();
        return [.. db.AccountPeople.AsNoTracking().Where(one => one.Kind == ActorKind.Teacher).ToList().Where(one => here.Contains(one.Person) && open.Contains(one.Account)).Select(one => one.Account).Distinct()];
    }
}
