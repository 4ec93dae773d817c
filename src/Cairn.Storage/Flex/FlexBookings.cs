using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>Where a learner is to go.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Offer">To what; null for nowhere.</param>
public readonly record struct FlexSeat(LearnerId Learner, FlexOfferId? Offer);

/// <summary>Why nothing of a plan was booked.</summary>
public enum FlexFaultKind
{
    /// <summary>The slot changed since the plan was made.</summary>
    Stale = 1,

    /// <summary>A learner is not one whom the asker plans for.</summary>
    NotYours = 2,

    /// <summary>An offer is not of this slot.</summary>
    Gone = 3,

    /// <summary>An offer has fewer seats.</summary>
    Full = 4,

    /// <summary>Two learners of one group are kept apart.</summary>
    KeptApart = 5,
}

/// <summary>What stands in the way of a whole plan.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">The first place of the plan that it is about, from 0; -1 for the whole.</param>
public sealed record FlexFault(FlexFaultKind Kind, int Row = -1);

/// <summary>Who goes where: a plan is booked whole or not at all, and can be taken back while nothing else changed.</summary>
public static class FlexBookings
{
    /// <summary>Who is booked in a slot that was found, and where.</summary>
    public static IReadOnlyDictionary<LearnerId, FlexBooking> Of(Db db, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(slot);
        return db.FlexBookings.AsNoTracking().Where(one => one.Slot == slot.Id && one.Offer != null).ToDictionary(one => one.Learner);
    }

    /// <summary>Who is booked, as far as the asker plans for them, by offer and name; and how many others there are in each.</summary>
    public static (ILookup<FlexOfferId, Learner> Known, IReadOnlyDictionary<FlexOfferId, int> Others) Lists(Db db, Scope scope, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var booked = Of(db, slot);
        var known = scope.PlannedBy([.. booked.Keys]).ToDictionary(one => one.Id);
        return (known.Values.OrderBy(one => one.FullName, StringComparer.CurrentCulture).ToLookup(one => booked[one.Id].Offer!.Value),
            booked.Values.Where(one => !known.ContainsKey(one.Learner)).GroupBy(one => one.Offer!.Value).ToDictionary(one => one.Key, one => one.Count()));
    }

    /// <summary>Books a plan; returns what stands in its way, and then nothing is booked.</summary>
    /// <param name="turn">The turn; all is looked at anew in it.</param>
    /// <param name="scope">Who asks, in this turn's database.</param>
    /// <param name="id">The slot.</param>
    /// <param name="seen">Its version when the plan was made.</param>
    /// <param name="plan">Where each learner is to go; who is not in it stays.</param>
    /// <param name="batch">What it can be taken back by.</param>
    public static FlexFault? Book(WriteTurn turn, Scope scope, FlexSlotId id, int seen, IReadOnlyList<FlexSeat> plan, Guid batch)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(plan);
        var db = turn.Db;
        if (FlexSlots.Find(db, scope, id) is null || db.FlexSlots.FirstOrDefault(one => one.Id == id) is not { } slot || slot.Version != seen) return new FlexFault(FlexFaultKind.Stale);
        var booked = db.FlexBookings.Where(one => one.Slot == id).ToDictionary(one => one.Learner);
        if (FaultOf(db, scope, slot, booked.Values, plan) is { } fault) return fault;
        var by = new PersonId(scope.Actor.Person);
        foreach (var (learner, offer) in plan)
        {
            if (booked.TryGetValue(learner, out var was))
            {
                if (was.Offer != offer) was.MoveTo(offer, by, turn.Now, batch);
            }
            else if (offer is not null)
            {
                db.Add(new FlexBooking(id, learner, null, by, turn.Now).MoveTo(offer, by, turn.Now, batch));
            }
        }

        slot.Touch();
        db.SaveChanges();
        return null;
    }

    /// <summary>Takes a plan back; false where something changed since, or it is not the asker's to take back.</summary>
    public static bool Undo(WriteTurn turn, Scope scope, FlexSlotId id, int seen, Guid batch)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        var db = turn.Db;
        if (batch == Guid.Empty || FlexSlots.Find(db, scope, id) is null || db.FlexSlots.FirstOrDefault(one => one.Id == id) is not { } slot || slot.Version != seen) return false;
        var of = db.FlexBookings.Where(one => one.Slot == id && one.Batch == batch).ToList();
        if (of.Count == 0 || scope.PlannedBy([.. of.Select(one => one.Learner)]).Count != of.Count) return false;
        foreach (var one in of) one.Undo(new PersonId(scope.Actor.Person), turn.Now);
        slot.Touch();
        db.SaveChanges();
        return true;
    }

    private static FlexFault? FaultOf(Db db, Scope scope, FlexSlot slot, IEnumerable<FlexBooking> booked, IReadOnlyList<FlexSeat> plan)
    {
        var reach = scope.PlannedBy([.. plan.Select(one => one.Learner)]).Select(one => one.Id).ToHashSet();
        var offers = db.FlexOffers.AsNoTracking().Where(one => one.Slot == slot.Id).ToDictionary(one => one.Id);
        var at = booked.Where(one => one.Offer is not null).ToDictionary(one => one.Learner, one => one.Offer!.Value);
        foreach (var (row, (learner, offer)) in plan.Index())
        {
            if (!reach.Contains(learner)) return new FlexFault(FlexFaultKind.NotYours, row);
            if (offer is { } to && !offers.ContainsKey(to)) return new FlexFault(FlexFaultKind.Gone, row);
            if (offer is { } goes) at[learner] = goes;
            else at.Remove(learner);
        }

        var rules = GroupingRules.InForce(db).Where(one => one.Rule.Kind == GroupingRuleKind.Apart).ToList();
        var taken = at.GroupBy(one => one.Value).ToDictionary(one => one.Key, one => one.Count());
        foreach (var (row, (learner, offer)) in plan.Index())
        {
            if (offer is not { } to) continue;
            if (taken[to] > offers[to].Most) return new FlexFault(FlexFaultKind.Full, row);
            if (IsApart(rules, at, learner, to)) return new FlexFault(FlexFaultKind.KeptApart, row);
        }

        return null;
    }

    /// <summary>Would a learner meet somebody from whom they are kept apart?</summary>
    internal static bool IsApart(IReadOnlyList<(GroupingRule Rule, IReadOnlyList<LearnerId> Learners)> rules, IReadOnlyDictionary<LearnerId, FlexOfferId> at, LearnerId learner, FlexOfferId offer) =>
        rules.Any(rule => rule.Rule.Kind == GroupingRuleKind.Apart && rule.Learners.Contains(learner) && rule.Learners.Any(other => other != learner && at.TryGetValue(other, out var there) && there == offer));
}
