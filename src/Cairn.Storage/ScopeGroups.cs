using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage;

/// <summary>Groups, schools and families, as the actor may see them.</summary>
public sealed partial class Scope
{
    private static readonly EachEngine<Func<Db, LearnerId, DateOnly, IEnumerable<LearningGroup>>> GroupsToday =
        new(() => EF.CompileQuery((Db db, LearnerId learner, DateOnly today) => db.Groups.AsNoTracking().Where(group => db.Enrollments.Any(one => one.Learner == learner && one.Group == group.Id
            && one.From <= today && (one.Until == null || one.Until >= today)))));

    private static readonly EachEngine<Func<Db, EducatorId, DateOnly, IEnumerable<LearningGroup>>> GroupsOfTeacher =
        new(() => EF.CompileQuery((Db db, EducatorId educator, DateOnly today) => db.Groups.AsNoTracking().Where(group => db.Teachings.Any(teaching => teaching.Educator == educator
            && teaching.Group == group.Id && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)))));

    private static readonly EachEngine<Func<Db, IEnumerable<LearningGroup>>> AllGroups = new(() => EF.CompileQuery((Db db) => db.Groups.AsNoTracking()));

    private static readonly EachEngine<Func<Db, OrganizationId, IEnumerable<LearningGroup>>> GroupsOfSchool =
        new(() => EF.CompileQuery((Db db, OrganizationId school) => db.Groups.AsNoTracking().Where(group => group.Organization == school)));

    private static readonly EachEngine<Func<Db, IEnumerable<Organization>>> AllSchools =
        new(() => EF.CompileQuery((Db db) => db.Organizations.AsNoTracking().Where(one => one.Kind == OrganizationKind.School)));

    private IEnumerable<OrganizationId> WholeSchools => !actor.IsEducator ? [] : actor.Grants.Where(one => one.ReachesAPlace && one.Program is null).Select(one => one.School!.Value).Distinct();

    /// <summary>The groups that the actor works with, or that belong to a school they lead or examine; all of them for whoever reaches the district.</summary>
    public IReadOnlyList<LearningGroup> Groups()
    {
        if (actor.Kind == ActorKind.Learner) return GroupsOf(new LearnerId(actor.Person));
        IEnumerable<LearningGroup> groups = actor switch
        {
            { ReachesEverybody: true } => AllGroups.On(db)(db),
            { Kind: ActorKind.Client } when !IsForRoster => [],
            { Kind: ActorKind.Client, School: { } school } => GroupsOfSchool.On(db)(db, school),
            { Kind: ActorKind.Client } => AllGroups.On(db)(db),
            { IsEducator: true } => WholeSchools.SelectMany(school => GroupsOfSchool.On(db)(db, school)).Concat(GroupsOfTeacher.On(db)(db, Educator, today)).DistinctBy(one => one.Id),
            _ => [],
        };
        return [.. groups.Where(IsWithin).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    // Whoever looks at what another sees, sees the groups of schools that they reach themselves.
    private bool IsWithin(LearningGroup group) => actor.Viewer is not { ReachesEverybody: false } viewer
        || viewer.Grants.Any(one => one.ReachesAPlace && (one.School ?? db.Programs.AsNoTracking().FirstOrDefault(program => program.Id == one.Program)?.Organization) == group.Organization);

    /// <summary>The schools that the actor may set side by side: all of them for whoever reaches the district, else those they lead or examine.</summary>
    public IReadOnlyList<Organization> Schools()
    {
        var own = actor.ReachesEverybody ? null : WholeSchools.ToHashSet();
        return own is { Count: 0 } ? [] : [.. AllSchools.On(db)(db).Where(one => own is null || own.Contains(one.Id)).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>The groups that a learner is in today; none where the actor may not see the learner.</summary>
    public IReadOnlyList<LearningGroup> GroupsOf(LearnerId learner) => Find(learner) is null ? [] : [.. GroupsToday.On(db)(db, learner, today).OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <summary>Guardians of a learner today; none where the actor may not see the learner, and to a guardian themself alone: one family's
    /// two homes learn nothing of each other here.</summary>
    public IReadOnlyList<Guardian> GuardiansOf(LearnerId learner)
    {
        if (Find(learner) is null) return [];
        var (isAlone, self) = (actor.Kind == ActorKind.Guardian, new GuardianId(actor.Person));
        return [.. db.Guardians.AsNoTracking().Where(guardian => (!isAlone || guardian.Id == self) && db.Guardianships.Any(one =>
            one.Guardian == guardian.Id && one.Learner == learner && one.From <= today && (one.Until == null || one.Until >= today))).OrderBy(one => one.DisplayName)];
    }
}
