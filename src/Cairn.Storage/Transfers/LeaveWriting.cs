using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Cairn.Storage.Credits;
using Cairn.Storage.Plans;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Transfers;

/// <summary>Posts what a leaver is owed, and lets them go.</summary>
public static class LeaveWriting
{
    /// <summary>Posts all that is owed, in parts where the whole was not shown. What was shown since the page was read is posted too: nobody loses credit by a click.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who does, over the turn's database.</param>
    /// <param name="learner">Who leaves.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="reason">Why credit is posted in parts, in words.</param>
    /// <param name="on">The district's day.</param>
    /// <returns>How much was posted, in hundredths of a credit; null where the actor may not.</returns>
    public static int? Post(WriteTurn turn, Scope scope, LearnerId learner, IReadOnlyList<FrameworkInForce> frameworks, string reason, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(on);
        if (!PriorRows.Writes(scope, learner) || scope.Find(learner) is not { } found) return null;
        var posted = 0;
        foreach (var one in new TransferReads(turn.Db, scope, found, frameworks, on.Today).Leaving(turn.Db, scope, on).Owed)
        {
            var framework = frameworks.First(each => each.Content.Framework.Id == one.Decision.Policy.Framework);
            var answer = CreditAwarding.Award(turn, scope, new AwardAsk(new CreditAwardId(Guid.CreateVersion7()), learner, one.Decision.Policy.Id, one.Hundredths) { IsPartial = !one.Decision.IsWhole, Reason = reason }, framework, on);
            if (answer is { Outcome: CreditOutcome.Done, Award: { } award }) posted += award.Hundredths;
        }

        return posted;
    }

    /// <summary>The learner leaves today: what is owed is posted in the same turn, and groups, caseloads and placements end with the day.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">What the actor may do, over the turn's database.</param>
    /// <param name="learner">Who leaves.</param>
    /// <param name="seen">The version of the learner that the actor had before them.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="reason">Why credit is posted in parts, in words.</param>
    /// <param name="on">The district's day.</param>
    public static Families.Changed Leave(WriteTurn turn, Scope scope, LearnerId learner, int seen, IReadOnlyList<FrameworkInForce> frameworks, string reason, DistrictDay on)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator || !scope.May(learner, Rights.Manage | Rights.Certify) || turn.Db.Learners.FirstOrDefault(one => one.Id == learner) is not { } found) return Families.Changed.NotThere;
        if (found.Version != seen) return Families.Changed.Overtaken;
        if (!found.IsHere) return Families.Changed.TooLate;
        Post(turn, scope, learner, frameworks, reason, on);
        var today = scope.Today;
        foreach (var one in turn.Db.Enrollments.Where(one => one.Learner == learner && (one.Until == null || one.Until > today)).ToList()) turn.Db.Entry(one).Property(each => each.Until).CurrentValue = today;
        foreach (var one in turn.Db.Caseloads.Where(one => one.Learner == learner && (one.Until == null || one.Until > today)).ToList()) turn.Db.Entry(one).Property(each => each.Until).CurrentValue = today;
        foreach (var one in turn.Db.Placements.Where(one => one.Learner == learner && (one.Until == null || one.Until > today)).ToList()) turn.Db.Entry(one).Property(each => each.Until).CurrentValue = today;
        found.Leave(turn.Now);
        turn.Db.SaveChanges();
        return Families.Changed.Done;
    }

    /// <summary>A learner who left is here again; their groups are chosen anew.</summary>
    public static Families.Changed Return(WriteTurn turn, Scope scope, LearnerId learner, int seen)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        if (!scope.Actor.IsEducator || !scope.May(learner, Rights.Manage | Rights.Certify) || turn.Db.Learners.FirstOrDefault(one => one.Id == learner) is not { } found) return Families.Changed.NotThere;
        if (found.Version != seen) return Families.Changed.Overtaken;
        if (found.IsHere) return Families.Changed.TooLate;
        found.Return();
        turn.Db.SaveChanges();
        return Families.Changed.Done;
    }
}
