using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Judgments;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>Projects, as whoever asks may see them: a project is seen by whoever may read the record of one of its team.</summary>
public static class ProjectRows
{
    private const int AtOnce = 500;

    /// <summary>A project with everything that the asker may see; null where they may see none of its team.</summary>
    public static ProjectView? Find(Db db, Scope scope, ProjectId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } project) return null;
        var team = TeamsOf(db, scope, [id])[id].ToList();
        if (!team.Exists(one => one.IsKnown)) return null;
        var known = team.Where(one => one.IsKnown).Select(one => one.Learner).ToList();
        var aims = db.ProjectAims.AsNoTracking().Where(one => one.Project == id).ToList();
        return new ProjectView(project, team, RightsTo(scope, known))
        {
            Aims = [.. aims.Where(one => known.Contains(one.Learner))],
            HasHiddenAims = aims.Exists(one => !known.Contains(one.Learner)),
            Parts = [.. db.Deliverables.AsNoTracking().Where(one => one.Project == id).OrderBy(one => one.Position)],
            CheckIns = [.. db.CheckIns.AsNoTracking().Where(one => one.Project == id && known.Contains(one.Learner)).ToList().OrderBy(one => one.HeldAt is not null).ThenBy(one => one.HeldAt is null ? one.PlannedFor.DayNumber : -one.PlannedFor.DayNumber)],
            Evidence = EvidenceOf(db, id, known),
            GroupName = project.Group is { } group ? db.Groups.AsNoTracking().Where(one => one.Id == group).Select(one => one.Name).FirstOrDefault() ?? "" : "",
            DecidedBy = NameOf(db, project.DecidedBy),
        };
    }

    /// <summary>A learner's projects: those that go on first, each half by when it came into its state, newest first. None where the asker may not read the learner's record.</summary>
    public static IReadOnlyList<ProjectLine> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return !scope.May(learner, Rights.SeeRecord) ? []
            : Lines(db, scope, [.. db.Projects.AsNoTracking().Where(one => db.ProjectMembers.Any(member => member.Project == one.Id && member.Learner == learner)).ToList().OrderBy(one => !one.IsOpen).ThenByDescending(one => one.StateSince)]);
    }

    /// <summary>Proposals that wait for the asker: of learners whom they may both judge and plan with, the longest waiting first.</summary>
    public static IReadOnlyList<ProjectLine> Waiting(Db db, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var lines = Lines(db, scope, [.. db.Projects.AsNoTracking().Where(one => one.State == ProjectState.Proposed).ToList().OrderBy(one => one.StateSince)]);
        return [.. lines.Where(line => line.Team.Any(one => one.IsKnown && scope.May(one.Learner, Rights.Judge | Rights.Plan)))];
    }

    /// <summary>Projects in a state, or in any, of learners whom the asker may plan with; newest in their state first.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="state">In which state; null for those that go on.</param>
    public static IReadOnlyList<ProjectLine> Mine(Db db, Scope scope, ProjectState? state)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator) return [];
        var reach = scope.Learners.Where(one => one.EndedAt == null);
        var found = db.Projects.AsNoTracking().Where(one => db.ProjectMembers.Any(member => member.Project == one.Id && reach.Any(learner => learner.Id == member.Learner))).ToList();
        return Lines(db, scope, [.. found.Where(one => state is null ? one.IsOpen : one.State == state).OrderByDescending(one => one.StateSince)]);
    }

    /// <summary>Whom a learner can work with: those of the groups they are in today, by what they are called. A class knows the names of its
    /// own, also of those who keep theirs from directories (34 CFR 99.37(c)(1)).</summary>
    public static IReadOnlyList<TeamMember> ClassmatesOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var groups = scope.GroupsOf(learner).Select(one => one.Id).ToList();
        if (groups.Count == 0) return [];
        var today = scope.Today;
        var found = db.Learners.AsNoTracking().Where(one => one.EndedAt == null && one.Id != learner && db.Enrollments.Any(each =>
            each.Learner == one.Id && groups.Contains(each.Group) && each.From <= today && (each.Until == null || each.Until >= today))).ToList();
        return Named(found, scope);
    }

    /// <summary>What an asker may do to a project with these learners, of whom they may read each.</summary>
    internal static ProjectRights RightsTo(Scope scope, IReadOnlyCollection<LearnerId> known)
    {
        var isOfTeam = scope.Actor.Kind == ActorKind.Learner && known.Any(one => one.Value == scope.Actor.Person);
        return !scope.Actor.MayWrite ? new ProjectRights(false, false, isOfTeam)
            : new ProjectRights(isOfTeam || (scope.Actor.IsEducator && known.Any(one => scope.May(one, Rights.Plan))), scope.Actor.IsEducator && known.Any(one => scope.May(one, Rights.Judge | Rights.Plan)), isOfTeam);
    }

    /// <summary>The learners of a team whose record an asker may read.</summary>
    internal static List<LearnerId> KnownOf(Db db, Scope scope, ProjectId id) =>
        [.. db.ProjectMembers.AsNoTracking().Where(one => one.Project == id).Select(one => one.Learner).ToList().Where(one => scope.May(one, Rights.SeeRecord))];

    private static List<ProjectLine> Lines(Db db, Scope scope, List<Project> projects)
    {
        var teams = TeamsOf(db, scope, [.. projects.Select(one => one.Id)]);
        return [.. projects.Select(one => new ProjectLine(one, [.. teams[one.Id]]))];
    }

    private static ILookup<ProjectId, TeamMember> TeamsOf(Db db, Scope scope, IReadOnlyCollection<ProjectId> projects)
    {
        var found = new List<(ProjectId Project, Learner Learner)>();
        foreach (var some in projects.Chunk(AtOnce))
            found.AddRange((from member in db.ProjectMembers.AsNoTracking()
                            where some.Contains(member.Project)
                            join learner in db.Learners.AsNoTracking() on member.Learner equals learner.Id
                            select new { member.Project, learner }).ToList().Select(one => (one.Project, one.learner)));
        return found.GroupBy(one => one.Project).SelectMany(team => Named([.. team.Select(one => one.Learner)], scope).Select(one => (team.Key, one))).ToLookup(one => one.Key, one => one.one);
    }

    // Two who are called the same are told apart by the first letter of the family name.
    private static List<TeamMember> Named(List<Learner> learners, Scope scope) => [.. learners.Select(one => new TeamMember(
        one.Id, learners.Exists(other => other.Id != one.Id && other.CalledName == one.CalledName) ? one.FirstAndInitial : one.CalledName, scope.May(one.Id, Rights.SeeRecord)))
        .OrderBy(one => one.Name, StringComparer.Ordinal).ThenBy(one => one.Learner.Value)];

    private static List<(PieceOfEvidence, EvidenceText?)> EvidenceOf(Db db, ProjectId id, List<LearnerId> known)
    {
        var experience = new ExperienceId(id.Value);
        var retracted = db.Retractions.AsNoTracking().Where(one => one.Kind == RetractedKind.Evidence && known.Contains(one.Learner)).Select(one => one.Fact).ToHashSet();
        var pieces = db.Evidence.AsNoTracking().Where(one => known.Contains(one.Learner) && one.Experience == experience).ToList().FindAll(one => !retracted.Contains(one.Id.Value));
        var ids = pieces.ConvertAll(one => one.Id);
        var texts = db.EvidenceTexts.AsNoTracking().Where(one => ids.Contains(one.Evidence)).ToDictionary(one => one.Evidence);
        return [.. pieces.OrderByDescending(one => one.DemonstratedOn).Select(one => (one, texts.GetValueOrDefault(one.Id)))];
    }

    private static string NameOf(Db db, PersonId person) => person.Value == Guid.Empty ? ""
        : db.Educators.AsNoTracking().Where(one => one.Id == new EducatorId(person.Value)).Select(one => one.DisplayName).FirstOrDefault() ?? "";
}
