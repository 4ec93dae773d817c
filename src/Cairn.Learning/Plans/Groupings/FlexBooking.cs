namespace Cairn.Learning.Plans.Groupings;

/// <summary>Where one learner goes in one slot: there is one for each of both, so nobody is in two places.</summary>
public sealed class FlexBooking(FlexSlotId slot, LearnerId learner, FlexOfferId? offer, PersonId by, DateTime at)
{
    /// <summary>When.</summary>
    public FlexSlotId Slot { get; private set; } = slot;

    /// <summary>Who.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>To what; null where they were booked once and are not any more.</summary>
    public FlexOfferId? Offer { get; private set; } = offer;

    /// <summary>Where they were to go before; null for nowhere.</summary>
    public FlexOfferId? Before { get; private set; }

    /// <summary>Who booked it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When it was booked, UTC.</summary>
    public DateTime At { get; private set; } = at;

    /// <summary>What was booked in one go has one; empty for a learner's own choice.</summary>
    public Guid Batch { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Did the learner choose it?</summary>
    public bool IsOwn => By == Learner.Person;

    /// <summary>They go elsewhere, or nowhere.</summary>
    public FlexBooking MoveTo(FlexOfferId? offer, PersonId by, DateTime at, Guid batch)
    {
        (Before, Offer, By, At, Batch) = (Offer, offer, by, Instant.Utc(at), batch);
        Version++;
        return this;
    }

    /// <summary>They go where they went before what was booked last.</summary>
    public void Undo(PersonId by, DateTime at) => MoveTo(Before, by, at, Guid.Empty);
}
