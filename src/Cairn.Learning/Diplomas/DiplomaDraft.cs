namespace Cairn.Learning.Diplomas;

/// <summary>How far a draft of a diploma's rules is.</summary>
public enum DraftState
{
    /// <summary>It is written on.</summary>
    Open = 1,

    /// <summary>It came into force as a version of the plan.</summary>
    Adopted = 2,

    /// <summary>It was dropped.</summary>
    Dropped = 3,
}

/// <summary>A version of a diploma's rules before it is adopted: one person writes it, and another adopts it. The version has the draft's id.</summary>
public sealed class DiplomaDraft(DiplomaPlanId id, string code, PersonId by, DateTime createdAt)
{
    /// <summary>Its id, which is that of the version too.</summary>
    public DiplomaPlanId Id { get; private set; } = id;

    /// <summary>The short name of the plan, which its versions share.</summary>
    public string Code { get; private set; } = code;

    /// <summary>Who wrote it last: another has to adopt it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>What people call the diploma.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The policy as JSON, to the letter.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>SHA-256 of the policy in canonical form, 64 small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>First day it shall hold, in the district.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The first class it is for; null for all before <see cref="ClassUntil"/>.</summary>
    public int? ClassFrom { get; private set; }

    /// <summary>The last class it is for; null for all after <see cref="ClassFrom"/>.</summary>
    public int? ClassUntil { get; private set; }

    /// <summary>Is it an alternate, which a learner has to choose?</summary>
    public bool IsAlternate { get; private set; }

    /// <summary>The school it shall hold in; null in the whole district.</summary>
    public OrganizationId? School { get; private set; }

    /// <summary>Shall the plan end with it? Then nobody comes under it any more.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>What changes and why.</summary>
    public string Note { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public DraftState State { get; private set; } = DraftState.Open;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Writes its rules. Throws <see cref="InvalidOperationException"/> where it is not open.</summary>
    public DiplomaDraft Write(string title, string rules, string hash, PersonId by)
    {
        Check();
        (Title, Rules, Hash, By) = (title, rules, hash, by);
        Version++;
        return this;
    }

    /// <summary>Says for whom it shall be, and from when. Throws <see cref="InvalidOperationException"/> where it is not open.</summary>
    public DiplomaDraft For(DateOnly effectiveFrom, int? classFrom, int? classUntil, bool isAlternate, OrganizationId? school, bool isEnding, string note)
    {
        Check();
        (EffectiveFrom, ClassFrom, ClassUntil, IsAlternate, School, IsEnding, Note) = (effectiveFrom, classFrom, classUntil, isAlternate, school, isEnding, note);
        return this;
    }

    /// <summary>A second person adopts it: the version that comes into force. Throws <see cref="InvalidOperationException"/> where it is not open, and where
    /// whoever wrote it adopts it.</summary>
    /// <param name="number">The version's number.</param>
    /// <param name="by">Who adopts it.</param>
    /// <param name="at">When, UTC.</param>
    public DiplomaPlan Adopt(int number, PersonId by, DateTime at)
    {
        Check();
        if (by == By) throw new InvalidOperationException("A second person adopts it.");
        State = DraftState.Adopted;
        Version++;
        return AsPlan(number, by, at);
    }

    /// <summary>The version that it would become, for whoever looks at what it would do.</summary>
    public DiplomaPlan AsPlan(int number, PersonId by, DateTime at) => new(Id, Code, number, Title, Rules, Hash, EffectiveFrom, by, at)
    {
        ClassFrom = ClassFrom, ClassUntil = ClassUntil, IsAlternate = IsAlternate, School = School, IsActive = !IsEnding, Note = Note, DraftedBy = By,
    };

    /// <summary>Drops it. Throws <see cref="InvalidOperationException"/> where it is not open.</summary>
    public void Drop()
    {
        Check();
        State = DraftState.Dropped;
        Version++;
    }

    private void Check()
    {
        if (State != DraftState.Open) throw new InvalidOperationException("It was adopted or dropped already.");
    }
}
