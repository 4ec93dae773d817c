namespace Cairn.Learning.Credits;

/// <summary>How far a waiver is.</summary>
public enum WaiverState
{
    /// <summary>Somebody asked for it, and a second person has to approve.</summary>
    Asked = 1,

    /// <summary>It holds.</summary>
    Approved = 2,

    /// <summary>It was refused.</summary>
    Refused = 3,

    /// <summary>It held, and holds no more.</summary>
    Ended = 4,
}

/// <summary>An exception from a requirement of a diploma for one learner: one person asks for it and another approves. Nobody is let off the root of the tree: a diploma
/// without any requirement is none.</summary>
public sealed class Waiver(WaiverId id, LearnerId learner, string plan, string leaf, string role, string reason, PersonId askedBy, DateTime askedAt)
{
    /// <summary>The path of the root, which nothing lets anybody off.</summary>
    public const string Root = "root";

    /// <summary>Its id.</summary>
    public WaiverId Id { get; private set; } = id;

    /// <summary>For whom.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>The code of the diploma plan, whatever its version.</summary>
    public string Plan { get; private set; } = plan;

    /// <summary>Where in the tree: a path, such as root/all/0, or the name of a node.</summary>
    public string Leaf { get; private set; } = leaf;

    /// <summary>The role of who approved it; that of who asks, before.</summary>
    public string Role { get; private set; } = role;

    /// <summary>Why, in the words of who asks.</summary>
    public string Reason { get; private set; } = reason;

    /// <summary>Who asks.</summary>
    public PersonId AskedBy { get; private set; } = askedBy;

    /// <summary>When, UTC.</summary>
    public DateTime AskedAt { get; private set; } = askedAt;

    /// <summary>How far it is.</summary>
    public WaiverState State { get; private set; } = WaiverState.Asked;

    /// <summary>Who decided; null while nobody has.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC; null while it is not.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was decided so; empty while it is not.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Approves or refuses. Throws <see cref="InvalidOperationException"/> where it was decided already, or by who asked for it.</summary>
    public void Decide(bool isApproved, PersonId by, string role, string words, DateTime at)
    {
        if (State != WaiverState.Asked) throw new InvalidOperationException("It was decided already.");
        if (by == AskedBy) throw new InvalidOperationException("A second person decides.");
        (State, DecidedBy, DecidedAt, Decision) = (isApproved ? WaiverState.Approved : WaiverState.Refused, by, Instant.Utc(at), words);
        if (isApproved) Role = role;
        Version++;
    }

    /// <summary>Ends what held, or takes back what was asked. Throws <see cref="InvalidOperationException"/> where it was refused or ended already.</summary>
    public void End(DateTime at)
    {
        if (State is WaiverState.Refused or WaiverState.Ended) throw new InvalidOperationException("It does not hold.");
        (State, DecidedAt) = (WaiverState.Ended, DecidedAt ?? Instant.Utc(at));
        Version++;
    }

    /// <summary>Takes its words out.</summary>
    public void Erase()
    {
        (Reason, Decision, Version) = ("", "", Version + 1);
    }
}
