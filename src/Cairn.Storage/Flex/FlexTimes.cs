using Cairn.Learning;
using Cairn.Learning.Plans.Groupings;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Flex;

/// <summary>Flex times beside each other: what can be planned in one go with a slot, and who is elsewhere at its time.</summary>
public static class FlexTimes
{
    /// <summary>The most times of one plan.</summary>
    public const int Most = 5;

    /// <summary>The other slots of a slot's school and week that can be planned with it: something is offered, and they are not at its time. By day and time.</summary>
    public static IReadOnlyList<FlexSlot> Beside(Db db, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(slot);
        var (first, last) = WeekOf(slot.Day);
        return [.. db.FlexSlots.AsNoTracking().Where(one => one.Organization == slot.Organization && one.Id != slot.Id && one.Day >= first && one.Day <= last && db.FlexOffers.Any(offer => offer.Slot == one.Id)).ToList()
            .Where(one => !one.Overlaps(slot)).OrderBy(one => one.Day).ThenBy(one => one.FromMinute).ThenBy(one => one.Id.Value)];
    }

    /// <summary>A slot with those of others that were chosen, by day and time: no two at one time, and no more than <see cref="Most"/>.</summary>
    public static IReadOnlyList<FlexSlot> Together(Db db, FlexSlot slot, IReadOnlyCollection<FlexSlotId> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        List<FlexSlot> all = [slot];
        foreach (var one in Beside(db, slot).Where(one => others.Contains(one.Id)))
            if (all.Count < Most && !all.Exists(one.Overlaps)) all.Add(one);
        return [.. all.OrderBy(one => one.Day).ThenBy(one => one.FromMinute).ThenBy(one => one.Id.Value)];
    }

    /// <summary>The first and the last day of the week that a day is in: Monday and Sunday.</summary>
    internal static (DateOnly First, DateOnly Last) WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) is var first ? (first, first.AddDays(6)) : default;

    /// <summary>Who is booked at another time that overlaps a slot, at whatever school.</summary>
    public static IReadOnlySet<LearnerId> Elsewhere(Db db, FlexSlot slot)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(slot);
        var overlapping = db.FlexSlots.AsNoTracking().Where(one => one.Day == slot.Day && one.Id != slot.Id).ToList().Where(slot.Overlaps).Select(one => one.Id).ToList();
        return db.FlexBookings.AsNoTracking().Where(one => overlapping.Contains(one.Slot) && one.Offer != null).Select(one => one.Learner).ToHashSet();
    }
}
