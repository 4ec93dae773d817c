namespace Cairn.Learning.Plans.Groupings;

/// <summary>What one educator offers in a slot: a group for a competency, or for something in words.</summary>
public sealed class FlexOffer(FlexOfferId id, FlexSlotId slot, EducatorId educator, string room, CompetencyId? competency, string words, int least, int most)
{
    /// <summary>The most seats of one group.</summary>
    public const int MostSeats = 200;

    /// <summary>Its id.</summary>
    public FlexOfferId Id { get; private set; } = id;

    /// <summary>When.</summary>
    public FlexSlotId Slot { get; private set; } = slot;

    /// <summary>Who holds it.</summary>
    public EducatorId Educator { get; private set; } = educator;

    /// <summary>Where.</summary>
    public string Room { get; private set; } = room;

    /// <summary>For what; null for what is no competency.</summary>
    public CompetencyId? Competency { get; private set; } = competency;

    /// <summary>What it is, in words; may be empty where there is a competency.</summary>
    public string Words { get; private set; } = words;

    /// <summary>With fewer learners it is not held by itself.</summary>
    public int Least { get; private set; } = least;

    /// <summary>Seats.</summary>
    public int Most { get; private set; } = most;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Is it in the room of another? Rooms are compared as people read them: without case, and without more spaces than one.</summary>
    public bool IsInRoomOf(FlexOffer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(Plain(Room), Plain(other.Room), StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string room) => string.Join(' ', room.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same, as it is weighed.</summary>
    public GroupOffer ToGroup() => new(Id, Slot, Competency, Least, Most);
}
