namespace Cairn.Learning.Credits;

/// <summary>Situations in which the law protects what a learner has done so far. Source: ESSA title I part A 1111(g)(1)(E) and McKinney-Vento 722(g)(1)(F)(ii) (42 USC 11432), foster care and
/// homelessness; the Interstate Compact on Educational Opportunity for Military Children, article VII; ESSA title I part C, migratory children.</summary>
public enum SituationKind
{
    /// <summary>In foster care.</summary>
    Foster = 1,

    /// <summary>Without a fixed home.</summary>
    Homeless = 2,

    /// <summary>Child of a family in the military.</summary>
    Military = 3,

    /// <summary>Child of a family that moves for work in farming or fishing.</summary>
    Migratory = 4,
}

/// <summary>A situation of a learner in which the law protects their credit. Nobody reads of it but who keeps the official record or manages whom the learner is with.</summary>
public sealed class SpecialSituation(SpecialSituationId id, LearnerId learner, SituationKind kind, DateOnly from, PersonId by, DateTime recordedAt)
{
    /// <summary>Its id.</summary>
    public SpecialSituationId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>Which.</summary>
    public SituationKind Kind { get; private set; } = kind;

    /// <summary>First day, in the district.</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When, UTC.</summary>
    public DateTime RecordedAt { get; private set; } = recordedAt;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Does it hold on a day?</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is null || Until >= day);

    /// <summary>Ends it: the day is its last. Throws <see cref="InvalidOperationException"/> where it ended already.</summary>
    public void End(DateOnly last)
    {
        if (Until is not null) throw new InvalidOperationException("It has ended.");
        Until = last < From ? From : last;
        Version++;
    }

    /// <summary>Has a learner a claim to credit in parts by default on a day?</summary>
    public static bool GivesParts(IEnumerable<SpecialSituation> situations, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(situations);
        return situations.Any(one => one.Holds(day));
    }
}
