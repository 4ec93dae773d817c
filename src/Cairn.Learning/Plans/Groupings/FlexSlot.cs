namespace Cairn.Learning.Plans.Groupings;

/// <summary>A time of a school day that groups are made anew for: its offers stand in <see cref="FlexOffer"/>, who goes where in <see cref="FlexBooking"/>.</summary>
public sealed class FlexSlot(FlexSlotId id, OrganizationId organization, DateOnly day, int fromMinute, int untilMinute, string name)
{
    /// <summary>Minutes of a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>Its id.</summary>
    public FlexSlotId Id { get; private set; } = id;

    /// <summary>At which school.</summary>
    public OrganizationId Organization { get; private set; } = organization;

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; } = day;

    /// <summary>When it begins, in minutes of the day.</summary>
    public int FromMinute { get; private set; } = fromMinute;

    /// <summary>When it ends, in minutes of the day.</summary>
    public int UntilMinute { get; private set; } = untilMinute;

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = name;

    /// <summary>May learners choose a group themselves?</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Grows with every change, also of who goes where: whoever planned on an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>When it begins, on the clock.</summary>
    public TimeOnly From => new(FromMinute / 60, FromMinute % 60);

    /// <summary>When it ends, on the clock.</summary>
    public TimeOnly Until => new(UntilMinute / 60, UntilMinute % 60);

    /// <summary>Is it at the same time as another, at whatever school? Nobody can be at both.</summary>
    public bool Overlaps(FlexSlot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Day == other.Day && FromMinute < other.UntilMinute && other.FromMinute < UntilMinute;
    }

    /// <summary>Says whether learners may choose.</summary>
    public FlexSlot Open(bool isOpen)
    {
        IsOpen = isOpen;
        Version++;
        return this;
    }

    /// <summary>Something of it changed: an offer, or who goes where.</summary>
    public void Touch() => Version++;
}
