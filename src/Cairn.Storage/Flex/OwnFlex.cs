using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Cairn.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>A flex time as a learner and their family see it: where they go, or what they may choose from. Nothing of any other learner.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Booked">Where they go; null for nowhere yet.</param>
/// <param name="IsOwn">Did they choose it themselves?</param>
/// <param name="Open">What they may choose: offers of an open slot that have a place for them.</param>
public sealed record FlexDay(FlexSlot Slot, FlexOfferLine? Booked, bool IsOwn, IReadOnlyList<FlexOfferLine> Open);

/// <summary>A learner's own flex time, and their own choice.</summary>
public static class OwnFlex
{
    /// <summary>A learner's flex times from one day to another; none where the asker may not see the learner. What can be chosen is told from today on.</summary>
    public static IReadOnlyList<FlexDay> Of(Db db, Scope scope, LearnerId id, DateOnly from, DateOnly until, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        if (scope.Find(id) is not { } learner) return [];
        var schools = SchoolsOf(db, learner, today);
        var slots = db.FlexSlots.AsNoTracking().Where(one => one.Day >= from && one.Day <= until && (schools.Contains(one.Organization) || db.FlexBookings.Any(booking => booking.Slot == one.Id && booking.Learner == id))).ToList();
        return [.. slots.OrderBy(one => one.Day).ThenBy(one => one.FromMinute).Select(slot => DayOf(db, slot, id, schools, today)).Where(one => one.Booked is not null || one.Open.Count > 0)];
    }

    /// <summary>A learner chooses, or takes their choice back; false where it cannot be, for whatever reason: whoever asks is told no other
    /// learner's reason.</summary>
    /// <param name="turn">The turn; all is looked at anew in it.</param>
    /// <param name="learner">Who chooses, for themselves.</param>
    /// <param name="id">The slot.</param>
    /// <param name="offer">What; null to take it back.</param>
    /// <param name="today">The district's day.</param>
    public static bool Choose(WriteTurn turn, LearnerId learner, FlexSlotId id, FlexOfferId? offer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var db = turn.Db;
        if (db.FlexSlots.FirstOrDefault(one => one.Id == id) is not { IsOpen: true } slot || slot.Day < today) return false;
        if (db.Learners.AsNoTracking().FirstOrDefault(one => one.Id == learner && one.EndedAt == null) is not { } who || !SchoolsOf(db, who, today).Contains(slot.Organization)) return false;
        var was = db.FlexBookings.FirstOrDefault(one => one.Slot == id && one.Learner == learner);
        // Where an educator put them they stay, until an educator changes it.
        if (was is { Offer: not null, IsOwn: false } || (was?.Offer is null && offer is null)) return false;
        if (offer is not null && FlexTimes.Elsewhere(db, slot).Contains(learner)) return false;
        if (offer is { } to && OpenTo(db, slot, learner).All(one => one.Offer.Id != to)) return false;
        if (was is null) db.Add(new FlexBooking(id, learner, offer, learner.Person, turn.Now));
        else was.MoveTo(offer, learner.Person, turn.Now, Guid.Empty);
        slot.Touch();
        db.SaveChanges();
        return true;
    }

    internal static IEnumerable<HeldFlex> Held(Db db, LearnerId learner) =>
        (from booking in db.FlexBookings.AsNoTracking()
         where booking.Learner == learner
         join slot in db.FlexSlots.AsNoTracking() on booking.Slot equals slot.Id
         join offer in db.FlexOffers.AsNoTracking() on booking.Offer equals offer.Id into offers
         from offer in offers.DefaultIfEmpty()
         join educator in db.Educators.AsNoTracking() on offer.Educator equals educator.Id into educators
         from educator in educators.DefaultIfEmpty()
         select new { booking, slot, offer, educator }).ToList().OrderBy(one => one.slot.Day).ThenBy(one => one.slot.FromMinute)
            .Select(one => new HeldFlex(one.slot.Day, one.slot.From, one.slot.Until, one.slot.Name, one.offer?.Room ?? "", one.educator?.DisplayName ?? "", one.offer?.Competency, one.offer?.Words ?? "", one.booking.IsOwn, one.booking.At));

    private static FlexDay DayOf(Db db, FlexSlot slot, LearnerId learner, HashSet<OrganizationId> schools, DateOnly today)
    {
        var offers = FlexSlots.OffersOf(db, slot);
        var booking = db.FlexBookings.AsNoTracking().FirstOrDefault(one => one.Slot == slot.Id && one.Learner == learner);
        var mayChoose = slot.IsOpen && slot.Day >= today && !FlexTimes.Elsewhere(db, slot).Contains(learner) && schools.Contains(slot.Organization) && booking is not { Offer: not null, IsOwn: false };
        return new FlexDay(slot, offers.FirstOrDefault(one => one.Offer.Id == booking?.Offer), booking is { IsOwn: true }, mayChoose ? [.. OpenTo(db, slot, learner).Where(one => one.Offer.Id != booking?.Offer)] : []);
    }

    // One that is full and one that somebody is in from whom they are kept apart are not to be told from each other: neither is here.
    private static IReadOnlyList<FlexOfferLine> OpenTo(Db db, FlexSlot slot, LearnerId learner)
    {
        var at = FlexBookings.Of(db, slot).Values.Where(one => one.Learner != learner).ToDictionary(one => one.Learner, one => one.Offer!.Value);
        var (rules, taken) = (GroupingRules.InForce(db), at.Values.CountBy(one => one).ToDictionary());
        return [.. FlexSlots.OffersOf(db, slot).Where(one => taken.GetValueOrDefault(one.Offer.Id) < one.Offer.Most && !FlexBookings.IsApart(rules, at, learner, one.Offer.Id))];
    }

    private static HashSet<OrganizationId> SchoolsOf(Db db, Learner learner, DateOnly today)
    {
        var id = learner.Id;
        var schools = db.Groups.AsNoTracking().Where(group => db.Enrollments.Any(one => one.Learner == id && one.Group == group.Id && one.From <= today && (one.Until == null || one.Until >= today))).Select(one => one.Organization).ToHashSet();
        if (learner.School is { } school) schools.Add(school);
        return schools;
    }
}
