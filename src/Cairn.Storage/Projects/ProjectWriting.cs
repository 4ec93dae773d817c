using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Projects;

/// <summary>What is done to the state of a project.</summary>
public enum ProjectDeed
{
    /// <summary>Its team asks an educator to accept it.</summary>
    Ask,

    /// <summary>Its team takes it back to write on.</summary>
    TakeBack,

    /// <summary>An educator accepts it.</summary>
    Accept,

    /// <summary>An educator sends it back, with words.</summary>
    SendBack,

    /// <summary>It was shown.</summary>
    Show,

    /// <summary>It ends without a showing.</summary>
    End,

    /// <summary>It goes on after all.</summary>
    Resume,
}

/// <summary>
/// Writes projects. Each change is made in a turn of its own, asks again there whether the asker may, and names the version that they saw:
/// what somebody else changed since is never overwritten.
/// </summary>
public static class ProjectWriting
{
    /// <summary>The most learners in a team.</summary>
    public const int LargestTeam = 12;

    /// <summary>The version of a draft that was written and planned once, and by nobody since.</summary>
    public const int Begun = 3;

    /// <summary>
    /// Begins the project of a form, or goes on with it where the form came before: what keeps itself while somebody asks makes no twin, whichever
    /// of the two comes first. A draft that only this form wrote is written anew; of one that was asked about, or that others changed, only the very same form is done.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="learner">Whose project.</param>
    /// <param name="id">The project, by the key of the form.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="isKept">Does the form keep itself, while somebody types? What comes late then changes nothing, and is <see cref="ProjectOutcome.Overtaken"/> where its words are not those that stand.</param>
    public static ProjectOutcome BeginOnce(WriteTurn turn, Scope scope, LearnerId learner, ProjectId id, ProjectDraft draft, bool isKept)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(draft);
        if (turn.Db.Projects.AsNoTracking().FirstOrDefault(one => one.Id == id) is not { } stands) return Begin(turn, scope, learner, draft, id) is null ? ProjectOutcome.NotThere : ProjectOutcome.Done;
        if (stands.ProposedBy.Value != scope.Actor.Person || !scope.May(learner, Rights.Plan)) return ProjectOutcome.NotThere;
        if (!isKept && stands is { State: ProjectState.Draft, Version: Begun }) return Edit(turn, scope, id, stands.Version, draft with { Team = [learner, .. draft.Team ?? []] });
        return IsAsItStands(turn.Db, learner, stands, draft) ? ProjectOutcome.Done : ProjectOutcome.Overtaken;
    }

    // The very same form again: its words, its days, its team and what it is to show. Whoever else changed any of them since is not overwritten.
    private static bool IsAsItStands(Db db, LearnerId learner, Project stands, ProjectDraft draft) =>
        (stands.Question, stands.Product, stands.Evidence, stands.StartsOn, stands.DueOn, stands.Group) == (draft.Question, draft.Product, draft.Evidence, draft.StartsOn, draft.DueOn, draft.Group ?? stands.Group)
        && (!draft.IsAsked || stands.State != ProjectState.Draft)
        && db.ProjectMembers.AsNoTracking().Where(one => one.Project == stands.Id).Select(one => one.Learner).ToHashSet().SetEquals([learner, .. draft.Team ?? []])
        && db.ProjectAims.AsNoTracking().Where(one => one.Project == stands.Id).Select(one => new { one.Learner, one.Competency }).AsEnumerable().Select(one => (one.Learner, one.Competency)).ToHashSet()
            .SetEquals(draft.Aims.Select(one => (one.Learner, one.Competency)));

    /// <summary>Begins a project of a learner, who is in its team; null where the asker may not plan with them.</summary>
    public static ProjectId? Begin(WriteTurn turn, Scope scope, LearnerId learner, ProjectDraft draft, ProjectId? id = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(draft);
        if (!scope.May(learner, Rights.Plan)) return null;
        var project = new Project(id ?? new ProjectId(Guid.CreateVersion7()), new PersonId(scope.Actor.Person), draft.Question, draft.Product, turn.Now);
        turn.Db.Add(project);
        turn.Db.Add(new ProjectMember(project.Id, learner, scope.Today));
        turn.Db.SaveChanges();
        Put(turn, scope, project, draft with { Team = [learner, .. draft.Team ?? []] });
        if (draft.IsAsked) project.Propose(turn.Now);
        turn.Db.SaveChanges();
        return project.Id;
    }

    /// <summary>Writes a project anew: by its team while it is a draft, by its educators as long as it goes on.</summary>
    public static ProjectOutcome Edit(WriteTurn turn, Scope scope, ProjectId id, int seen, ProjectDraft draft) => Change(turn, scope, id, seen, (project, rights) =>
    {
        if (rights.IsOfTeam && project.State != ProjectState.Draft) return ProjectOutcome.NotNow;
        Put(turn, scope, project, draft);
        if (draft.IsAsked && project.State == ProjectState.Draft) project.Propose(turn.Now);
        return ProjectOutcome.Done;
    });

    /// <summary>Moves a project on. What a learner may do of it, is to ask and to take back.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn.</param>
    /// <param name="id">The project.</param>
    /// <param name="seen">The version that the asker saw.</param>
    /// <param name="deed">What is done.</param>
    /// <param name="words">What an educator writes to the team; empty for nothing.</param>
    public static ProjectOutcome Move(WriteTurn turn, Scope scope, ProjectId id, int seen, ProjectDeed deed, string words) => Change(turn, scope, id, seen, (project, rights) =>
    {
        if (deed is not (ProjectDeed.Ask or ProjectDeed.TakeBack) && !rights.Decide) return ProjectOutcome.NotThere;
        if (deed == ProjectDeed.Accept && turn.Db.ProjectAims.AsNoTracking().Where(one => one.Project == id).Select(one => one.Learner).Distinct().ToList().Exists(one => scope.Find(one) is null)) return ProjectOutcome.OutOfReach;
        var by = new PersonId(scope.Actor.Person);
        switch (deed)
        {
            case ProjectDeed.Ask: project.Propose(turn.Now); break;
            case ProjectDeed.TakeBack: project.SendBack(by, "", turn.Now); break;
            case ProjectDeed.Accept: project.Accept(by, words, turn.Now); break;
            case ProjectDeed.SendBack: project.SendBack(by, words, turn.Now); break;
            case ProjectDeed.Show: project.Show(turn.Now); break;
            case ProjectDeed.End: project.End(turn.Now); break;
            default: project.Resume(turn.Now); break;
        }

        return ProjectOutcome.Done;
    });

    /// <summary>Changes a project that the asker may write, if it is as they saw it.</summary>
    internal static ProjectOutcome Change(WriteTurn turn, Scope scope, ProjectId id, int? seen, Func<Project, ProjectRights, ProjectOutcome> change)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.Projects.FirstOrDefault(one => one.Id == id) is not { } project) return ProjectOutcome.NotThere;
        if (ProjectRows.RightsTo(scope, ProjectRows.KnownOf(turn.Db, scope, id)) is not { Write: true } rights) return ProjectOutcome.NotThere;
        if (seen is { } version && version != project.Version) return ProjectOutcome.Overtaken;
        try
        {
            var outcome = change(project, rights);
            if (outcome == ProjectOutcome.Done) turn.Db.SaveChanges();
            return outcome;
        }
        catch (InvalidOperationException) when (turn.Db.Entry(project).State == EntityState.Unchanged)
        {
            // A state from which that does not follow: Learning refuses it before it changes anything.
            return ProjectOutcome.NotNow;
        }
    }

    private static void Put(WriteTurn turn, Scope scope, Project project, ProjectDraft draft)
    {
        project.Write(draft.Question, draft.Product, draft.Evidence);
        var group = draft.Group is { } wanted && (wanted == project.Group || scope.Groups().Any(one => one.Id == wanted)) ? draft.Group : project.Group;
        project.Plan(group, draft.StartsOn, draft.DueOn);
        if (draft.Team is not null) PutTeam(turn, scope, project, draft.Team);
        PutAims(turn, scope, project, draft);
    }

    private static void PutTeam(WriteTurn turn, Scope scope, Project project, IReadOnlyList<LearnerId> team)
    {
        var now = turn.Db.ProjectMembers.Where(one => one.Project == project.Id).ToList();
        // Whom the asker may take in: their own classmates, or whom an educator plans with. Whoever is in it may stay.
        var may = scope.Actor.Kind == ActorKind.Learner ? ProjectRows.ClassmatesOf(turn.Db, scope, new LearnerId(scope.Actor.Person)).Select(one => one.Learner).ToHashSet() : null;
        var wanted = team.Distinct().Where(one => now.Exists(member => member.Learner == one) || (may?.Contains(one) ?? scope.May(one, Rights.Plan))).Take(LargestTeam).ToHashSet();
        // Nobody writes themselves out of sight, and an educator takes out only whom they see.
        wanted.UnionWith(now.Select(one => one.Learner).Where(one => one.Value == scope.Actor.Person || (scope.Actor.IsEducator && scope.Find(one) is null)));
        if (wanted.Count == 0) return;
        var gone = now.Where(one => !wanted.Contains(one.Learner)).ToList();
        turn.Db.RemoveRange(gone);
        turn.Db.RemoveRange(turn.Db.ProjectAims.Where(one => one.Project == project.Id).ToList().Where(aim => gone.Exists(one => one.Learner == aim.Learner)));
        turn.Db.AddRange(wanted.Where(one => !now.Exists(member => member.Learner == one)).Select(one => new ProjectMember(project.Id, one, scope.Today)));
        turn.Db.SaveChanges();
    }

    private static void PutAims(WriteTurn turn, Scope scope, Project project, ProjectDraft draft)
    {
        var team = turn.Db.ProjectMembers.AsNoTracking().Where(one => one.Project == project.Id).Select(one => one.Learner).ToHashSet();
        foreach (var learner in draft.AimsOf.Distinct().Where(one => team.Contains(one) && scope.May(one, Rights.Plan)))
        {
            var now = turn.Db.ProjectAims.Where(one => one.Project == project.Id && one.Learner == learner).ToDictionary(one => one.Competency);
            var wanted = draft.Aims.Where(one => one.Learner == learner).DistinctBy(one => one.Competency).ToDictionary(one => one.Competency);
            turn.Db.RemoveRange(now.Where(one => !wanted.ContainsKey(one.Key)).Select(one => one.Value));
            foreach (var (competency, aim) in wanted)
                if (!now.TryGetValue(competency, out var stands)) turn.Db.Add(aim with { Project = project.Id });
                else turn.Db.Entry(stands).CurrentValues.SetValues(new { aim.Stage, aim.Because });
        }
    }
}
