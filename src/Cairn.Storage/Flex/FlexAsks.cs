using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>Makes the ask for groups of a slot: who, what they need, what is offered, and what holds.</summary>
public static class FlexAsks
{
    private const int WeeksBack = 4;

    /// <summary>The ask for learners whom the asker plans for, around what is booked and what a person set.</summary>
    /// <param name="db">The district's database.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="frameworks">The frameworks in force.</param>
    /// <param name="slots">The slots, as they were found: of one school and week, none at the time of another.</param>
    /// <param name="learners">Who takes part, as <see cref="Scope.PlannedBy(IQueryable{Learner})"/> gives them.</param>
    /// <param name="set">Where a person set learners in a slot: to an offer, or null for nowhere. Who is not there and is booked stays where they are.</param>
    /// <param name="now">The moment, UTC.</param>
    public static RegroupAsk Of(Db db, Scope scope, IReadOnlyList<FrameworkInForce> frameworks, IReadOnlyList<FlexSlot> slots, IReadOnlyList<Learner> learners, IReadOnlyDictionary<(FlexSlotId Slot, LearnerId Learner), FlexOfferId?> set, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(learners);
        ArgumentNullException.ThrowIfNull(set);
        var at = slots.Select(one => one.Id).ToList();
        var offers = slots.SelectMany(slot => FlexSlots.OffersOf(db, slot)).ToList();
        var ids = learners.Select(one => one.Id).ToHashSet();
        var offered = offers.Where(one => one.Offer.Competency is not null).Select(one => one.Offer.Competency!.Value).ToHashSet();
        var needs = FlexNeeds.Of(db, scope, frameworks, learners, offered, now);
        var (past, sameWeek) = Before(db, slots, at);
        var booked = db.FlexBookings.AsNoTracking().Where(one => at.Contains(one.Slot) && one.Offer != null).ToList();
        // Who takes part in none of the rooms counts at the times they are booked for, and is put nowhere else.
        var others = booked.Where(one => !ids.Contains(one.Learner)).Select(one => one.Learner).Distinct().Select(one => new LearnerNeeds(one, []));
        var busy = slots.SelectMany(slot => FlexTimes.Elsewhere(db, slot).Where(ids.Contains).Select(one => (Learner: one, Slot: slot.Id))).ToHashSet();
        var rules = GroupingRules.InForce(db);
        return new RegroupAsk([.. needs.Select(one => one with { Needs = [.. one.Needs.Where(need => !sameWeek.Contains((one.Learner, need.Competency)))] }), .. others], [.. offers.Select(one => one.Offer.ToGroup())])
        {
            KeepApart = [.. rules.Where(one => one.Rule.Kind == GroupingRuleKind.Apart).Select(one => one.Learners)],
            KeepTogether = [.. rules.Where(one => one.Rule.Kind == GroupingRuleKind.Together).Select(one => one.Learners)],
            Fixed = [.. booked.Where(one => !set.ContainsKey((one.Slot, one.Learner))).Select(one => (one.Learner, one.Offer!.Value)), .. set.Where(one => one.Value is not null).Select(one => (one.Key.Learner, one.Value!.Value))],
            Busy = [.. set.Where(one => one.Value is null).Select(one => (one.Key.Learner, one.Key.Slot)).Concat(busy.Where(one => !set.ContainsKey((one.Slot, one.Learner)))).Distinct()],
            Past = past, Rules = new RegroupRules { Round = slots[0].Day.DayNumber / 7 },
        };
    }

    // The sets of the last weeks, and what somebody does this week at another time.
    private static (IReadOnlyList<IReadOnlyList<LearnerId>> Past, HashSet<(LearnerId, CompetencyId)> SameWeek) Before(Db db, IReadOnlyList<FlexSlot> slots, List<FlexSlotId> ids)
    {
        var (school, begins) = (slots[0].Organization, slots.Min(one => one.Day));
        var (week, last) = FlexTimes.WeekOf(begins);
        var first = begins.AddDays(-7 * WeeksBack);
        var seats = (from booking in db.FlexBookings.AsNoTracking()
                     join offer in db.FlexOffers.AsNoTracking() on booking.Offer equals offer.Id
                     join at in db.FlexSlots.AsNoTracking() on offer.Slot equals at.Id
                     where at.Organization == school && !ids.Contains(at.Id) && at.Day >= first && at.Day <= last
                     select new { booking.Learner, offer.Id, offer.Competency, at.Day }).ToList();
        return ([.. seats.Where(one => one.Day < begins).GroupBy(one => one.Id).Select(set => (IReadOnlyList<LearnerId>)[.. set.Select(one => one.Learner)])],
            [.. seats.Where(one => one.Day >= week && one.Competency is not null).Select(one => (one.Learner, one.Competency!.Value))]);
    }
}
