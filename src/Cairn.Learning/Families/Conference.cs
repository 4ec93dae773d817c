namespace Cairn.Learning.Families;

/// <summary>What a talk still lacks before it can go on.</summary>
[Flags]
public enum ConferenceLack
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No work was picked.</summary>
    Works = 1,

    /// <summary>No goal is written.</summary>
    Goals = 2,

    /// <summary>No decision is written down.</summary>
    Decisions = 4,
}

/// <summary>A talk of a learner with the family and an educator, which the learner leads: three works, a struggle, a script, goals, and what was decided.</summary>
public sealed class Conference(ConferenceId id, LearnerId learner, DateTime createdAt)
{
    /// <summary>How many works the learner picks, at most.</summary>
    public const int MostWorks = 3;

    /// <summary>Its id.</summary>
    public ConferenceId Id { get; private set; } = id;

    /// <summary>Who leads it.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>When it was begun, UTC.</summary>
    public DateTime CreatedAt { get; private set; } = createdAt;

    /// <summary>The district's day it is to be held; null while nobody said.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>The first work that the learner picked; null for none.</summary>
    public EvidenceId? First { get; private set; }

    /// <summary>The second.</summary>
    public EvidenceId? Second { get; private set; }

    /// <summary>The third.</summary>
    public EvidenceId? Third { get; private set; }

    /// <summary>What was hard, in the learner's words.</summary>
    public string Struggle { get; private set; } = "";

    /// <summary>What the learner will say.</summary>
    public string Script { get; private set; } = "";

    /// <summary>What the learner wants to reach, a line each.</summary>
    public string Goals { get; private set; } = "";

    /// <summary>What was decided at the talk; whoever could not come reads it here.</summary>
    public string Decisions { get; private set; } = "";

    /// <summary>How often the learner rehearsed.</summary>
    public int Rehearsals { get; private set; }

    /// <summary>When the learner, or an educator with them, opened it to the family, UTC; null before.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>When it was closed and stands as it is, UTC; null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Grows whenever goals or decisions change: a signature says which it was given for.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The works that were picked, in order.</summary>
    public IReadOnlyList<EvidenceId> Works => [.. new[] { First, Second, Third }.OfType<EvidenceId>()];

    /// <summary>What is missing before the family is asked to come.</summary>
    public ConferenceLack ToOpen => Works.Count == 0 ? ConferenceLack.Works : ConferenceLack.None;

    /// <summary>What is missing before anybody signs: nobody signs an empty page.</summary>
    public ConferenceLack ToSign => (string.IsNullOrWhiteSpace(Goals) ? ConferenceLack.Goals : ConferenceLack.None) | (string.IsNullOrWhiteSpace(Decisions) ? ConferenceLack.Decisions : ConferenceLack.None);

    /// <summary>Picks works, three at most, none twice, and says what was hard. Throws <see cref="ArgumentException"/> for more.</summary>
    public void Pick(IReadOnlyList<EvidenceId> works, string struggle)
    {
        ArgumentNullException.ThrowIfNull(works);
        StillOpen();
        if (works.Count > MostWorks || works.Distinct().Count() < works.Count) throw new ArgumentException($"A conference shows {MostWorks} works at most, and none twice.", nameof(works));
        (First, Second, Third) = (At(0), At(1), At(2));
        Struggle = struggle;
        Version++;
        EvidenceId? At(int place) => place < works.Count ? works[place] : null;
    }

    /// <summary>Writes what the learner will say, and the goals.</summary>
    public void Write(string script, string goals)
    {
        StillOpen();
        if (goals != Goals) Edition++;
        (Script, Goals) = (script, goals);
        Version++;
    }

    /// <summary>The learner said the script aloud once.</summary>
    public void Rehearse()
    {
        StillOpen();
        Rehearsals++;
        Version++;
    }

    /// <summary>Says on which day it is to be held.</summary>
    public void PlanFor(DateOnly? day)
    {
        StillOpen();
        HeldOn = day;
        Version++;
    }

    /// <summary>Opens it to the family.</summary>
    public void Open(DateTime at)
    {
        StillOpen();
        OpenedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Writes down what was decided.</summary>
    public void Decide(string decisions)
    {
        StillOpen();
        if (OpenedAt is null) throw new InvalidOperationException("Nothing is decided before the family is asked.");
        if (decisions != Decisions) Edition++;
        Decisions = decisions;
        Version++;
    }

    /// <summary>It stands as it is; the next one is begun anew.</summary>
    public void Close(DateTime at)
    {
        StillOpen();
        if (OpenedAt is null) throw new InvalidOperationException("What no family saw is not closed.");
        ClosedAt = Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Struggle, Script, Goals, Decisions) = ("", "", "", "");
        Version++;
    }

    private void StillOpen()
    {
        if (ClosedAt is not null) throw new InvalidOperationException("A conference that was closed does not change.");
    }
}

/// <summary>In what part somebody signs.</summary>
public enum Signer
{
    /// <summary>The learner.</summary>
    Learner = 1,

    /// <summary>A guardian.</summary>
    Guardian = 2,

    /// <summary>An educator.</summary>
    Educator = 3,
}

/// <summary>Somebody signed the goals and decisions of a conference, in one edition of them.</summary>
/// <param name="Conference">Which.</param>
/// <param name="Learner">Whose.</param>
/// <param name="Person">Who signed.</param>
/// <param name="As">In what part.</param>
/// <param name="Edition">What edition of goals and decisions was before them.</param>
/// <param name="At">When, UTC.</param>
public sealed record ConferenceSignature(ConferenceId Conference, LearnerId Learner, PersonId Person, Signer As, int Edition, DateTime At);
