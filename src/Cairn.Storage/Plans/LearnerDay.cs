using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Plans;

/// <summary>A project that a learner works on.</summary>
/// <param name="Project">The project.</param>
/// <param name="Next">The part that is due first among those that are not done; null for none.</param>
/// <param name="Aims">What it is to show of this learner.</param>
/// <param name="IsOn">Is it what they are on now, on the board of its group?</param>
public sealed record ProjectNow(Project Project, Deliverable? Next, IReadOnlyList<CompetencyId> Aims, bool IsOn);

/// <summary>What is on for a learner: their projects, their next talk, what they said they are ready for.</summary>
/// <param name="Projects">Projects that are worked on, the one whose next part is due first first.</param>
/// <param name="Talk">The next talk that is planned and not held; null for none.</param>
/// <param name="TalksWith">With whom.</param>
/// <param name="Ready">What waits for a check.</param>
public sealed record LearnerDay(IReadOnlyList<ProjectNow> Projects, CheckIn? Talk, string TalksWith, IReadOnlyList<ReadyRequest> Ready)
{
    /// <summary>Reads it; nothing where the asker may not see the record.</summary>
    public static LearnerDay Of(Db db, Scope scope, LearnerId learner, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.SeeRecord)) return new LearnerDay([], null, "", []);
        var projects = db.Projects.AsNoTracking().Where(one => one.State == ProjectState.Active && db.ProjectMembers.Any(member => member.Project == one.Id && member.Learner == learner)).ToList();
        var ids = projects.Select(one => one.Id).ToList();
        var parts = db.Deliverables.AsNoTracking().Where(one => ids.Contains(one.Project) && one.DoneOn == null).ToList().ToLookup(one => one.Project);
        var aims = db.ProjectAims.AsNoTracking().Where(one => one.Learner == learner && ids.Contains(one.Project)).ToList().ToLookup(one => one.Project, one => one.Competency);
        var on = db.Focuses.AsNoTracking().Where(one => one.Learner == learner && ids.Contains(one.Project)).Select(one => one.Project).ToHashSet();
        var talk = db.CheckIns.AsNoTracking().Where(one => one.Learner == learner && one.HeldAt == null && one.PlannedFor >= today).OrderBy(one => one.PlannedFor).FirstOrDefault();
        var with = talk is null ? "" : db.Educators.AsNoTracking().Where(one => one.Id == talk.Educator).Select(one => one.DisplayName).FirstOrDefault() ?? "";
        return new LearnerDay(
            [.. projects.Select(one => new ProjectNow(one, parts[one.Id].OrderBy(part => part.DueOn ?? DateOnly.MaxValue).ThenBy(part => part.Position).FirstOrDefault(), [.. aims[one.Id]], on.Contains(one.Id)))
                .OrderBy(one => one.Next?.DueOn ?? one.Project.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.Project.CreatedAt)],
            talk, with,
            [.. db.ReadyRequests.AsNoTracking().Where(one => one.Learner == learner && (one.State == ReadyState.Asked || one.State == ReadyState.Planned)).ToList().OrderBy(one => one.AskedAt)]);
    }

    /// <summary>Changes when any of it does: pages that show it are drawn anew.</summary>
    public string Version => string.Join('.', Projects.Select(one => $"{one.Project.Id.Value:N}-{one.Project.Version}-{one.Next?.Position}-{one.Next?.DueOn:O}-{one.Next?.Title.Length}-{one.IsOn}"))
        + $"/{Talk?.Id.Value:N}{Talk?.Version}{TalksWith}/" + string.Join('.', Ready.Select(one => $"{one.Id.Value:N}{one.Version}"));
}
