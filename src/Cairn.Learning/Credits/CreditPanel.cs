namespace Cairn.Learning.Credits;

/// <summary>A panel that looks at an exam and an artifact of a learner, for credit by a policy. Once somebody voted, what they looked at does not change.</summary>
public sealed class CreditPanel(CreditPanelId id, LearnerId learner, CreditPolicyId policy, string exam, decimal score, DateOnly examOn, EvidenceId artifact, PersonId openedBy, DateTime openedAt)
{
    /// <summary>The highest score that can be written down: no exam of schools goes beyond it, and what does is a slip of the hand.</summary>
    public const int HighestScore = 5_000;

    /// <summary>Its id.</summary>
    public CreditPanelId Id { get; private set; } = id;

    /// <summary>Whose work it looks at.</summary>
    public LearnerId Learner { get; private set; } = learner;

    /// <summary>For credit by which version of what policy.</summary>
    public CreditPolicyId Policy { get; private set; } = policy;

    /// <summary>The name of the exam.</summary>
    public string Exam { get; private set; } = exam;

    /// <summary>The score, on the exam's own scale, 0 to <see cref="HighestScore"/>.</summary>
    public decimal Score { get; private set; } = score;

    /// <summary>The day of the exam, in the district.</summary>
    public DateOnly ExamOn { get; private set; } = examOn;

    /// <summary>The artifact: a piece of evidence of the learner's.</summary>
    public EvidenceId Artifact { get; private set; } = artifact;

    /// <summary>Who opened it.</summary>
    public PersonId OpenedBy { get; private set; } = openedBy;

    /// <summary>When, UTC.</summary>
    public DateTime OpenedAt { get; private set; } = openedAt;

    /// <summary>When it ended, UTC; null while it looks. It ends when credit is awarded by it, or without.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>It ends. Throws <see cref="InvalidOperationException"/> where it did already.</summary>
    public void End(DateTime at)
    {
        if (EndedAt is not null) throw new InvalidOperationException("The panel ended already.");
        (EndedAt, Version) = (Instant.Utc(at), Version + 1);
    }

    /// <summary>Takes its words out.</summary>
    public void Erase() => (Exam, Version) = ("", Version + 1);

    /// <summary>The panel as a decision reads it.</summary>
    /// <param name="votes">Its votes; those of other panels are not read.</param>
    /// <param name="day">The district's day of a moment.</param>
    public PanelSeen Seen(IEnumerable<PanelVote> votes, Func<DateTime, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(day);
        return new PanelSeen(Id, Score, ExamOn, [.. votes.Where(one => one.Panel == Id).OrderBy(one => one.RecordedAt).Select(one => new VoteSeen(one.By, one.Level, one.IsProficient, day(one.RecordedAt)))]);
    }
}

/// <summary>What one of a panel says of the artifact: a fact. Its words stand beside it in <see cref="PanelVoteText"/>. A person votes once.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Learner">Whose work.</param>
/// <param name="Panel">The panel.</param>
/// <param name="By">Who.</param>
/// <param name="Level">The level they saw.</param>
/// <param name="IsProficient">Is that level at the line or above, on the scale it was said on?</param>
/// <param name="RecordedAt">When it was stored, UTC.</param>
public sealed record PanelVote(PanelVoteId Id, LearnerId Learner, CreditPanelId Panel, PersonId By, decimal Level, bool IsProficient, DateTime RecordedAt);

/// <summary>Why one of a panel said so, kept beside the fact so that it can be erased without it.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Words">Their words.</param>
public sealed record PanelVoteText(PanelVoteId Vote, string Words);
