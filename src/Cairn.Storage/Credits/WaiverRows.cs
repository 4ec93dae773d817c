using Cairn.Learning;
using Cairn.Learning.Credits;
using Cairn.Learning.People;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Credits;

/// <summary>Waivers, and what else policies count: what no determination says, and what a person says is so.</summary>
public static class WaiverRows
{
    /// <summary>A learner's waivers, newest first; none where the asker may not see the record.</summary>
    public static IReadOnlyList<Waiver> Of(Db db, Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.May(learner, Rights.SeeRecord) ? [.. db.Waivers.AsNoTracking().Where(one => one.Learner == learner).ToList().OrderByDescending(one => one.AskedAt)] : [];
    }

    /// <summary>Waivers of many learners that hold, by learner; only of those the asker may see.</summary>
    public static ILookup<LearnerId, Waiver> ManyOf(Db db, Scope scope, IQueryable<Learner> learners)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var seen = scope.Learners;
        return db.Waivers.AsNoTracking().Where(one => one.State == WaiverState.Approved && learners.Any(other => other.Id == one.Learner) && seen.Any(other => other.Id == one.Learner)).ToList().ToLookup(one => one.Learner);
    }

    /// <summary>Asks for a waiver: who keeps the official record does, and another approves.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who asks, over the turn's database.</param>
    /// <param name="id">The waiver's id, made with the form.</param>
    /// <param name="learner">For whom.</param>
    /// <param name="plan">The code of the diploma plan, 1 to 60 characters.</param>
    /// <param name="leaf">Where in its tree: a path or a node's name, 1 to 200 characters; never the root.</param>
    /// <param name="reason">Why, 1 to 2,000 characters.</param>
    public static CreditOutcome Ask(WriteTurn turn, Scope scope, WaiverId id, LearnerId learner, string plan, string leaf, string reason)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(leaf);
        if (!scope.May(learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (turn.Db.Waivers.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } known) return known.Learner == learner ? CreditOutcome.Done : CreditOutcome.NotFound;
        if (string.IsNullOrWhiteSpace(reason)) return CreditOutcome.NeedsReason;
        if (plan.Trim().Length is 0 or > 60 || leaf.Trim().Length is 0 or > 200 || reason.Length > 2_000) return CreditOutcome.Invalid;
        var (code, path) = (plan.Trim(), leaf.Trim());
        if (path == Waiver.Root) return CreditOutcome.Invalid;
        if (turn.Db.Waivers.Any(one => one.Learner == learner && one.Plan == code && one.Leaf == path && (one.State == WaiverState.Asked || one.State == WaiverState.Approved))) return CreditOutcome.MovedOn;
        turn.Db.Add(new Waiver(id, learner, code, path, RoleOf(scope, learner), reason.Trim(), new PersonId(scope.Actor.Person), turn.Now));
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>Approves, refuses or ends a waiver. <see cref="CreditOutcome.NeedsCertify"/>: a second person decides.</summary>
    /// <param name="turn">The writer's turn.</param>
    /// <param name="scope">Who decides, over the turn's database.</param>
    /// <param name="id">Which.</param>
    /// <param name="seen">The version that was before them.</param>
    /// <param name="isApproved">The decision; null to end what holds, or take back what was asked.</param>
    /// <param name="words">Why; a refusal needs it.</param>
    public static CreditOutcome Change(WriteTurn turn, Scope scope, WaiverId id, int seen, bool? isApproved, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(words);
        if (turn.Db.Waivers.FirstOrDefault(one => one.Id == id) is not { } found || !scope.May(found.Learner, Rights.Certify)) return CreditOutcome.NotFound;
        if (found.Version != seen || found.State is WaiverState.Refused or WaiverState.Ended || (isApproved is not null && found.State != WaiverState.Asked)) return CreditOutcome.MovedOn;
        if (words.Length > 2_000) return CreditOutcome.Invalid;
        var by = new PersonId(scope.Actor.Person);
        if (isApproved is not null && found.AskedBy == by) return CreditOutcome.NeedsCertify;
        if (isApproved == true && found.Leaf == Waiver.Root) return CreditOutcome.Invalid;
        if (isApproved == false && string.IsNullOrWhiteSpace(words)) return CreditOutcome.NeedsReason;
        if (isApproved is { } decision) found.Decide(decision, by, RoleOf(scope, found.Learner), words.Trim(), turn.Now);
        else found.End(turn.Now);
        turn.Db.SaveChanges();
        return CreditOutcome.Done;
    }

    /// <summary>The role in which the actor keeps a learner's official record, as policies name roles: "district-leader", "school-leader", "registrar" or "counselor"; empty for none of these.</summary>
    public static string RoleOf(Scope scope, LearnerId learner)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var relations = scope.RelationsTo(learner);
        return relations.HasFlag(Relations.DistrictLeader) ? "district-leader" : relations.HasFlag(Relations.SchoolLeader) ? "school-leader" : relations.HasFlag(Relations.Registrar) ? "registrar"
            : relations.HasFlag(Relations.Counselor) ? "counselor" : "";
    }
}
