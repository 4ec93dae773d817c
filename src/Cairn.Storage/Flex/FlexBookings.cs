using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>Where a learner is to go.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Offer">To what; null for nowhere.</param>
public readonly record struct FlexSeat(LearnerId Learner, FlexOfferId? Offer);

/// <summary>The plan of one slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Seen">Its version when the plan was made.</param>
/// <param name="Seats">Where each learner is to go; who is not in it stays.</param>
public sealed record FlexPlan(FlexSlotId Slot, int Seen, IReadOnlyList<FlexSeat> Seats);

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

    /// <summary>A learner is booked at another flex time that overlaps.</summary>
    Elsewhere = 6,
}

/// <summary>What stands in the way of a whole plan.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">The first place of its slot's plan that it is about, from 0; -1 for the whole.</param>
/// <param name="Slot">The slot.</param>
public sealed record FlexFault(FlexFaultKind Kind, int Row = -1, FlexSlotId Slot = default);

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

    /// <summary>Books the plans of one slot or several; returns what stands in the way of any, and then nothing at all is booked.</summary>
    /// <param name="turn">The turn; all is looked at anew in it.</param>
    /// <param name="scope">Who asks, in this turn's database.</param>
    /// <param name="plans">The plan of each slot.</param>
    /// <param name="batch">What they can be taken back by.</param>
    public static FlexFault? Book(WriteTurn turn, Scope scope, IReadOnlyList<FlexPlan> plans, Guid batch)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(plans);
        var (db, by) = (turn.Db, new PersonId(scope.Actor.Person));
        var found = new List<(FlexSlot Slot, Dictionary<LearnerId, FlexBooking> Booked, IReadOnlyList<FlexSeat> Seats)>();
        foreach (var (id, seen, seats) in plans)
        {
            if (FlexSlots.Find(db, scope, id) is null || db.FlexSlots.FirstOrDefault(one => one.Id == id) is not { } slot || slot.Version != seen || found.Exists(one => one.Slot.Overlaps(slot))) return new FlexFault(FlexFaultKind.Stale, -1, id);
            var booked = db.FlexBookings.Where(one => one.Slot == id).ToDictionary(one => one.Learner);
            if (FaultOf(db, scope, slot, booked.Values, seats) is { } fault) return fault;
            found.Add((slot, booked, seats));
        }

        foreach (var (slot, booked, seats) in found)
        {
            foreach (var (learner, offer) in seats)
            {
                if (booked.TryGetValue(learner, out var was))
                {
                    if (was.Offer != offer) was.MoveTo(offer, by, turn.Now, batch);
                }
                else if (offer is not null)
                {
                    db.Add(new FlexBooking(slot.Id, learner, null, by, turn.Now).MoveTo(offer, by, turn.Now, batch));
                }
            }

            slot.Touch();
        }

        db.SaveChanges();
        return null;
    }

    /// <summary>The slots in which something was booked in one go, with the versions that they have now; none for no such go.</summary>
    public static IReadOnlyList<(FlexSlotId Slot, int Version)> Booked(Db db, Scope scope, Guid batch)
    {
        ArgumentNullException.ThrowIfNull(db);
        return batch == Guid.Empty ? [] : [.. db.FlexSlots.AsNoTracking().Where(slot => db.FlexBookings.Any(one => one.Slot == slot.Id && one.Batch == batch)).ToList()
            .Where(one => FlexSlots.Find(db, scope, one.Id) is not null).OrderBy(one => one.Day).ThenBy(one => one.FromMinute).Select(one => (one.Id, one.Version))];
    }

    /// <summary>Takes back all that was booked in one go; false where something changed since in any of its slots, or it is not the asker's to take back.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="scope">Who asks, in this turn's database.</param>
    /// <param name="seen">The slots, and their versions when it was offered.</param>
    /// <param name="batch">What it was booked by.</param>
    public static bool Undo(WriteTurn turn, Scope scope, IReadOnlyList<(FlexSlotId Slot, int Version)> seen, Guid batch)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(seen);
        var db = turn.Db;
        var now = Booked(db, scope, batch);
        if (now.Count == 0 || !now.All(seen.Contains)) return false;
        var of = db.FlexBookings.Where(one => one.Batch == batch).ToList();
        if (scope.PlannedBy([.. of.Select(one => one.Learner).Distinct()]).Count != of.Select(one => one.Learner).Distinct().Count()) return false;
        foreach (var one in of) one.Undo(new PersonId(scope.Actor.Person), turn.Now);
        var slots = now.Select(one => one.Slot).ToList();
        foreach (var slot in db.FlexSlots.Where(one => slots.Contains(one.Id)).ToList()) slot.Touch();
        db.SaveChanges();
        return true;
    }

    private static FlexFault? FaultOf(Db db, Scope scope, FlexSlot slot, IEnumerable<FlexBooking> booked, IReadOnlyList<FlexSeat> plan)
    {
        var reach = scope.PlannedBy([.. plan.Select(one => one.Learner)]).Select(one => one.Id).ToHashSet();
        var offers = db.FlexOffers.AsNoTracking().Where(one => one.Slot == slot.Id).ToDictionary(one => one.Id);
        var at = booked.Where(one => one.Offer is not null).ToDictionary(one => one.Learner, one => one.Offer!.Value);
        var elsewhere = FlexTimes.Elsewhere(db, slot);
        foreach (var (row, (learner, offer)) in plan.Index())
        {
            if (!reach.Contains(learner)) return new FlexFault(FlexFaultKind.NotYours, row, slot.Id);
            if (offer is { } to && !offers.ContainsKey(to)) return new FlexFault(FlexFaultKind.Gone, row, slot.Id);
            if (offer is not null && elsewhere.Contains(learner)) return new FlexFault(FlexFaultKind.Elsewhere, row, slot.Id);
            if (offer is { } goes) at[learner] = goes;
            else at.Remove(learner);
        }

        var rules = GroupingRules.InForce(db).Where(one => one.Rule.Kind == GroupingRuleKind.Apart).ToList();
        var taken = at.GroupBy(one => one.Value).ToDictionary(one => one.Key, one => one.Count());
        foreach (var (row, (learner, offer)) in plan.Index())
        {
            if (offer is not { } to) continue;
            if (taken[to] > offers[to].Most) return new FlexFault(FlexFaultKind.Full, row, slot.Id);
            if (IsApart(rules, at, learner, to)) return new FlexFault(FlexFaultKind.KeptApart, row, slot.Id);
        }

        return null;
    }

    /// <summary>Would a learner meet somebody from whom they are kept apart?</summary>
    internal static bool IsApart(IReadOnlyList<(GroupingRule Rule, IReadOnlyList<LearnerId> Learners)> rules, IReadOnlyDictionary<LearnerId, FlexOfferId> at, LearnerId learner, FlexOfferId offer) =>
        rules.Any(rule => rule.Rule.Kind == GroupingRuleKind.Apart && rule.Learners.Contains(learner) && rule.Learners.Any(other => other != learner && at.TryGetValue(other, out var there) && there == offer));
}
