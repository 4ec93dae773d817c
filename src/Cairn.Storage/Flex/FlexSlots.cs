using Cairn.Learning;
using Cairn.Learning.People;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>A slot, how many offers it has, and how many learners are booked.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Offers">How many offers.</param>
/// <param name="Booked">How many learners go somewhere.</param>
public sealed record FlexSlotLine(FlexSlot Slot, int Offers, int Booked);

/// <summary>An offer, who holds it, and how many learners are booked.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Educator">The name learners use.</param>
/// <param name="Booked">How many learners go there.</param>
public sealed record FlexOfferLine(FlexOffer Offer, string Educator, int Booked);

/// <summary>What stands in the way of an offer: who holds it, or where, is taken at that time.</summary>
/// <param name="IsRoom">Is it the room? Else it is who holds it.</param>
/// <param name="Room">The room of what is there already.</param>
/// <param name="Educator">Who holds what is there already.</param>
public sealed record FlexTaken(bool IsRoom, string Room, string Educator);

/// <summary>Flex slots and their offers, for those who plan at their school; nobody else finds them here.</summary>
public static class FlexSlots
{
    /// <summary>The slots from one day to another, by day and time.</summary>
    public static IReadOnlyList<FlexSlotLine> Between(Db db, Scope scope, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var schools = scope.SchoolsPlanned().Select(one => one.Id).ToList();
        return [.. db.FlexSlots.AsNoTracking().Where(one => schools.Contains(one.Organization) && one.Day >= from && one.Day <= until)
            .Select(one => new { one, Offers = db.FlexOffers.Count(offer => offer.Slot == one.Id), Booked = db.FlexBookings.Count(booking => booking.Slot == one.Id && booking.Offer != null) })
            .ToList().OrderBy(each => each.one.Day).ThenBy(each => each.one.FromMinute).ThenBy(each => each.one.Name, StringComparer.Ordinal).Select(each => new FlexSlotLine(each.one, each.Offers, each.Booked))];
    }

    /// <summary>A slot; null where the asker does not plan at its school.</summary>
    public static FlexSlot? Find(Db db, Scope scope, FlexSlotId id)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        return db.FlexSlots.AsNoTracking().FirstOrDefault(one => one.Id == id) is { } slot && scope.SchoolsPlanned().Any(one => one.Id == slot.Organization) ? slot : null;
    }

    /// <summary>The offers of a slot that was found, by what they are for and who holds them.</summary>
    public static IReadOnlyList<FlexOfferLine> OffersOf(Db db, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(slot);
        return [.. (from offer in db.FlexOffers.AsNoTracking()
                    where offer.Slot == slot.Id
                    join educator in db.Educators.AsNoTracking() on offer.Educator equals educator.Id
                    select new { offer, educator.DisplayName, Booked = db.FlexBookings.Count(booking => booking.Offer == offer.Id) }).ToList()
            .OrderBy(one => one.offer.Room, StringComparer.Ordinal).ThenBy(one => one.offer.Id.Value).Select(one => new FlexOfferLine(one.offer, one.DisplayName, one.Booked))];
    }

    /// <summary>Who can hold an offer at a school: those who teach or advise a group there now, by name.</summary>
    public static IReadOnlyList<Educator> EducatorsAt(Db db, OrganizationId school, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. db.Educators.AsNoTracking().Where(one => one.EndedAt == null && db.Teachings.Any(teaching => teaching.Educator == one.Id && teaching.From <= today && (teaching.Until == null || teaching.Until >= today)
            && db.Groups.Any(group => group.Id == teaching.Group && group.Organization == school))).ToList().OrderBy(one => one.DisplayName, StringComparer.Ordinal)];
    }

    /// <summary>Begins a slot; false where whoever asks does not plan there now.</summary>
    public static bool Add(WriteTurn turn, Scope scope, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(slot);
        if (scope.SchoolsPlanned().All(one => one.Id != slot.Organization)) return false;
        // A form that is sent twice begins one.
        if (turn.Db.FlexSlots.Any(one => one.Id == slot.Id)) return true;
        turn.Db.Add(slot);
        turn.Db.SaveChanges();
        return true;
    }

    /// <summary>Says whether learners may choose; false where it is not found.</summary>
    public static bool Open(WriteTurn turn, Scope scope, FlexSlotId id, bool isOpen) => Change(turn, scope, id, slot => slot.Open(isOpen));

    /// <summary>Adds an offer. It is not done where its slot is not found, its educator is not of the school, or holds another offer at that time, or its room is taken.</summary>
    public static (bool IsDone, FlexTaken? Taken) Add(WriteTurn turn, Scope scope, FlexOffer offer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(offer);
        FlexTaken? taken = null;
        var isDone = Change(turn, scope, offer.Slot, slot => slot.Touch(), (db, slot) =>
        {
            // A form that is sent twice offers it once: it is in nobody's way but its own.
            if (db.FlexOffers.Any(one => one.Id == offer.Id && one.Slot == offer.Slot)) return true;
            taken = TakenFor(db, slot, offer);
            if (taken is not null || EducatorsAt(db, slot.Organization, today).All(one => one.Id != offer.Educator)) return false;
            db.Add(offer);
            return true;
        });
        return (isDone, taken);
    }

    // Nobody is in two places, at whatever school; a room holds one group, at its own.
    private static FlexTaken? TakenFor(Db db, FlexSlot slot, FlexOffer offer)
    {
        var (day, begins, ends) = (slot.Day, slot.FromMinute, slot.UntilMinute);
        var there = (from other in db.FlexOffers.AsNoTracking()
                     join at in db.FlexSlots.AsNoTracking() on other.Slot equals at.Id
                     where at.Day == day && at.FromMinute < ends && begins < at.UntilMinute
                     join educator in db.Educators.AsNoTracking() on other.Educator equals educator.Id
                     select new { other, at.Organization, educator.DisplayName }).ToList();
        return there.Find(one => one.other.Educator == offer.Educator) is { } held ? new FlexTaken(false, held.other.Room, held.DisplayName)
            : there.Find(one => one.Organization == slot.Organization && one.other.IsInRoomOf(offer)) is { } room ? new FlexTaken(true, room.other.Room, room.DisplayName) : null;
    }

    /// <summary>Takes an offer away; false where it is not found, or somebody is or was booked for it.</summary>
    public static bool Remove(WriteTurn turn, Scope scope, FlexSlotId id, FlexOfferId offer) => Change(turn, scope, id, slot => slot.Touch(), (db, _) =>
    {
        if (db.FlexOffers.FirstOrDefault(one => one.Id == offer && one.Slot == id) is not { } found || db.FlexBookings.Any(one => one.Offer == offer || one.Before == offer)) return false;
        db.Remove(found);
        return true;
    });

    private static bool Change(WriteTurn turn, Scope scope, FlexSlotId id, Action<FlexSlot> change, Func<Db, FlexSlot, bool>? also = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (Find(turn.Db, scope, id) is null || turn.Db.FlexSlots.FirstOrDefault(one => one.Id == id) is not { } slot || also?.Invoke(turn.Db, slot) == false) return false;
        change(slot);
        turn.Db.SaveChanges();
        return true;
    }
}
