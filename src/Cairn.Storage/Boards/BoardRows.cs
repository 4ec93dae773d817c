using Cairn.Learning;
using Cairn.Learning.Plans;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Boards;

/// <summary>Reads what boards are made of, for whoever sees them.</summary>
public static class BoardRows
{
    /// <summary>The board of a group; null where the asker sees none.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="group">Whose board.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="dayOf">The district's day of a moment in UTC.</param>
    /// <param name="isWall">Only what everybody in the room may see?</param>
    public static Board? Of(Db db, Scope scope, GroupId group, DateOnly today, Func<DateTime, DateOnly> dayOf, bool isWall)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.BoardOf(group) is null) return null;
        var learners = scope.LearnersOf(group).Where(one => one.EndedAt == null).ToList();
        var ids = learners.Select(one => one.Id).ToList();
        scope.Listed(ids);
        // A day more than the board shows: which day a moment is of, the district's clock says.
        var lately = today.AddDays(-Board.DaysOfAWeek - 1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var projects = db.Projects.AsNoTracking().Where(one => (one.State <= ProjectState.Active || (one.State == ProjectState.Shown && one.StateSince >= lately))
            && (one.Group == group || (one.Group == null && db.ProjectMembers.Any(member => member.Project == one.Id && ids.Contains(member.Learner))))).ToList();
        var on = projects.Select(one => one.Id).ToList();
        var board = Board.From(new BoardFacts(group, learners)
        {
            Projects = projects,
            Members = db.ProjectMembers.AsNoTracking().Where(one => on.Contains(one.Project) && ids.Contains(one.Learner)).ToList(),
            Focuses = db.Focuses.AsNoTracking().Where(one => one.Group == group).ToList(),
            Hands = db.Hands.AsNoTracking().Where(one => one.LoweredAt == null && ids.Contains(one.Learner)).ToList(),
            CheckIns = db.CheckIns.AsNoTracking().Where(one => one.HeldAt == null && ids.Contains(one.Learner)).ToList(),
            Ready = isWall ? [] : db.ReadyRequests.AsNoTracking().Where(one => (one.State == ReadyState.Asked || one.State == ReadyState.Planned) && ids.Contains(one.Learner)).ToList(),
            LastHeardOf = isWall ? new Dictionary<LearnerId, DateOnly>() : LastHeardOf(db, ids, dayOf),
        }, today, dayOf);
        return isWall ? board.ForWall() : board;
    }

    /// <summary>The learners of a group, to know whom a change concerns; none where the asker sees no board of it.</summary>
    public static IReadOnlySet<LearnerId>? WhoseOf(Scope scope, GroupId group)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.BoardOf(group) is null ? null : scope.LearnersOf(group).Select(one => one.Id).ToHashSet();
    }

    /// <summary>The day of the next talk about a project with some learners, as its card shows it; null while none is planned.</summary>
    public static DateOnly? NextOf(Db db, ProjectId project, IReadOnlyCollection<LearnerId> learners)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = db.CheckIns.AsNoTracking().Where(one => one.HeldAt == null && (one.Project == null || one.Project == project) && learners.Contains(one.Learner)).Select(one => one.PlannedFor).ToList();
        return days.Count == 0 ? null : days.Min();
    }

    private static Dictionary<LearnerId, DateOnly> LastHeardOf(Db db, List<LearnerId> ids, Func<DateTime, DateOnly> dayOf)
    {
        var last = new Dictionary<LearnerId, DateOnly>();
        Note(db.Evidence.AsNoTracking().Where(one => ids.Contains(one.Learner)).GroupBy(one => one.Learner).Select(one => new { one.Key, Last = one.Max(piece => piece.DemonstratedOn) }).ToList().Select(one => (one.Key, one.Last)));
        Note(db.Hands.AsNoTracking().Where(one => ids.Contains(one.Learner)).GroupBy(one => one.Learner).Select(one => new { one.Key, Last = one.Max(hand => hand.RaisedAt) }).ToList().Select(one => (one.Key, one.Last)));
        Note(db.CheckIns.AsNoTracking().Where(one => one.HeldAt != null && ids.Contains(one.Learner)).GroupBy(one => one.Learner).Select(one => new { one.Key, Last = one.Max(talk => talk.HeldAt) }).ToList().Select(one => (one.Key, one.Last!.Value)));
        return last;

        void Note(IEnumerable<(LearnerId Learner, DateTime At)> heard)
        {
            foreach (var (learner, at) in heard)
                if (dayOf(at) is var day && (!last.TryGetValue(learner, out var before) || before < day)) last[learner] = day;
        }
    }
}
