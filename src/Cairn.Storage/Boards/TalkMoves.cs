using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Projects;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Boards;

/// <summary>Hands and talks of a group's learners: each change, and how it is undone.</summary>
public static class TalkMoves
{
    /// <summary>How far ahead a talk may be planned, in days.</summary>
    public const int FarthestDays = 366;

    /// <summary>A hand goes up, if it is not up already; null where the learner is not the asker's to plan with.</summary>
    public static HandId? Raise(WriteTurn turn, Scope scope, LearnerId learner, ProjectId? project, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.May(learner, Rights.Plan)) return null;
        if (turn.Db.Hands.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.LoweredAt == null) is { } up) return up.Id;
        if (project is { } about && !turn.Db.ProjectMembers.Any(one => one.Project == about && one.Learner == learner)) project = null;
        var hand = new Hand(new HandId(Guid.CreateVersion7()), learner, project, words, turn.Now);
        turn.Db.Add(hand);
        turn.Db.SaveChanges();
        return hand.Id;
    }

    /// <summary>Somebody came, or it is not needed any more; or it was lowered by mistake.</summary>
    /// <returns>Whose hand it is; null where it is not the asker's to change.</returns>
    public static LearnerId? Lower(WriteTurn turn, Scope scope, HandId id, bool isUp = false)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (turn.Db.Hands.FirstOrDefault(one => one.Id == id) is not { } hand || !scope.May(hand.Learner, Rights.Plan)) return null;
        // One hand is up at a time.
        if (!isUp) hand.Lower(new PersonId(scope.Actor.Person), turn.Now);
        else if (!turn.Db.Hands.Any(one => one.Learner == hand.Learner && one.LoweredAt == null)) hand.StayUp();
        turn.Db.SaveChanges();
        return hand.Learner;
    }

    /// <summary>Plans the next talk about a project with learners of the group, or moves the one that is planned.</summary>
    /// <returns>Each talk with the day it was planned for before, null where it is new; null where none of them is the asker's to plan with.</returns>
    public static IReadOnlyList<(CheckInId Talk, DateOnly? Before)>? Plan(WriteTurn turn, Scope scope, GroupId group, IEnumerable<LearnerId> learners, ProjectId? project, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        List<(CheckInId, DateOnly?)> planned = [];
        foreach (var learner in learners.Where(one => BoardMoves.IsHere(scope, group, one)))
        {
            if (NextOf(turn, learner, project) is { } next)
            {
                planned.Add((next.Id, next.PlannedFor));
                if (next.PlannedFor != day) next.Move(day);
                continue;
            }

            var talk = new CheckIn(new CheckInId(Guid.CreateVersion7()), learner, project, new EducatorId(scope.Actor.Person), day);
            turn.Db.Add(talk);
            planned.Add((talk.Id, null));
        }

        turn.Db.SaveChanges();
        return planned.Count == 0 ? null : planned;
    }

    /// <summary>Puts talks back on the days they were planned for; those that were new are taken away.</summary>
    public static bool Unplan(WriteTurn turn, Scope scope, IEnumerable<(CheckInId Talk, DateOnly? Before)> planned)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var any = false;
        foreach (var (id, before) in planned)
        {
            if (turn.Db.CheckIns.FirstOrDefault(one => one.Id == id) is not { HeldAt: null } talk || !scope.May(talk.Learner, Rights.Plan)) continue;
            if (before is { } day) talk.Move(day);
            else turn.Db.Remove(talk);
            any = true;
        }

        turn.Db.SaveChanges();
        return any;
    }

    /// <summary>A talk was held with learners, now; where none was planned it is written down all the same.</summary>
    /// <returns>Each talk, and whether it is new; null where none of them is the asker's to plan with.</returns>
    public static IReadOnlyList<(CheckInId Talk, bool IsNew)>? Hold(WriteTurn turn, Scope scope, GroupId group, IEnumerable<LearnerId> learners, ProjectId? project, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        List<(CheckInId, bool)> held = [];
        foreach (var learner in learners.Where(one => BoardMoves.IsHere(scope, group, one)))
        {
            // What is planned for another day stays planned.
            var planned = NextOf(turn, learner, project);
            var talk = planned is not null && planned.PlannedFor <= today ? planned : null;
            if (talk is null) turn.Db.Add(talk = new CheckIn(new CheckInId(Guid.CreateVersion7()), learner, project, new EducatorId(scope.Actor.Person), today));
            talk.Hold("", "", turn.Now);
            held.Add((talk.Id, talk != planned));
        }

        turn.Db.SaveChanges();
        return held.Count == 0 ? null : held;
    }

    /// <summary>Talks were not held after all; one of which something was written stays.</summary>
    public static bool NotHeld(WriteTurn turn, Scope scope, IEnumerable<(CheckInId Talk, bool IsNew)> held)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var any = false;
        foreach (var (id, isNew) in held)
        {
            if (turn.Db.CheckIns.FirstOrDefault(one => one.Id == id) is not { HeldAt: not null, Notes: "", NextSteps: "" } talk || !scope.May(talk.Learner, Rights.Plan)) continue;
            if (isNew) turn.Db.Remove(talk);
            else talk.NotHeld();
            any = true;
        }

        turn.Db.SaveChanges();
        return any;
    }

    /// <summary>A learner's hand that is up; null where none is, or the asker may not read the record.</summary>
    public static Hand? UpOf(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? db.Hands.AsNoTracking().FirstOrDefault(one => one.Learner == learner && one.LoweredAt == null) : null;
    }

    // A talk about everything is one about a project too.
    private static CheckIn? NextOf(WriteTurn turn, LearnerId learner, ProjectId? project) =>
        turn.Db.CheckIns.Where(one => one.Learner == learner && one.HeldAt == null && (one.Project == project || one.Project == null)).ToList().OrderBy(one => one.PlannedFor).ThenBy(one => one.Id.Value).FirstOrDefault();
}
