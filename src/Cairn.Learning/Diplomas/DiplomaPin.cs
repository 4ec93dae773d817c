using Cairn.Learning.Policies;

namespace Cairn.Learning.Diplomas;

/// <summary>Where a person wants an achievement to count, although the best use of all would put it elsewhere: it stays until they take it away.</summary>
public sealed class DiplomaPin(DiplomaPinId id, LearnerId learner, string plan, string achievement, string leaf, string reason, PersonId by, DateTime pinnedAt)
{
    /// <summary>Its id.</summary>
    public DiplomaPinId Id { get; private set; } = id;

    /// <summary>Whose.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The code of the plan, whatever its version.</summary>
    public string Plan { get; private set; } = plan;

    /// <summary>The achievement, by its id in the record.</summary>
    public string Achievement { get; private set; } = achievement;

    /// <summary>The leaf: its path or its name.</summary>
    public string Leaf { get; private set; } = leaf;

    /// <summary>Why, in the words of who wants it.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who wants it.</summary>
    public PersonId By { get; private set; } = by;

    /// <summary>Since when, UTC.</summary>
    public DateTime PinnedAt { get; private set; } = pinnedAt;

    /// <summary>Since when it counts wherever it counts best again, UTC; null while it is pinned.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>As an audit reads it.</summary>
    public Pin Pin => new(Achievement, Leaf);

    /// <summary>It may count wherever it counts best.</summary>
    public void End(DateTime at)
    {
        EndedAt ??= Instant.Utc(at);
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Reason, Version) = ("", Version + 1);
    }
}
