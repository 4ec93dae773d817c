using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Cli.Demo;

/// <summary>One way in for each role: a teacher of a room of mixed ages, two of its learners and the family of the first, an advisor and a counselor
/// where there are any, who leads a school and the district, and a mentor of the partner.</summary>
internal static class DemoWays
{
    public static IReadOnlyList<(string Role, Actor Actor, string Where)> Of(District district)
    {
        using var db = district.Open();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var scope = new Scope(db, Actor.Operator, today);
        var ways = new List<(string Role, Actor Actor, string Where)>();
        var educators = db.Educators.AsNoTracking().OrderBy(one => one.Username).ToList();
        var room = FirstRoom(db, educators, today);
        if (room is { } found)
        {
            ways.Add(("teacher", As(found.Educator), found.Group.Name));
            // Two adults are with it: what one does, the other sees.
            if (educators.Find(one => one.Id != found.Educator.Id && db.Teachings.AsNoTracking().Any(teaching => teaching.Educator == one.Id && teaching.Group == found.Group.Id)) is { } second)
                ways.Add(("co-teacher", As(second), found.Group.Name));
            var learners = scope.LearnersOf(found.Group.Id).ToList().Where(one => one.BirthDate is not null).OrderBy(one => one.BirthDate).ToList();
            foreach (var learner in learners.Count == 0 ? [] : ((Learner[])[learners[learners.Count / 2], learners[0]]).DistinctBy(one => one.Id))
                ways.Add(("learner", new Actor(ActorKind.Learner, learner.Id.Value, learner.FullName), $"{learner.AgeOn(today)}, {found.Group.Name}"));
            foreach (var guardian in learners.Count == 0 ? [] : scope.GuardiansOf(learners[learners.Count / 2].Id))
                ways.Add(("family", new Actor(ActorKind.Guardian, guardian.Id.Value, guardian.DisplayName), learners[learners.Count / 2].FullName));
        }

        AddAdvisor(db, educators, ways);
        AddSenior(db, scope, today, ways);
        var schools = db.Organizations.AsNoTracking().ToDictionary(one => one.Id);
        var grants = db.RoleGrants.AsNoTracking().ToList();
        foreach (var (role, granted) in ((string, GrantedRole)[])[("counselor", GrantedRole.Counselor), ("registrar", GrantedRole.Registrar), ("principal", GrantedRole.SchoolLeader), ("leader", GrantedRole.DistrictLeader)])
            if (educators.Where(one => grants.Exists(grant => grant.Educator == one.Id && grant.Role == granted)).OrderByDescending(one => role == "counselor" && KeepsSenior(db, scope, one, today)).FirstOrDefault() is { } educator)
                ways.Add((role, role is "counselor" or "registrar" ? As(educator) : As(educator) with { Kind = ActorKind.Leader }, grants.First(grant => grant.Educator == educator.Id && grant.Role == granted).School is { } school ? schools[school].Name : "the district"));
        if (db.Sponsors.AsNoTracking().OrderBy(one => one.DisplayName).FirstOrDefault() is { } sponsor)
            ways.Add(("mentor", new Actor(ActorKind.Sponsor, sponsor.Id.Value, sponsor.DisplayName), schools[sponsor.Organization].Name));
        return ways;
    }

    private static (Educator Educator, LearningGroup Group)? FirstRoom(Db db, List<Educator> educators, DateOnly today)
    {
        foreach (var educator in educators.Where(one => one.Role == EducatorRole.Teacher).OrderBy(one => one.Username == MakeDemo.Teacher ? 0 : 1))
            if (new Scope(db, As(educator), today).Groups().FirstOrDefault(one => one.Kind == GroupKind.Room) is { } group) return (educator, group);
        return null;
    }

    private static void AddAdvisor(Db db, List<Educator> educators, List<(string Role, Actor Actor, string Where)> ways)
    {
        if (db.Groups.AsNoTracking().Where(one => one.Kind == GroupKind.Advisory).OrderBy(one => one.Name).FirstOrDefault() is { } group
            && db.Teachings.AsNoTracking().FirstOrDefault(one => one.Group == group.Id) is { } teaching && educators.Find(one => one.Id == teaching.Educator) is { } educator)
            ways.Add(("advisor", As(educator), group.Name));
    }

    // Of those who graduate next, the first: for whom the official record is.
    private static void AddSenior(Db db, Scope scope, DateOnly today, List<(string Role, Actor Actor, string Where)> ways)
    {
        var year = ClassOf(today);
        if (!db.RoleGrants.AsNoTracking().Any(one => one.Role == GrantedRole.Registrar) || SeniorOf(scope, today) is not { } senior) return;
        ways.Add(("learner", new Actor(ActorKind.Learner, senior.Id.Value, senior.FullName), FormattableString.Invariant($"class of {year}")));
        // Who is of age has the say alone: the family that looks on is that of the class after.
        if (scope.Learners.Where(one => one.GraduationYear == year + 1).OrderBy(one => one.Username).FirstOrDefault() is not { } junior) return;
        foreach (var guardian in scope.GuardiansOf(junior.Id).Take(1)) ways.Add(("family", new Actor(ActorKind.Guardian, guardian.Id.Value, guardian.DisplayName), FormattableString.Invariant($"{junior.FullName}, class of {year + 1}")));
    }

    private static int ClassOf(DateOnly today) => today.Year + (today.Month > 7 ? 1 : 0);

    private static Learner? SeniorOf(Scope scope, DateOnly today) => scope.Learners.Where(one => one.GraduationYear == ClassOf(today)).OrderBy(one => one.Username).FirstOrDefault();

    // The counselor of that learner is the one to come in as.
    private static bool KeepsSenior(Db db, Scope scope, Educator one, DateOnly today) =>
        SeniorOf(scope, today) is { } senior && KnownActor.Of(db, As(one), today) is { } known && new Scope(db, known, today).May(senior.Id, Rights.Certify);

    private static Actor As(Educator educator) => new(ActorKind.Teacher, educator.Id.Value, educator.DisplayName);
}
